import { SAME_TAP_MS } from './same-tap'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined

/** Whether taps rest just now. */
export const tapsRest = (): boolean => timer !== undefined

/** Tells of each beginning and end of a rest; answers how to listen no more. */
export function onTapRest(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * For as long as a second tap is the same one nothing on the screen can be tapped. For whoever puts another thing, or another person, into
 * the place of what was tapped: a hand that trembles, or taps twice, must not act on them.
 */
export function restTaps(): void {
  clearTimeout(timer)
  timer = setTimeout(() => {
    timer = undefined
    tell()
  }, SAME_TAP_MS)
  tell()
}

function tell(): void {
  for (const listener of listeners) listener()
}
