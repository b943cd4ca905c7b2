/*
 * What must never happen: an order that took some of its portions, or was paid and not kept. `place` and `cancel` are one
 * transaction each: all of it or none. Rows are locked in one order: order, offers by id, slot, sitting, mandate, accounts.
 */
import { Injectable } from '@nestjs/common'
import type { OrderView, PlaceOrderRequest } from '@wanli/contracts/canteen'
import { sumFen, yuan } from '@wanli/kernel/money'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { In, type EntityManager } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { newId, newSecretCode } from '../common/new-id.js'
import { OrderMoneyService } from '../wallet/order-money.service.js'
import { PaymentsService } from '../wallet/payments.service.js'

import { BasketsService, type Basket } from './baskets.service.js'
import { HoldsService } from './holds.service.js'
import { OrderExpiryService } from './order-expiry.service.js'
import { OrderLine } from './order-line.entity.js'
import { OrderNoticesService } from './order-notices.service.js'
import { moneyOf } from './order-payments.service.js'
import { Order } from './order.entity.js'
import { assertOpen, beginOrder, mayCancel, MEAL_NAMES, statusAt, whenText } from './order.rules.js'
import { OrdersQueries } from './orders.queries.js'
import { PUTUO_2025_12 } from './scheme.js'
import { Sitting } from './sitting.entity.js'
import { StockService } from './stock.service.js'

