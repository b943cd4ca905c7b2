import type { OrderLineView, OrderListItem, OrderView } from '@wanli/contracts/canteen'
import type { PersonBrief } from '@wanli/contracts/people'
import type { Span } from '@wanli/contracts/time'

import type { Canteen } from './canteen.entity.js'
import type { OrderLine } from './order-line.entity.js'
import type { Order } from './order.entity.js'
import { COLLECTABLE, orderActions, toldStatus, type Hold } from './order.rules.js'
import type { Sitting } from './sitting.entity.js'
import { toCanteenView } from './sitting.view.js'
import type { Slot } from './slot.entity.js'

/** Rows that an order's view is made of. */
export interface OrderParts {
  order: Order
  lines: OrderLine[]
  canteen: Canteen
  sitting: Sitting
  slot: Slot | null
  /** Where it is brought; null when it is not brought. */
  address: string | null
  people: Map<string, PersonBrief>
}

const personOf = (people: Map<string, PersonBrief>, id: string): PersonBrief =>
  people.get(id) ?? { id, name: '', face: 'man' }

/** A span of a slot; null without one. */
export function spanOf(slot: Slot | null): Span | null {
  return slot === null ? null : { from: slot.fromAt.toISOString(), to: slot.toAt.toISOString() }
}

/** One dish of an order. */
function toOrderLineView(row: OrderLine): OrderLineView {
  return {
    id: row.id,
    dishId: row.dishId,
    dishName: row.dishName,
    picture: row.picture,
    portion: row.portion,
    quantity: row.quantity,
    unitFen: row.unitFen,
    listFen: row.listFen,
    discountFen: row.discountFen,
    subsidyFen: row.subsidyFen,
    payFen: row.payFen,
    refundedAt: row.refundedAt?.toISOString() ?? null,
  }
}

/** An order as a list shows it at `now`. */
export function toOrderListItem(parts: OrderParts, now: Date): OrderListItem {
  const { order, lines, canteen, sitting, slot, people } = parts
  return {
    id: order.id,
    status: toldStatus(order, sitting.freezeAt, now),
    day: order.day,
    meal: sitting.meal,
    canteenName: canteen.name,
    window: canteen.windowName,
    eater: personOf(people, order.eaterId),
    mode: order.mode,
    slot: spanOf(slot),
    serving: { from: sitting.servingFrom.toISOString(), to: sitting.servingTo.toISOString() },
    pickupNumber: order.pickupNumber,
    payFen: order.payFen,
    dishes: lines.map((line) => ({ name: line.dishName, picture: line.picture, quantity: line.quantity })),
    createdAt: order.createdAt.toISOString(),
  }
}

/**
 * An order whole at `now`, for whoever eats, placed or pays it: who that is (`id`), and what they may do with it. Written out field by
 * field: after a spread V8 adds each further field on its own, which made this the dearest line of an order.
 */
export function toOrderView(
  parts: OrderParts,
  { id: viewerId, hold }: { id: string; hold: Hold },
  now: Date,
): OrderView {
  const { order, lines, canteen, sitting, people } = parts
  const lapsed = hold !== 'whole'
  const item = toOrderListItem(parts, now)
  return {
    id: item.id,
    status: item.status,
    day: item.day,
    meal: item.meal,
    canteenName: item.canteenName,
    window: item.window,
    eater: item.eater,
    mode: item.mode,
    slot: item.slot,
    serving: item.serving,
    pickupNumber: item.pickupNumber,
    payFen: item.payFen,
    dishes: item.dishes,
    createdAt: item.createdAt,
    sittingId: order.sittingId,
    canteen: toCanteenView(canteen),
    placedBy: personOf(people, order.placedById),
    paidBy: personOf(people, order.paidById),
    pickupCode: !lapsed && COLLECTABLE.includes(order.status) ? order.pickupCode : null,
    listFen: order.listFen,
    discountFen: order.discountFen,
    subsidyFen: order.subsidyFen,
    lines: lines.map(toOrderLineView),
    explanation: order.explanation,
    note: order.note,
    payBy: order.payBy,
    payUntil: order.payUntil?.toISOString() ?? null,
    refundedFen: order.refundedFen,
    cancelUntil: sitting.freezeAt.toISOString(),
    leaveOut: order.leaveOut ?? [],
    address: lapsed ? null : parts.address,
    offeredAt: order.offeredAt?.toISOString() ?? null,
    handedOverAt: order.handedOverAt?.toISOString() ?? null,
    cancelledAt: order.cancelledAt?.toISOString() ?? null,
    lapsed,
    actions: orderActions(order, sitting, now, { isPayer: order.paidById === viewerId, hold }),
  }
}
