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
export async function keysetPage<Row extends { id: string; createdAt: Date }>(
  select: SelectQueryBuilder<Row>,
  alias: string,
  query: PageQuery,
): Promise<KeysetPage<Row>> {
  const limit = query.limit ?? PAGE.size
  const cursor = readCursor(query.cursor)
  if (cursor !== undefined) {
    select.andWhere(`(${alias}.createdAt < :at OR (${alias}.createdAt = :at AND ${alias}.id < :id))`, cursor)
  }
  const found = await select
    .orderBy(`${alias}.createdAt`, 'DESC')
    .addOrderBy(`${alias}.id`, 'DESC')
    .take(limit + 1)
    .getMany()
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return {
    rows,
    nextCursor: found.length > limit && last !== undefined ? writeCursor({ at: last.createdAt, id: last.id }) : null,
  }
}
