/*
 * What must never happen: one meal given to two. `takeOver` moves the given-up order from `offered` to `taken_over` by one conditional
 * UPDATE, and `uq_canteen_order_taken_from_id` refuses a second order on it. Portions and place stay where they are.
 */
import { Injectable } from '@nestjs/common'
import type { OrderView } from '@wanli/contracts/canteen'
import type { TakeOverRequest } from '@wanli/contracts/meals'
import { yuan } from '@wanli/kernel/money'
import { clockText } from '@wanli/kernel/shanghai-time'
import type { EntityManager } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { newId, newSecretCode } from '../common/new-id.js'
import { addToRows, insertRows } from '../database/bulk.js'
import { LostRaceError } from '../database/constraint-errors.js'
import { lockRows } from '../database/rows.js'
import { NoticesService } from '../notices/notices.service.js'
import { OrderMoneyService } from '../wallet/order-money.service.js'

import type { PricedBasket } from './basket.rules.js'
import { HoldsService } from './holds.service.js'
import { OfferedMealsQueries } from './offered-meals.queries.js'
import { OrderEndingsService } from './order-endings.service.js'
import { OrderLine } from './order-line.entity.js'
import { OrderNoticesService } from './order-notices.service.js'
import { moneyOf } from './order-payments.service.js'
import { Order } from './order.entity.js'
import { OrderPeopleQueries } from './order-people.queries.js'
import { kitchenStatusOf, mayOffer, MEAL_NAMES, peopleOf, pickupNumber } from './order.rules.js'
import { OrdersQueries } from './orders.queries.js'
import { PUTUO_2025_12 } from './scheme.js'
import { Sitting } from './sitting.entity.js'
import { assertServed } from './sitting.rules.js'
import { lineFor, turnAt } from './take-over.rules.js'
import { Wait } from './wait.entity.js'
import { WaitsQueries } from './waits.queries.js'

