import type { CounterPerson, DayCloseView, SlipView, UnpaidView } from '@wanli/contracts/counter'
import type { OrderView } from '@wanli/contracts/canteen'
import type { DeskPersonBrief } from '@wanli/contracts/desk'
import type { PersonBrief } from '@wanli/contracts/people'
import { maskedName } from '@wanli/kernel/names'

import type { Order } from '../canteen/order.entity.js'

import type { DayClose } from './day-close.entity.js'

/** Somebody found at the counter, with what their wallet holds, in fen. */
export function toCounterPerson({ id, name, face, age }: DeskPersonBrief, balanceFen: number): CounterPerson {
  return { id, name, face, age, balanceFen }
}

/** What is printed for an order. */
export function toSlipView(order: OrderView): SlipView {
  return {
    orderId: order.id,
    canteenName: order.canteenName,
    window: order.window,
    day: order.day,
    meal: order.meal,
    serving: order.serving,
    slot: order.slot,
    pickupNumber: order.pickupNumber,
    pickupCode: order.pickupCode ?? '',
    eaterName: maskedName(order.eater.name),
    dishes: order.lines
      .filter((line) => line.refundedAt === null)
      .map((line) => ({ name: line.dishName, quantity: line.quantity, half: line.portion === 'half' })),
    leaveOut: order.leaveOut,
    payFen: order.payFen,
    paid: order.status !== 'placed' && order.status !== 'expired',
  }
}

/** An order that waits for its money. */
export function toUnpaidView(order: Order, eater: PersonBrief | undefined): UnpaidView {
  return {
    orderId: order.id,
    pickupNumber: order.pickupNumber,
    eaterName: maskedName(eater?.name ?? ''),
    eaterFace: eater?.face ?? 'man',
    payFen: order.payFen,
    payUntil: (order.payUntil ?? order.createdAt).toISOString(),
  }
}

/** A closed day. */
export function toDayCloseView(row: DayClose, closedBy: string): DayCloseView {
  return {
    ...row.figures,
    id: row.id,
    expectedFen: row.expectedFen,
    countedFen: row.countedFen,
    differenceFen: row.differenceFen,
    count: row.cashCount,
    note: row.note,
    closedAt: row.createdAt.toISOString(),
    closedBy,
  }
}
