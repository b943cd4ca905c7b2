import type { OfferView, OrderListItem, OrderStatus, SittingBrief } from '@wanli/contracts/canteen'
import { waitsAtWindow } from '@/shared/text/order-words'

/** Up to `count` dishes to show off: those still to be had, in the kitchen's own order. */
export function topOffers(offers: readonly OfferView[], count: number): OfferView[] {
  return offers.filter((offer) => offer.left > 0).slice(0, count)
}

/** A meal that is theirs although it does not wait at the window: offered until somebody takes it, or on its way home. */
const ELSEWHERE: readonly OrderStatus[] = ['offered', 'out_for_delivery', 'undelivered', 'welfare_check']

/** Whether the person has an open order of their own for a sitting. */
export function hasOrdered(orders: readonly OrderListItem[], sitting: SittingBrief, personId: string): boolean {
  return orders.some(
    (order) =>
      (waitsAtWindow(order.status) || ELSEWHERE.includes(order.status)) &&
      order.day === sitting.day &&
      order.meal === sitting.meal &&
      order.eater.id === personId,
  )
}
