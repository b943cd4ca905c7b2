import type { CashCount, Denomination } from '@wanli/contracts/counter'
import { sumFen, timesFen } from '@wanli/kernel/money'

/** Chinese notes and coins in use, by their worth in fen, the largest first (People's Bank of China, fifth series). */
const DENOMINATIONS: readonly Denomination[] = ['10000', '5000', '2000', '1000', '500', '100', '50', '10']

/** What counted notes and coins are worth, in fen. */
export function countedFen(count: CashCount): number {
  return sumFen(DENOMINATIONS.map((worth) => timesFen(Number(worth), count[worth] ?? 0)))
}
