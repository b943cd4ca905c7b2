import type { CashCount, Denomination } from '@wanli/contracts/counter'

/** Notes and coins in use, the largest first. */
export const NOTES: readonly Denomination[] = ['10000', '5000', '2000', '1000', '500', '100']
export const COINS: readonly Denomination[] = ['50', '10']

/** Counted notes as they are typed. */
export type TypedCount = Readonly<Partial<Record<Denomination, string>>>

/** A count of one note as digits, at most four of them. */
export const digitsOnly = (text: string): string => text.replace(/\D/g, '').slice(0, 4)

/** What was typed, as numbers; what is empty is left out. */
export function countOfTyped(typed: TypedCount): CashCount {
  const count: CashCount = {}
  for (const worth of [...NOTES, ...COINS]) {
    const pieces = Number(typed[worth] ?? '')
    if (pieces > 0) count[worth] = pieces
  }
  return count
}

/** What a count is worth, in fen. */
export function worthFen(count: CashCount): number {
  return [...NOTES, ...COINS].reduce((sum, worth) => sum + Number(worth) * (count[worth] ?? 0), 0)
}

/** `100`, `0.5`: what a note or coin is worth, in yuan. */
export const yuanOf = (worth: Denomination): string => String(Number(worth) / 100)