/** Writes of orders by those who eat and pay. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly baskets: BasketsService,
    private readonly stock: StockService,
    private readonly holds: HoldsService,
    private readonly expiry: OrderExpiryService,
    private readonly money: OrderMoneyService,
    private readonly payments: PaymentsService,
    private readonly orders: OrdersQueries,
    private readonly notices: OrderNoticesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Orders a meal: portions, a place in the slot, a pick-up number, the subsidy and, from the wallet, the money, or none of them. One
   * to be paid at WeChat holds all but the money for ten minutes. Throws the refusals of a basket, `canteen.cut_off_passed`,
   * `canteen.sold_out`, `canteen.slot_full`, `canteen.price_changed`, `wallet.insufficient`, `wallet.wechat_off` and
   * `wallet.wechat_needed` (409).
   */
  async place(caller: Caller, once: OnceRequest, body: PlaceOrderRequest): Promise<OrderView> {
    // What others did not pay in time is free, whether or not somebody has written it down yet.
    await this.expiry.expireDue()
    return this.idempotency.once(once, async (tx) => {
      const basket = await this.baskets.price(tx, caller, body)
      const slotId = this.assertPlaceable(body, basket)
      if (body.payBy === 'wechat') await this.payments.assertCanPay(tx, caller.personId)
      await this.stock.take(tx, basket.lines)
      await this.stock.takePlace(tx, basket.sitting.id, slotId)
      const pickupNumber = await this.stock.nextPickupNumber(tx, basket.sitting.id)
      const order = this.newOrder(caller, { ...body, slotId }, basket, pickupNumber)
      order.paidById = await this.holds.act(tx, order)
      await this.insert(tx, order, basket)
      await this.holds.useSubsidy(tx, order)
      if (order.status === 'paid') {
        await this.pay(tx, order)
        await this.notices.ordered(tx, order, basket.sitting)
      }
      return this.orders.detail(caller.personId, order.id, tx)
    })
  }

  /**
   * Cancels an order that was not paid yet, or before the kitchen freezes its count: portions, place, subsidy right and money go back
   * exactly once, and what WeChat is still waiting for is ended. Throws `canteen.order_not_found` (404), `canteen.cancel_too_late` and
   * `canteen.state_changed` (409).
   */
  async cancel(caller: Caller, once: OnceRequest, id: string): Promise<OrderView> {
    const view = await this.idempotency.once(once, (tx) => this.cancelOnce(tx, caller, id))
    if (view.payBy === 'wechat') await this.payments.closeOfOrder(id)
    return view
  }

  private async cancelOnce(tx: EntityManager, caller: Caller, id: string): Promise<OrderView> {
    const order = await this.orders.ownOrder(caller.personId, id, tx)
    const sitting = await tx.findOneByOrFail(Sitting, { id: order.sittingId })
    const now = this.clock.now()
    const status = statusAt(order, now)
    if (status !== 'paid' && status !== 'placed') throw new DomainError('canteen.state_changed', { status })
    if (!mayCancel(order, sitting.freezeAt, now))
      throw new DomainError('canteen.cancel_too_late', { until: this.say(sitting.freezeAt) })
    // Compared with all that is acted on: a payment or a refunded line that came in between changes it.
    const seen = { id, status, refundedFen: order.refundedFen }
    const refundedFen = status === 'paid' ? order.payFen : 0
    const cancelled = { status: 'cancelled_by_eater' as const, cancelledAt: now, refundedFen }
    const { affected } = await tx.update(Order, seen, cancelled)
    if (affected !== 1) throw new DomainError('canteen.state_changed', { status })
    const lines = await tx.findBy(OrderLine, { orderId: id })
    await this.holds.release(tx, order, lines)
    const standing = lines.filter((line) => line.refundedAt === null)
    const payFen = sumFen(standing.map((line) => line.payFen))
    const subsidyFen = sumFen(standing.map((line) => line.subsidyFen))
    if (status === 'paid') {
      const memo = `退${MEAL_NAMES[sitting.meal]} ${order.pickupNumber}`
      await this.money.giveBack(tx, { ...moneyOf(order), payFen, subsidyFen, memo, part: 'all' })
      await tx.update(OrderLine, { id: In(standing.map((line) => line.id)) }, { refundedAt: now })
    }
    await this.notices.cancelled(tx, order, sitting, payFen)
    return this.orders.detail(caller.personId, id, tx)
  }

  /** What the rules say of a basket at this moment; answers the slot. */
  private assertPlaceable(body: PlaceOrderRequest, { sitting, price }: Basket): string {
    assertOpen(sitting, this.clock.now(), (at) => this.say(at))
    if (body.slotId === undefined) throw new DomainError('canteen.slot_required')
    if (body.expectedPayFen !== undefined && body.expectedPayFen !== price.payFen)
      throw new DomainError('canteen.price_changed', { was: yuan(body.expectedPayFen), now: yuan(price.payFen) })
    return body.slotId
  }

  private newOrder(
    caller: Caller,
    body: PlaceOrderRequest & { slotId: string },
    { sitting, eater, price }: Basket,
    pickupNumber: string,
  ): Order {
    const createdAt = this.clock.now()
    return {
      id: newId(),
      canteenId: sitting.canteenId,
      sittingId: sitting.id,
      day: sitting.day,
      slotId: body.slotId,
      eaterId: eater.brief.id,
      placedById: caller.personId,
      paidById: caller.personId,
      ...beginOrder(body.payBy, price.payFen, createdAt),
      mode: body.mode,
      pickupNumber,
      pickupCode: newSecretCode(),
      schemeVersion: PUTUO_2025_12.version,
      listFen: price.listFen,
      discountFen: price.discountFen,
      subsidyFen: price.subsidyFen,
      payFen: price.payFen,
      payBy: body.payBy,
      refundedFen: 0,
      explanation: price.explanation,
      note: (body.note ?? '').trim(),
      handedOverEarly: false,
      handedOverAt: null,
      handedOverById: null,
      cancelledAt: null,
      createdAt,
    }
  }

  private async insert(tx: EntityManager, order: Order, basket: Basket): Promise<void> {
    await tx.insert(Order, order)
    await tx.insert(
      OrderLine,
      basket.lines.map((line, position) => ({ id: newId(), orderId: order.id, position, refundedAt: null, ...line })),
    )
  }

  private pay(tx: EntityManager, order: Order): Promise<void> {
    const money = moneyOf(order)
    return order.payBy === 'wechat'
      ? this.money.payFromWechat(tx, money)
      : this.money.payFromWallet(tx, order.paidById, money)
  }

  private say(at: Date): string {
    return whenText(at, businessDayOf(at), this.clock.today())
  }
}
