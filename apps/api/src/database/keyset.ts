import type { PageQuery } from '@wanli/contracts/page'
import { PAGE } from '@wanli/kernel/limits'
import type { SelectQueryBuilder } from 'typeorm'

import { readCursor, writeCursor } from '../common/cursor.js'

/** Rows of one page and where the next one begins; null when there is none. */
export interface KeysetPage<Row> {
  rows: Row[]
  nextCursor: string | null
}

/**
 * Reads one page, newest first, by (createdAt, id): page 1,000 costs what page 1 costs. `alias` is the row's alias in the select.
 * Throws InvalidRequestError when the cursor is not one of ours.
 */
export function keysetPage<Row extends { id: string; createdAt: Date }>(
  select: SelectQueryBuilder<Row>,
  alias: string,
  query: PageQuery,
): Promise<KeysetPage<Row>> {
  return keysetPageOf([select], alias, query)
}

/**
 * The same of all that several selects find, each row once. For what one index cannot find in order: an OR of two columns reads and
 * sorts all there is, two selects read a page each.
 */
export async function keysetPageOf<Row extends { id: string; createdAt: Date }>(
  selects: readonly SelectQueryBuilder<Row>[],
  alias: string,
  query: PageQuery,
): Promise<KeysetPage<Row>> {
  const limit = query.limit ?? PAGE.size
  const cursor = readCursor(query.cursor)
  const found = new Map<string, Row>()
  for (const select of selects) {
    if (cursor !== undefined) {
      select.andWhere(`(${alias}.createdAt < :at OR (${alias}.createdAt = :at AND ${alias}.id < :id))`, cursor)
    }
    const rows = await select
      .orderBy(`${alias}.createdAt`, 'DESC')
      .addOrderBy(`${alias}.id`, 'DESC')
      .take(limit + 1)
      .getMany()
    for (const row of rows) found.set(row.id, row)
  }
  const rows = [...found.values()].sort(newestFirst).slice(0, limit)
  const last = rows.at(-1)
  return {
    rows,
    nextCursor: found.size > limit && last !== undefined ? writeCursor({ at: last.createdAt, id: last.id }) : null,
  }
}

function newestFirst(a: { id: string; createdAt: Date }, b: { id: string; createdAt: Date }): number {
  return b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1)
}
