/*
 * What must never happen: a change that nobody is told because its number was given before, but committed after, a later one.
 * `advance` lets the floor pass a missing number only when what follows it is older than `GAP_MS`.
 */

/** Milliseconds a missing number is waited for: longer than any transaction that writes an event should take. */
export const GAP_MS = 10_000

/** So many numbers behind a gap are remembered; with more the gap is given up. */
export const MAX_PENDING = 500

/** What a reader has read: every number up to `floor`, and those of `pending`, which lie behind a gap. */
export interface Position {
  floor: number
  pending: readonly number[]
}

/** A row that was read, as far as the position cares. */
export interface Numbered {
  id: number
  createdAt: Date
}

/**
 * The position after reading `rows`: all rows above `floor` now visible, ascending. `fresh` are those not read before, late ones
 * included.
 */
export function advance<Row extends Numbered>(
  before: Position,
  rows: readonly Row[],
  now: Date,
): { position: Position; fresh: Row[] } {
  const known = new Set(before.pending)
  const fresh = rows.filter((row) => !known.has(row.id))
  let { floor } = before
  let pending: number[] = []
  for (const row of rows) {
    const old = now.getTime() - row.createdAt.getTime() >= GAP_MS
    if ((pending.length === 0 && row.id === floor + 1) || old || pending.length >= MAX_PENDING) {
      floor = row.id
      pending = []
    } else pending.push(row.id)
  }
  return { position: { floor, pending }, fresh }
}

const RADIX = 36

/** The position as a text for `Last-Event-ID` and `after`. */
export function writePosition({ floor, pending }: Position): string {
  return [floor, ...pending.map((id) => id - floor)].map((part) => part.toString(RADIX)).join('.')
}

/** The position of a text; undefined when it is not one of ours. */
export function readPosition(text: string): Position | undefined {
  if (!/^[0-9a-z]{1,8}(\.[0-9a-z]{1,8}){0,500}$/.test(text)) return undefined
  const [floor = 0, ...steps] = text.split('.').map((part) => parseInt(part, RADIX))
  return { floor, pending: steps.map((step) => floor + step) }
}
