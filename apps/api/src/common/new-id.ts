import { randomFillSync } from 'node:crypto'

import { V7Generator } from 'uuidv7'

/** Drawn from the system by the pool: sixteen bytes cost it as much as four thousand (as `crypto.randomUUID` does it too). */
const pool = Buffer.alloc(4_096)
let used = pool.length

/** Where in the pool so many unused random bytes begin; they are used from then on. */
function take(bytes: number): number {
  if (used + bytes > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += bytes
  return used - bytes
}

const ids = new V7Generator({ nextUint32: () => pool.readUInt32LE(take(4)) })

/** A new row id: UUIDv7 (RFC 9562), known before the insert, growing with time so that InnoDB appends. */
export function newId(): string {
  return ids.generate().toString()
}

const ID = /^[0-9a-f-]{36}$/

/** Whether a text that somebody sent could be a row id: MariaDB refuses to compare an id with letters outside of ASCII. */
export function isId(text: string): boolean {
  return ID.test(text)
}

/** An unguessable code of 22 URL-safe characters (128 random bits), for what a QR shows. */
export function newSecretCode(): string {
  const from = take(16)
  return pool.toString('base64url', from, from + 16)
}
