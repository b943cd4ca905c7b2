import { InvalidRequestError } from './invalid-request.js'

/** Where a page of a keyset list begins: after the row with this sort instant and id. */
export interface Cursor {
  at: Date
  id: string
}

/** Opaque text of a cursor. */
export function writeCursor(cursor: Cursor): string {
  return Buffer.from(`${cursor.at.getTime()}.${cursor.id}`).toString('base64url')
}

/** The cursor a client sent back, or undefined when it sent none. Throws InvalidRequestError when it is not one of ours. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  const match = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(Buffer.from(text, 'base64url').toString())
  if (match === null)
    throw new InvalidRequestError([{ path: 'cursor', rule: 'cursor', message: '翻页位置不对，请从头看' }])
  const [, at, id = ''] = match
  return { at: new Date(Number(at)), id }
}
