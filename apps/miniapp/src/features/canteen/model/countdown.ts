import type { OrderListItem, OrderView, SittingBrief } from '@wanli/contracts/canteen'
import type { Span } from '@wanli/contracts/time'
import { minutesUntil } from '@wanli/kernel/shanghai-time'
import { waitsAtWindow } from '@/shared/text/order-words'

/** Where pre-ordering of a sitting stands. `minutes` until it opens or ends. */
export type CutOff =
  | { readonly phase: 'not_open'; readonly minutes: number }
  | { readonly phase: 'open'; readonly minutes: number }
  | { readonly phase: 'soon'; readonly minutes: number }
  | { readonly phase: 'over'; readonly minutes: 0 }

/** From an hour before the end the minutes are worth saying. */
const SOON_MINUTES = 60

/** Where pre-ordering of a sitting stands at `now`. */
export function cutOffOf(sitting: Pick<SittingBrief, 'opensAt' | 'cutOffAt'>, now: Date): CutOff {
  const opens = new Date(sitting.opensAt)
  if (now < opens) return { phase: 'not_open', minutes: minutesUntil(now, opens) }
  const ends = new Date(sitting.cutOffAt)
  if (now >= ends) return { phase: 'over', minutes: 0 }
  const minutes = minutesUntil(now, ends)
  return { phase: minutes <= SOON_MINUTES ? 'soon' : 'open', minutes }
}

/** The time window of an order: its slot, or the whole serving time when it has none. */
export function windowOf(order: Pick<OrderListItem, 'slot' | 'serving'>): Span {
  return order.slot ?? order.serving
}

/** Whether an order still waits to be fetched: only such an order is worth asking the server about again and again. */
export function isWaiting(order: Pick<OrderView, 'status'>): boolean {
  return waitsAtWindow(order.status)
}

/** States of a meal that is brought, from being paid to being had or looked after. */
const BROUGHT: readonly OrderView['status'][] = [
  'paid',
  'frozen',
  'cooking',
  'ready',
  'out_for_delivery',
  'delivered',
  'undelivered',
  'welfare_check',
  'closed',
]

/** Whether a meal is brought to its eater, or was. */
export function isBrought({ mode, status }: Pick<OrderView, 'mode' | 'status'>): boolean {
  return mode === 'delivery' && BROUGHT.includes(status)
}

/** Whether an order still waits for its money. */
export function isUnpaid(order: Pick<OrderView, 'status'>): boolean {
  return order.status === 'placed'
}
