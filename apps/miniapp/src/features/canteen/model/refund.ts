import type { OrderView } from '@wanli/contracts/canteen'
import { sumFen, yuan } from '@wanli/kernel/money'
import { MONEY_TEXT as TEXT } from '../money-text'

type Paid = Pick<OrderView, 'payBy' | 'paidBy'>

/** Where an order's money goes back to: `你的钱包`, `周兰的微信`. Cash of the window goes to the wallet: who paid may be at home. */
export function purseOf({ payBy, paidBy }: Paid, callerId: string | undefined): string {
  const whose = paidBy.id === callerId ? TEXT.me : paidBy.name
  return payBy === 'wechat' ? TEXT.wechat(whose) : TEXT.wallet(whose)
}

/** Fen that come back when the order ends: dishes that the canteen gave back are not given back twice. */
export function backFen({ lines }: Pick<OrderView, 'lines'>): number {
  return sumFen(lines.filter(({ refundedAt }) => refundedAt === null).map(({ payFen }) => payFen))
}

/** What comes back, how soon and to where, before a paid order is cancelled. */
export function backWords(order: Paid & Pick<OrderView, 'lines' | 'subsidyFen'>, callerId: string | undefined): string {
  const fen = backFen(order)
  if (fen === 0 && order.subsidyFen > 0) return TEXT.subsidyOnly
  const say = order.payBy === 'wechat' ? TEXT.backSoon : TEXT.backNow
  const back = say(yuan(fen), purseOf(order, callerId))
  return order.subsidyFen > 0 ? back + TEXT.subsidyToo : back
}

/** Whether an order's money was ever there: not while it waits for it, not when it ended without. */
export function wasPaid({ status, refundedFen }: Pick<OrderView, 'status' | 'refundedFen'>): boolean {
  if (status === 'placed' || status === 'expired') return false
  // One that was called off before its money came has nothing that went back.
  return status === 'cancelled_by_eater' || status === 'cancelled_by_canteen' ? refundedFen > 0 : true
}

/** What came back, and to where, once an order has ended. */
export function refundedWords(order: Paid & Pick<OrderView, 'refundedFen'>, callerId: string | undefined): string {
  const say = order.payBy === 'wechat' ? TEXT.backSoon : TEXT.backDone
  return say(yuan(order.refundedFen), purseOf(order, callerId))
}

/** What giving a meal up means, before it is done. */
export function offerWords(order: Paid & Pick<OrderView, 'lines'>, callerId: string | undefined): string {
  return TEXT.offerBody(TEXT.offerBack(yuan(backFen(order)), purseOf(order, callerId)))
}
