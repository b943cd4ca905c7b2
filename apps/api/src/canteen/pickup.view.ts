import type { PickupView } from '@wanli/contracts/pickups'
import type { PersonBrief } from '@wanli/contracts/people'
import { ageOn } from '@wanli/kernel/shanghai-time'

import { maskedName } from '@wanli/kernel/names'

import type { OrderLine } from './order-line.entity.js'
import type { Order } from './order.entity.js'
import { shownStatus } from './order.rules.js'
import { spanOf } from './order.view.js'
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
export function toPickupView({ order, lines, sitting, slot, people, birthDays }: PickupParts, now: Date): PickupView {
  const eater = people.get(order.eaterId)
  const birthDay = birthDays.get(order.eaterId)
  return {
    orderId: order.id,
    pickupNumber: order.pickupNumber,
    pickupCode: order.pickupCode,
    status: shownStatus(order, sitting.freezeAt, now),
    day: order.day,
    meal: sitting.meal,
    serving: { from: sitting.servingFrom.toISOString(), to: sitting.servingTo.toISOString() },
    slot: spanOf(slot),
    mode: order.mode,
    payBy: order.payBy,
    eaterName: maskedName(eater?.name ?? ''),
    eaterFace: eater?.face ?? 'man',
    eaterAge: birthDay === undefined ? null : ageOn(birthDay, order.day),
    lines: lines.map((line) => ({
      id: line.id,
      dishName: line.dishName,
      picture: line.picture,
      portion: line.portion,
      quantity: line.quantity,
      refundedAt: line.refundedAt?.toISOString() ?? null,
    })),
    note: order.note,
    leaveOut: order.leaveOut ?? [],
    early: now < sitting.servingFrom,
    handedOverAt: order.handedOverAt?.toISOString() ?? null,
    handedOverBy: people.get(order.handedOverById ?? '')?.name ?? null,
  }
}
