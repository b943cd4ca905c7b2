import { randomBytes } from 'node:crypto'

import { uuidv7 } from 'uuidv7'

/** A new row id: UUIDv7 (RFC 9562), known before the insert, growing with time so that InnoDB appends. */
export function newId(): string {
  return uuidv7()
}

/** An unguessable code of 22 URL-safe characters (128 random bits), for what a QR shows. */
export function newSecretCode(): string {
  return randomBytes(16).toString('base64url')
}
