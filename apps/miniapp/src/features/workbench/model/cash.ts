/** Most of one top-up, in yuan. */
const MOST_YUAN = 1000

/** What one tap fills in, in yuan. */
export const QUICK_YUAN: readonly number[] = [50, 100, 200]

/** Keys of the cash pad in reading order. */
export const CASH_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '00', '0', 'erase'] as const
export type CashKey = (typeof CASH_KEYS)[number]

/** Whole yuan after one more key; a key that would go beyond what is taken at once changes nothing. */
export function pressCash(yuan: number, key: CashKey): number {
  if (key === 'erase') return Math.floor(yuan / 10)
  const next = Number(`${yuan}${key}`)
  return next > MOST_YUAN ? yuan : next
}
