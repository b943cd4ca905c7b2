import { headerOf } from './headers'

/** A slower answer than this says less about the server's clock than the one before it; a greater difference is a clock that was set. */
const SLOWEST_MS = 10_000
/** A correction that is worth drawing again for. */
const SEEN_MS = 1_000

const HEADER = 'x-server-time'

let aheadMs = 0
let known = false
const listeners = new Set<() => void>()

/** The time by the server's clock: what it says ends, opens and closes at its own time, whatever this device's clock shows. */
export function serverNow(): Date {
  return new Date(Date.now() + aheadMs)
}

/**
 * Learns the server's time from the headers of an answer that has just come. An answer takes time to come, so the one by which the
 * server seems furthest ahead is the nearest to the truth.
 */
export function learnServerTime(headers: Record<string, unknown>): void {
  const at = Date.parse(headerOf(headers, HEADER) ?? '')
  if (Number.isNaN(at)) return
  const ahead = at - Date.now()
  const before = aheadMs
  if (!known || ahead > aheadMs || aheadMs - ahead > SLOWEST_MS) aheadMs = ahead
  known = true
  if (Math.abs(aheadMs - before) >= SEEN_MS) for (const listener of listeners) listener()
}

/** Calls `listener` when {@link serverNow} has jumped; answers how to stop. */
export function onServerTime(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
