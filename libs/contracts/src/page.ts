/** One page of a list in keyset order. `nextCursor` is opaque; null when this is the last page. */
export interface Page<Item> {
  items: Item[]
  nextCursor: string | null
}

/** Query of every list. `limit` 1–100, default 20. */
export interface PageQuery {
  limit?: number
  cursor?: string
}
