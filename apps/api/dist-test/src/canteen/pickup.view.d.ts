import type { PickupView } from '@wanli/contracts/canteen'
import type { PersonBrief } from '@wanli/contracts/people'
import type { OrderLine } from './order-line.entity.js'
import type { Order } from './order.entity.js'
import type { Sitting } from './sitting.entity.js'
import type { Slot } from './slot.entity.js'
/** Rows that the counter's view of an order is made of. */
export interface PickupParts {
  order: Order
  lines: OrderLine[]
  sitting: Sitting
  slot: Slot | null
  people: Map<string, PersonBrief>
  birthDays: Map<string, string>
}
/** What the counter sees of an order at `now`: no full name, no phone. */
export declare function toPickupView(
  { order, lines, sitting, slot, people, birthDays }: PickupParts,
  now: Date,
): PickupView
