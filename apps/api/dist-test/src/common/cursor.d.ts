/** Where a page of a keyset list begins: after the row with this sort instant and id. */
export interface Cursor {
  at: Date
  id: string
}
/** Opaque text of a cursor. */
export declare function writeCursor(cursor: Cursor): string
/** The cursor a client sent back, or undefined when it sent none. Throws InvalidRequestError when it is not one of ours. */
export declare function readCursor(text: string | undefined): Cursor | undefined
