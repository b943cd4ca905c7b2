import { createHash, timingSafeEqual } from 'node:crypto'

/** Query of a message push. */
export interface PushSignature {
  signature: string
  timestamp: string
  nonce: string
}

/** Whether WeChat signed this push: SHA-1 over token, timestamp and nonce, sorted and joined (message push guide). */
export function isSignedBy(token: string, { signature, timestamp, nonce }: PushSignature): boolean {
  const expected = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest()
  const given = Buffer.from(signature, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** Seconds a signature is taken, so that one that was overheard cannot be used for long. */
const PUSH_SECONDS = 300

/** Whether the push was signed a short while ago. */
export function isFresh(timestamp: string, now: Date): boolean {
  const seconds = Number(timestamp)
  return Number.isFinite(seconds) && Math.abs(now.getTime() / 1000 - seconds) <= PUSH_SECONDS
}
