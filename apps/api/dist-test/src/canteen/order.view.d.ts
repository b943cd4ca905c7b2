import type { OrderLineView, OrderListItem, OrderView } from '@wanli/contracts/canteen'
import type { PersonBrief } from '@wanli/contracts/people'
import type { Span } from '@wanli/contracts/time'
import type { Canteen } from './canteen.entity.js'
import type { OrderLine } from './order-line.entity.js'
import type { Order } from './order.entity.js'
import type { Sitting } from './sitting.entity.js'
import type { Slot } from './slot.entity.js'
/** Rows that an order's view is made of. */
export interface OrderParts {
  order: Order
  lines: OrderLine[]
  canteen: Canteen
  sitting: Sitting
  slot: Slot | null
  people: Map<string, PersonBrief>
}
/** A span of a slot; null without one. */
export declare function toSpan(slot: Slot | null): Span | null
/** One dish of an order. */
export declare function toOrderLineView(row: OrderLine): OrderLineView
/** An order as a list shows it. */
export declare function toOrderListItem({ order, lines, canteen, sitting, slot, people }: OrderParts): OrderListItem
/** An order whole, for somebody who eats, placed or paid it. */
export declare function toOrderView(parts: OrderParts, now: Date): OrderView
