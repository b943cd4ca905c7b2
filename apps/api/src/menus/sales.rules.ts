import type { StoredOrderStatus } from '@wanli/contracts/canteen'

import { CANCELLABLE_BY_CANTEEN } from '../canteen/order.rules.js'

/** An order with those of the offers asked about that it holds. */
export interface HoldingOrder {
  orderId: string
  sittingId: string
  pickupNumber: string
  offerIds: string[]
}

/** States of a meal that is not out of the canteen's hands yet: a dish of it can still be taken off. */
export const TO_BE_SERVED: readonly StoredOrderStatus[] = CANCELLABLE_BY_CANTEEN.filter(
  (status) => status !== 'out_for_delivery',
)

/** States of a meal that was had. */
export const SERVED: readonly StoredOrderStatus[] = ['handed_over', 'delivered']

/** States of an order that was not had and is not refunded. */
const LOST: readonly StoredOrderStatus[] = ['not_collected', 'undelivered', 'welfare_check', 'closed']

/** States of an order that stands for nothing any more, or for nothing yet. */
const VOID: readonly StoredOrderStatus[] = [
  'placed',
  'expired',
  'taken_over',
  'cancelled_by_eater',
  'cancelled_by_canteen',
]

/** Whether what was sold counts: paid for, and not given back. */
export const counts = (status: StoredOrderStatus): boolean => !VOID.includes(status)

/** Whether a meal was handed to somebody. */
export const isServed = (status: StoredOrderStatus): boolean => SERVED.includes(status)

/** Whether a meal was paid for and reached nobody. */
export const isLost = (status: StoredOrderStatus): boolean => LOST.includes(status)
