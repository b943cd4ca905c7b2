import type { PageQuery } from '@wanli/contracts/page'
import { PAGE } from '@wanli/kernel/limits'
import type { EntityManager, EntityTarget, SelectQueryBuilder } from 'typeorm'

import { readCursor, writeCursor } from '../common/cursor.js'

import { selectRows, type RowsWanted } from './rows.js'

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
  return pageOf(found, limit)
}

/**
 * Reads one page, newest first, of all that several conditions find, each row once, in one breath. For what one index cannot find in
 * order: an OR of two columns reads and sorts all there is, two conditions read a page each. Throws as {@link keysetPage} does.
 */
export async function keysetRows<Row extends { id: string; createdAt: Date }>(
  from: EntityManager,
  entity: EntityTarget<Row>,
  conditions: readonly Pick<RowsWanted, 'where' | 'parameters'>[],
  query: PageQuery,
): Promise<KeysetPage<Row>> {
  const limit = query.limit ?? PAGE.size
  const cursor = readCursor(query.cursor)
  const after = cursor === undefined ? '' : ' AND (created_at < ? OR (created_at = ? AND id < ?))'
  const beginning = cursor === undefined ? [] : [cursor.at, cursor.at, cursor.id]
  const found = await Promise.all(
    conditions.map(({ where, parameters }) =>
      selectRows(from, entity, {
        where: `(${where})${after}`,
        parameters: [...parameters, ...beginning],
        orderBy: 'created_at DESC, id DESC',
        limit: limit + 1,
      }),
    ),
  )
  const once = new Map(found.flat().map((row) => [row.id, row]))
  return pageOf([...once.values()].sort(newestFirst), limit)
}

function newestFirst(a: { id: string; createdAt: Date }, b: { id: string; createdAt: Date }): number {
  return b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1)
}

/** The page that begins with these rows, of which there is one more than it holds when another page follows. */
function pageOf<Row extends { id: string; createdAt: Date }>(found: readonly Row[], limit: number): KeysetPage<Row> {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return {
    rows,
    nextCursor: found.length > limit && last !== undefined ? writeCursor({ at: last.createdAt, id: last.id }) : null,
  }
}
