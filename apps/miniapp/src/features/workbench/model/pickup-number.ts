/** Letters that numbers begin with: 999 orders a letter, so the first few cover any sitting; the rest are there for the day they do not. */
export const LETTERS: readonly string[] = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')

const DIGITS = 3

/** A number being typed: one letter, then three digits. */
export interface TypedNumber {
  readonly letter: string
  readonly digits: string
}

/** Nothing typed yet. Nearly every number begins with A. */
export const NO_NUMBER: TypedNumber = { letter: 'A', digits: '' }

/** A key of the pad: a letter, a digit, or `erase`. */
export type PadKey = string

/** The number after a key. Keys that do not fit change nothing; erasing an empty number goes back to A. */
export function pressKey(typed: TypedNumber, key: PadKey): TypedNumber {
  if (key === 'erase') return typed.digits === '' ? NO_NUMBER : { ...typed, digits: typed.digits.slice(0, -1) }
  if (LETTERS.includes(key)) return { ...typed, letter: key }
  return /^\d$/.test(key) && typed.digits.length < DIGITS ? { ...typed, digits: typed.digits + key } : typed
}

/** The whole number, `A017`, when all of it is typed, else null. */
export function wholeNumber(typed: TypedNumber): string | null {
  return typed.digits.length === DIGITS ? typed.letter + typed.digits : null
}

/** The four places of the number for the display; an empty place is an empty string. */
export function placesOf(typed: TypedNumber): string[] {
  return [typed.letter, ...Array.from({ length: DIGITS }, (_, index) => typed.digits[index] ?? '')]
}

/** Whether a code is a number that people read, `A017`, and not one that a camera does. */
export const isNumber = (code: string): boolean => /^[A-Z]\d{3}$/.test(code)
