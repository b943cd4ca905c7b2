import type { OrderLineRequest } from '@wanli/contracts/canteen'

import { priceBasket, type BasketRequest } from '../canteen/basket.rules.js'
import type { OrderLine } from '../canteen/order-line.entity.js'
import type { Order } from '../canteen/order.entity.js'
import { pickupNumber } from '../canteen/order.rules.js'
import { PUTUO_2025_12 } from '../canteen/scheme.js'
import type { Sitting } from '../canteen/sitting.entity.js'
import type { SubsidyUse } from '../canteen/subsidy-use.entity.js'
import { newId, newSecretCode } from '../common/new-id.js'

import type { Visit } from './demo-visits.js'

/** What no order of the past has. */
const NEVER = {
  payUntil: null,
  refundedFen: 0,
  forPool: false,
  leaveOut: null,
  addressId: null,
  offeredAt: null,
  takenFromId: null,
  note: '',
  handedOverEarly: false,
  cancelledAt: null,
}

/** Rows of the past, gathered before they are written all at once. */
export class PastRows {
  readonly orders: Order[] = []
  readonly lines: OrderLine[] = []
  readonly uses: SubsidyUse[] = []
  /** The last pick-up number of each sitting. */
  readonly numbers = new Map<string, number>()
  /** Orders of each slot. */
  readonly slots = new Map<string, number>()

  /** `cookId` sells at the counter and hands over. */
  constructor(
    private readonly canteenId: string,
    private readonly cookId: string,
  ) {}

  /** Adds what somebody had, at the price that the scheme gives it. Everybody has one lunch a day, so the subsidy is not used yet. */
  add(
    menu: Parameters<typeof priceBasket>[0],
    sitting: Sitting,
    visit: Visit,
    eater: BasketRequest['eater'],
    wanted: readonly OrderLineRequest[],
  ): void {
    const { day, id: sittingId } = sitting
    const { mode, slotId, orderedAt: createdAt, handedOverAt } = visit
    const { personId: eaterId, habit } = visit.eater
    const { lines, price } = priceBasket(menu, { sittingId, day, lines: wanted, mode, eater, subsidyUsed: false })
    const number = (this.numbers.get(sittingId) ?? 0) + 1
    this.numbers.set(sittingId, number)
    const order: Order = {
      id: newId(),
      canteenId: this.canteenId,
      sittingId,
      day,
      slotId,
      mode,
      eaterId,
      placedById: habit.door === 'counter' ? this.cookId : eaterId,
      paidById: eaterId,
      door: habit.door,
      payBy: habit.payBy,
      createdAt,
      listFen: price.listFen,
      discountFen: price.discountFen,
      subsidyFen: price.subsidyFen,
      payFen: price.payFen,
      explanation: price.explanation,
      schemeVersion: PUTUO_2025_12.version,
      pickupNumber: pickupNumber(number),
      pickupCode: newSecretCode(),
      status: handedOverAt === null ? 'not_collected' : 'handed_over',
      handedOverAt,
      handedOverById: handedOverAt === null ? null : this.cookId,
      progressAt: handedOverAt === null ? sitting.servingTo : null,
      ...NEVER,
    }
    this.orders.push(order)
    if (slotId !== null) this.slots.set(slotId, (this.slots.get(slotId) ?? 0) + 1)
    for (const [position, line] of lines.entries())
      this.lines.push({ id: newId(), orderId: order.id, position, refundedAt: null, ...line })
    if (price.subsidyFen === 0) return
    const use = { personId: eaterId, day, scheme: PUTUO_2025_12.version, orderId: order.id }
    this.uses.push({ id: newId(), ...use, amountFen: price.subsidyFen, createdAt })
  }
}
