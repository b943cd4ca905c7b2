import type { PostingKind, WalletMonthView } from '@wanli/contracts/wallet'
import { addDays, instantOf } from '@wanli/kernel/shanghai-time'

/** The instants between which a Shanghai month (`YYYY-MM`) lies: from the first on, before the second. */
export function monthSpan(month: string): { from: Date; to: Date } {
  // Four days after the 28th it is the next month, whatever the month.
  const next = addDays(`${month}-28`, 4).slice(0, 7)
  return { from: instantOf(`${month}-01`, '00:00'), to: instantOf(`${next}-01`, '00:00') }
}

const SUMS: Record<PostingKind, 'spentFen' | 'addedFen' | 'returnedFen' | null> = {
  demo_grant: 'addedFen',
  top_up_wechat: 'addedFen',
  top_up_cash: 'addedFen',
  gift: 'addedFen',
  order_payment: 'spentFen',
  order_refund: 'returnedFen',
  payout_returned: 'returnedFen',
  payout: null,
  wechat_receipt: null,
  wechat_refund: null,
  reversal: null,
  cash_difference: null,
}

/** The sums of a month from what each kind of posting did to the pockets. What was paid out is no spending: it is in none of them. */
export function monthSums(
  kinds: readonly { kind: PostingKind; fen: number }[],
): Pick<WalletMonthView, 'spentFen' | 'addedFen' | 'returnedFen'> {
  const sums = { spentFen: 0, addedFen: 0, returnedFen: 0 }
  for (const { kind, fen } of kinds) {
    const sum = SUMS[kind]
    if (sum !== null) sums[sum] += Math.abs(fen)
  }
  return sums
}
