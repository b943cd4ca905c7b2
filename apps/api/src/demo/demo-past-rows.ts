import type { OrderLineRequest } from '@wanli/contracts/canteen'

import { halvesOf, priceBasket, type BasketRequest } from '../canteen/basket.rules.js'
import type { OrderLine } from '../canteen/order-line.entity.js'
import type { Order } from '../canteen/order.entity.js'
import { pickupNumber } from '../canteen/order.rules.js'
import { PUTUO_2025_12 } from '../canteen/scheme.js'
import type { Sitting } from '../canteen/sitting.entity.js'
import type { SubsidyUse } from '../canteen/subsidy-use.entity.js'
import { newId, newSecretCode } from '../common/new-id.js'

import type { Visit } from './demo-visits.js'

/** What no order of theirs has. */
const NEVER = {
  payUntil: null,
  refundedFen: 0,
  leaveOut: null,
  addressId: null,
  offeredAt: null,
  takenFromId: null,
  note: '',
  handedOverEarly: false,
  cancelledAt: null,
}

/** Rows of what was until now, gathered before they are written all at once. */
export class PastRows {
  readonly orders: Order[] = []
  readonly lines: OrderLine[] = []
  readonly uses: SubsidyUse[] = []
  /** The last pick-up number of each sitting. */
  readonly numbers = new Map<string, number>()
  /** Orders of each slot. */
  readonly slots = new Map<string, number>()
  /** Of each offer, half portions sold, and of these the ones to elders. */
  readonly portions = new Map<string, { soldHalves: number; soldKeptHalves: number }>()

  /** `cookId` sells at the counter and hands over; what was to come after `now` has not come yet. */
  constructor(
    private readonly canteenId: string,
    private readonly cookId: string,
    private readonly now: Date,
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
    const { mode, slotId, orderedAt: createdAt } = visit
    const isFetched = visit.handedOverAt !== null && visit.handedOverAt <= this.now
    const isOver = sitting.servingTo <= this.now
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
      forPool: habit.taste === 'elder',
      status: isFetched ? 'handed_over' : isOver ? 'not_collected' : 'paid',
      handedOverAt: isFetched ? visit.handedOverAt : null,
      handedOverById: isFetched ? this.cookId : null,
      progressAt: !isFetched && isOver ? sitting.servingTo : null,
      ...NEVER,
    }
    this.orders.push(order)
    if (slotId !== null) this.slots.set(slotId, (this.slots.get(slotId) ?? 0) + 1)
    for (const [position, line] of lines.entries())
      this.lines.push({ id: newId(), orderId: order.id, position, refundedAt: null, ...line })
    for (const [offerId, halves] of halvesOf(lines)) {
      const { soldHalves, soldKeptHalves } = this.portions.get(offerId) ?? { soldHalves: 0, soldKeptHalves: 0 }
      const keptHalves = order.forPool ? halves : 0
      this.portions.set(offerId, { soldHalves: soldHalves + halves, soldKeptHalves: soldKeptHalves + keptHalves })
    }
    if (price.subsidyFen === 0) return
    const use = { personId: eaterId, day, scheme: PUTUO_2025_12.version, orderId: order.id }
    this.uses.push({ id: newId(), ...use, amountFen: price.subsidyFen, createdAt })
  }
}
