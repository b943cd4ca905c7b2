/*
 * What must never happen: an order cancelled twice, or in part. `cancel` is one transaction: all of it or none; it begins with an
 * UPDATE that compares all it acts on. Orders are placed by `placing.service.ts`.
 */
import { Injectable } from '@nestjs/common'
import type { OrderView } from '@wanli/contracts/canteen'
import { sumFen } from '@wanli/kernel/money'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { In, type EntityManager } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { OrderMoneyService } from '../wallet/order-money.service.js'
import { PaymentsService } from '../wallet/payments.service.js'

import { HoldsService } from './holds.service.js'
import { OrderLine } from './order-line.entity.js'
import { OrderNoticesService } from './order-notices.service.js'
import { moneyOf } from './order-payments.service.js'
import { Order } from './order.entity.js'
import { mayCancel, MEAL_NAMES, statusAt, whenText } from './order.rules.js'
import { OrdersQueries } from './orders.queries.js'
import { Sitting } from './sitting.entity.js'

/** Writes of orders by those who eat and pay. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly holds: HoldsService,
    private readonly money: OrderMoneyService,
    private readonly payments: PaymentsService,
    private readonly orders: OrdersQueries,
    private readonly notices: OrderNoticesService,
    private readonly clock: Clock,
  ) {}

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

  private say(at: Date): string {
    return whenText(at, businessDayOf(at), this.clock.today())
  }
}
