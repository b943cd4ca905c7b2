/*
 * What must never happen: money that reached WeChat for an order and did neither pay it nor go back. `arrived` moves the order to
 * `paid` by a conditional UPDATE, from `placed`, or from `expired` when all it held can be had again; whatever else is refused, and
 * the wallet sends it back.
 */
import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { PaymentView } from '@wanli/contracts/wallet'
import { type EntityManager, type FindOptionsWhere } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { OrderMoneyService, type OrderMoney } from '../wallet/order-money.service.js'
import { PaymentsService } from '../wallet/payments.service.js'
import { SettlementService, type OrderMoneyTaker } from '../wallet/settlement.service.js'

import { Canteen } from './canteen.entity.js'
import { HoldsService } from './holds.service.js'
import { OrderLine } from './order-line.entity.js'
import { OrderNoticesService } from './order-notices.service.js'
import { Order } from './order.entity.js'
import { MEAL_NAMES, statusAt } from './order.rules.js'
import { OrdersQueries } from './orders.queries.js'
import { Sitting } from './sitting.entity.js'
import { assertServed } from './sitting.rules.js'
import { ownCanteens } from './staff-canteens.queries.js'

/** What an order costs whom, as the wallet books it. */
export function moneyOf({
  id,
  canteenId,
  payFen,
  subsidyFen,
  pickupNumber,
  paidById,
}: Order): OrderMoney & { payerId: string } {
  return { orderId: id, canteenId, payFen, subsidyFen, memo: `订餐 ${pickupNumber}`, payerId: paidById }
}

/** Orders that are paid at WeChat or in cash at the counter. */
@Injectable()
export class OrderPaymentsService implements OrderMoneyTaker, OnModuleInit {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly orders: OrdersQueries,
    private readonly holds: HoldsService,
    private readonly money: OrderMoneyService,
    private readonly payments: PaymentsService,
    private readonly settlement: SettlementService,
    private readonly notices: OrderNoticesService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.settlement.takeOrdersWith(this)
  }

  /**
   * Begins the payment an order waits for, or offers the one that was begun. Throws `canteen.order_not_found` (404) to anybody but
   * who pays it, `canteen.state_changed` (409) when it waits for no money, and what `PaymentsService.begin` and `offer` throw.
   */
  async pay(caller: Caller, once: OnceRequest, id: string): Promise<PaymentView> {
    const { paymentId } = await this.idempotency.once(once, async (tx) => {
      const order = await this.orders.ownOrder(caller.personId, id, tx)
      if (order.paidById !== caller.personId) throw new DomainError('canteen.order_not_found')
      const status = statusAt(order, this.clock.now())
      if (status !== 'placed' || order.payUntil === null) throw new DomainError('canteen.state_changed', { status })
      return { paymentId: await this.begin(tx, order, order.payUntil) }
    })
    return this.payments.offer(paymentId)
  }

  /**
   * The order's money is there. `refused` when it was cancelled; a DomainError when it expired and cannot be had again, and when it was
   * heard of so late that the meal is over.
   */
  async arrived(tx: EntityManager, orderId: string, amountFen: number): Promise<'kept' | 'refused'> {
    const order = await this.settle(tx, { id: orderId, payBy: 'wechat', payFen: amountFen })
    if (order === undefined) return 'refused'
    const { servingTo } = await tx.findOneByOrFail(Sitting, { id: order.sittingId })
    if (this.clock.now() >= servingTo) throw new DomainError('canteen.state_changed', { status: 'over' })
    await this.money.payFromWechat(tx, moneyOf(order))
    return 'kept'
  }

  /**
   * Takes the cash of an order that waits at the counter, also of one whose time has just ended when all it held can be had again.
   * Answers the order; undefined when it does not wait for cash in a canteen of the caller's. Throws what `HoldsService.retake` throws,
   * `canteen.sitting_closed` (409).
   */
  async takeCash(tx: EntityManager, caller: Caller, orderId: string): Promise<Order | undefined> {
    const order = await this.settle(tx, { id: orderId, payBy: 'counter', ...ownCanteens(caller) })
    if (order !== undefined) await this.money.payFromDrawer(tx, [moneyOf(order)])
    return order
  }

  /** Moves an order that waits for money, or has just waited too long, to `paid`, with what it holds. */
  private async settle(tx: EntityManager, waits: FindOptionsWhere<Order> & { id: string }): Promise<Order | undefined> {
    const inTime = await this.move(tx, 'placed', waits)
    if (!inTime && !(await this.move(tx, 'expired', waits))) return undefined
    const order = await tx.findOneByOrFail(Order, { id: waits.id })
    const sitting = await tx.findOneByOrFail(Sitting, { id: order.sittingId })
    assertServed(sitting)
    if (!inTime) await this.holds.retake(tx, order, await tx.findBy(OrderLine, { orderId: order.id }))
    await this.notices.ordered(tx, order, sitting)
    return order
  }

  /** The order could not use its money: whoever paid is told. */
  async goesBack(tx: EntityManager, orderId: string, amountFen: number): Promise<void> {
    await this.notices.cameTooLate(tx, await tx.findOneByOrFail(Order, { id: orderId }), amountFen)
  }

  private async move(tx: EntityManager, from: 'placed' | 'expired', waits: FindOptionsWhere<Order>): Promise<boolean> {
    const { affected } = await tx.update(Order, { ...waits, status: from }, { status: 'paid' })
    return affected === 1
  }

  private async begin(tx: EntityManager, order: Order, expiresAt: Date): Promise<string> {
    const canteen = await tx.findOneByOrFail(Canteen, { id: order.canteenId })
    const sitting = await tx.findOneByOrFail(Sitting, { id: order.sittingId })
    return this.payments.beginForOrder(tx, {
      personId: order.paidById,
      purpose: 'order',
      orderId: order.id,
      amountFen: order.payFen,
      description: `${canteen.name} ${MEAL_NAMES[sitting.meal]} ${order.pickupNumber}`,
      expiresAt,
    })
  }
}
