import { useMemo, useState } from 'react'

/** A new key, unguessable enough to be unique: 128 random bits and the time. WeChat has no `crypto.randomUUID`. */
export function newIdempotencyKey(): string {
  const part = (): string =>
    Math.floor(Math.random() * 0x1_0000_0000)
      .toString(36)
      .padStart(7, '0')
  return `${Date.now().toString(36)}-${part()}${part()}${part()}${part()}`
}

/**
 * The key of one form: made when the form mounts, so a double tap or a repeat after a lost reply counts once on the server.
 * Call `renew` after any definite answer, success or refusal; after a network failure keep the key, since the first try may have arrived.
 */
export function useIdempotencyKey(): { key: string; renew: () => void } {
  const [key, setKey] = useState(newIdempotencyKey)
  return useMemo(() => ({ key, renew: () => setKey(newIdempotencyKey()) }), [key])
}