/** Meals that are given up after the freeze, and taken over by others at their own price (转让). */
@Injectable()
export class TakeOversService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly orders: OrdersQueries,
    private readonly whose: OrderPeopleQueries,
    private readonly offers: OfferedMealsQueries,
    private readonly endings: OrderEndingsService,
    private readonly holds: HoldsService,
    private readonly money: OrderMoneyService,
    private readonly waits: WaitsQueries,
    private readonly notices: OrderNoticesService,
    private readonly inbox: NoticesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives a meal up for somebody else; it stays the giver's until it is taken. Throws `canteen.order_not_found` (404),
   * `people.no_mandate` (403), `canteen.offer_too_early` while it could simply be cancelled, and `canteen.state_changed` (409).
   */
  offer(caller: Caller, once: OnceRequest, id: string): Promise<OrderView> {
    return this.idempotency.once(once, async (tx) => {
      const order = await this.orders.ownOrder(caller.personId, id, tx)
      await this.whose.assertHeld(tx, caller.personId, order, 'whole')
      const sitting = await tx.findOneByOrFail(Sitting, { id: order.sittingId })
      const now = this.clock.now()
      if (order.status === 'paid' && now < sitting.freezeAt)
        throw new DomainError('canteen.offer_too_early', { from: clockText(sitting.freezeAt) })
      if (!mayOffer(order, sitting, now)) throw new DomainError('canteen.state_changed', { status: order.status })
      // A step that the kitchen took back has no time: where it stands is kept all the same.
      const progressAt = order.status === 'cooking' ? (order.progressAt ?? now) : null
      const { affected } = await tx.update(
        Order,
        { id, status: order.status },
        { status: 'offered', offeredAt: now, progressAt },
      )
      if (affected !== 1) throw new LostRaceError()
      await this.tellLine(tx, order, sitting)
      return this.orders.detail(caller.personId, id, tx)
    })
  }

  /**
   * Keeps a given-up meal after all. Throws `canteen.order_not_found` (404), `people.no_mandate` (403), `canteen.meal_gone` (409) when
   * somebody took it.
   */
  withdraw(caller: Caller, once: OnceRequest, id: string): Promise<OrderView> {
    return this.idempotency.once(once, async (tx) => {
      const order = await this.orders.ownOrder(caller.personId, id, tx)
      await this.whose.assertHeld(tx, caller.personId, order, 'whole')
      const [given] = await lockRows(tx, Order, [id])
      if (given?.status !== 'offered') throw new DomainError('canteen.meal_gone')
      await tx.update(Order, { id, status: 'offered' }, { status: kitchenStatusOf(given), offeredAt: null })
      return this.orders.detail(caller.personId, id, tx)
    })
  }

  /**
   * Takes a given-up meal over at one's own price, from the wallet; the giver is refunded. Throws `canteen.meal_gone`,
   * `canteen.own_meal`, `canteen.state_changed` once the meal is over, `canteen.sitting_closed`, `canteen.not_your_turn`, `canteen.clash`, `canteen.price_changed` and `wallet.insufficient` (409).
   */
  takeOver(caller: Caller, once: OnceRequest, id: string, { expectedPayFen }: TakeOverRequest): Promise<OrderView> {
    return this.idempotency.once(once, async (tx) => {
      // Locked, so that no dish is refunded between the look at its price and the end of the giver's order.
      const [given] = await lockRows(tx, Order, [id])
      if (given?.status !== 'offered' || given.offeredAt === null) throw new DomainError('canteen.meal_gone')
      if (peopleOf(given).includes(caller.personId)) throw new DomainError('canteen.own_meal')
      const sitting = await tx.findOneByOrFail(Sitting, { id: given.sittingId })
      assertServed(sitting)
      if (this.clock.now() >= sitting.servingTo) throw new DomainError('canteen.state_changed', { status: 'over' })
      await this.assertTurn(tx, caller, given, given.offeredAt)
      const deal = await this.offers.deal(tx, caller, given, sitting)
      if (expectedPayFen !== undefined && expectedPayFen !== deal.price.payFen)
        throw new DomainError('canteen.price_changed', { was: yuan(expectedPayFen), now: yuan(deal.price.payFen) })
      const memo = `转让${MEAL_NAMES[sitting.meal]} ${given.pickupNumber}`
      const backFen = await this.endings.end(tx, given, { to: 'taken_over', memo })
      if (backFen === undefined) throw new DomainError('canteen.meal_gone')
      const order = await this.insert(tx, caller, given, deal)
      await this.notices.takenOver(tx, given, sitting, backFen)
      await this.notices.ordered(tx, order, sitting)
      return this.orders.detail(caller.personId, order.id, tx)
    })
  }

  private async assertTurn(tx: EntityManager, caller: Caller, given: Order, offeredAt: Date): Promise<void> {
    const now = this.clock.now()
    const line = lineFor(await this.waits.line(tx, given.sittingId), given)
    const from = turnAt(line, caller.personId, offeredAt)
    if (now < from) throw new DomainError('canteen.not_your_turn', { until: clockText(from) })
  }

  private async insert(
    tx: EntityManager,
    caller: Caller,
    given: Order,
    { lines, price }: PricedBasket,
  ): Promise<Order> {
    const [sitting] = await lockRows(tx, Sitting, [given.sittingId])
    // Whoever closes the meal locks it as well: it may be closed since it was looked at.
    if (sitting !== undefined) assertServed(sitting)
    await addToRows(tx, Sitting, [{ id: given.sittingId, add: { lastPickup: 1 } }])
    const pickup = pickupNumber((sitting?.lastPickup ?? 0) + 1)
    const order = takenOrder(given, { takerId: caller.personId, price, pickup, now: this.clock.now() })
    await insertRows(tx, Order, [order])
    await insertRows(
      tx,
      OrderLine,
      lines.map((line, position) => ({ id: newId(), orderId: order.id, position, refundedAt: null, ...line })),
    )
    await this.holds.useSubsidy(tx, order)
    await this.money.payFromWallet(tx, [{ ...moneyOf(order), payerId: caller.personId }])
    await tx.delete(Wait, { sittingId: order.sittingId, personId: caller.personId })
    return order
  }

  /** Whoever waits longest learns that there is a meal. */
  private async tellLine(tx: EntityManager, order: Order, sitting: Sitting): Promise<void> {
    const [first] = lineFor(await this.waits.line(tx, sitting.id), order)
    if (first === undefined) return
    const title = `有人转让一份${MEAL_NAMES[sitting.meal]}，先给你`
    const body = '五分钟内接下就是你的，按你自己的价钱算'
    const subject = { kind: 'order' as const, id: order.id }
    await this.inbox.tell(tx, [{ personId: first, kind: 'meal_offered', title, body, subject, urgent: true }])
  }
}

/** The meal as its new eater's order: what the kitchen has done of it stays, price and payer are theirs. */
function takenOrder(
  given: Order,
  { takerId, price, pickup, now }: { takerId: string; price: PricedBasket['price']; pickup: string; now: Date },
): Order {
  return {
    id: newId(),
    canteenId: given.canteenId,
    sittingId: given.sittingId,
    day: given.day,
    slotId: given.slotId,
    mode: given.mode,
    forPool: given.forPool,
    addressId: null,
    progressAt: given.progressAt,
    handedOverEarly: false,
    handedOverAt: null,
    handedOverById: null,
    eaterId: takerId,
    placedById: takerId,
    paidById: takerId,
    status: kitchenStatusOf(given),
    payBy: 'wallet',
    payUntil: null,
    pickupNumber: pickup,
    pickupCode: newSecretCode(),
    schemeVersion: PUTUO_2025_12.version,
    listFen: price.listFen,
    discountFen: price.discountFen,
    subsidyFen: price.subsidyFen,
    payFen: price.payFen,
    explanation: price.explanation,
    refundedFen: 0,
    leaveOut: null,
    door: 'app',
    note: '',
    offeredAt: null,
    takenFromId: given.id,
    cancelledAt: null,
    createdAt: now,
  }
}
