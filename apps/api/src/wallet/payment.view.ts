import type { PaymentView, PayoutView, WechatPayArguments } from '@wanli/contracts/wallet'

import type { Payment } from './payment.entity.js'
import type { Payout } from './payout.entity.js'
import type { Refund } from './refund.entity.js'

/** A payment with what the app needs to pay it. */
export function toPaymentView(row: Payment, wechat: WechatPayArguments | null): PaymentView {
  return {
    id: row.id,
    purpose: row.purpose,
    orderId: row.orderId,
    amountFen: row.amountFen,
    status: row.status,
    expiresAt: row.expiresAt.toISOString(),
    paidAt: row.paidAt?.toISOString() ?? null,
    wechat,
  }
}

/** A pay-out with its parts: WeChat's first, then cash. A refund WeChat could not return is `failed`: it lies in the wallet again. */
export function toPayoutView(row: Payout, refunds: Refund[]): PayoutView {
  const statusOf = (refund: Refund): PayoutView['parts'][number]['status'] =>
    refund.status === 'success' ? 'done' : refund.status === 'abnormal' ? 'failed' : 'pending'
  const cash = {
    way: 'cash' as const,
    amountFen: row.cashFen,
    status: row.cashStatus === 'done' ? 'done' : 'pending',
  } as const
  return {
    id: row.id,
    amountFen: row.amountFen,
    parts: [
      ...refunds.map((refund) => ({ way: 'wechat' as const, amountFen: refund.amountFen, status: statusOf(refund) })),
      ...(row.cashFen > 0 ? [cash] : []),
    ],
    createdAt: row.createdAt.toISOString(),
  }
}
