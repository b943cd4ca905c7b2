import type { PageQuery } from '@wanli/contracts/page'
import type { SelectQueryBuilder } from 'typeorm'
/** Rows of one page and where the next one begins; null when there is none. */
export interface KeysetPage<Row> {
  rows: Row[]
  nextCursor: string | null
}
/**
 * Reads one page, newest first, by (createdAt, id): page 1,000 costs what page 1 costs. `alias` is the row's alias in the select.
 * Throws InvalidRequestError when the cursor is not one of ours.
 */
export declare function keysetPage<
  Row extends {
    id: string
    createdAt: Date
  },
>(select: SelectQueryBuilder<Row>, alias: string, query: PageQuery): Promise<KeysetPage<Row>>
