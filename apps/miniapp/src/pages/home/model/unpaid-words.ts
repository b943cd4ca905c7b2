import type { OrderListItem, OrderView } from '@wanli/contracts/canteen'
import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { MEAL_TEXT, spanText } from '@/shared/text/when'
import { HOME_TEXT } from '../text'
import { fetchSpan } from './next-thing.rules'

/** How an order is to be paid, until when, and whether the person may do it in the app. */
export type ToPay = Pick<OrderView, 'payBy' | 'payUntil' | 'actions'>

/** What the card of an unpaid meal says: what and until when, when it is eaten, and what its button leads to. */
export interface UnpaidWords {
  what: string
  when: string
  line: string
  action: string
}

/** The words of a meal that waits for money. `who` as of {@link called}; `pay` is undefined while it is not known. */
export function unpaidWords(order: OrderListItem, who: string, now: Date, pay: ToPay | undefined): UnpaidWords {
  const today = businessDayOf(now)
  const day = order.day === today ? '' : dayText(order.day, today)
  const meal = HOME_TEXT.whose(who, day + MEAL_TEXT[order.meal])
  const span = spanText(fetchSpan(order, now))
  const atWindow = pay?.payBy === 'counter'
  return {
    what: atWindow ? HOME_TEXT.payAtWindow(meal) : HOME_TEXT.unpaid(meal),
    when: untilWords(pay, now),
    line: day === '' ? span : `${day} ${span}`,
    action: actionWords(pay, now),
  }
}

const isOver = (pay: ToPay, now: Date): boolean => pay.payUntil !== null && new Date(pay.payUntil) <= now

function untilWords(pay: ToPay | undefined, now: Date): string {
  if (!pay?.payUntil) return HOME_TEXT.unpaidSoon
  return isOver(pay, now) ? HOME_TEXT.payOver : HOME_TEXT.payUntil(clockText(new Date(pay.payUntil)))
}

/** Only what opens a page with a button to pay on it promises that. */
function actionWords(pay: ToPay | undefined, now: Date): string {
  if (!pay || isOver(pay, now)) return HOME_TEXT.seeOrder
  if (pay.payBy === 'counter') return HOME_TEXT.seeNumber
  return pay.actions.includes('pay') ? HOME_TEXT.payNow : HOME_TEXT.seeOrder
}
