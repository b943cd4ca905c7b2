import { DomainError } from '../common/domain-error.js'

/** What a clerk looks for. */
export type DeskSearch =
  { by: 'card'; number: string } | { by: 'phone'; phone: string } | { by: 'tail'; surname: string; tail: string }

/**
 * Reads what a clerk typed: a phone number, a card number (8 to 20 digits, spaces allowed), or a surname and four digits with or
 * without a space (`陈 0326`), digits as wide as a Chinese keyboard may make them. Null for anything that would find too many.
 */
export function readSearch(text: string): DeskSearch | null {
  const tidy = text.normalize('NFKC').trim().replace(/\s+/g, ' ')
  const digits = tidy.replace(/ /g, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return { by: 'phone', phone: digits }
  if (/^\d{8,20}$/.test(digits)) return { by: 'card', number: digits }
  const tail = /^(\D{1,20}?) ?(\d{4})$/u.exec(tidy)
  return tail === null ? null : { by: 'tail', surname: tail[1] ?? '', tail: tail[2] ?? '' }
}

/** Nobody does for themself what a desk does: a colleague does. Throws `desk.oneself` (403). */
export function assertNotOneself(clerkId: string, personId: string): void {
  if (clerkId === personId) throw new DomainError('desk.oneself')
}
