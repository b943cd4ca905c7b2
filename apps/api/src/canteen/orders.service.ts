/*
 * What must never happen: an order cancelled twice, or in part. `cancel` is one transaction: all of it or none; it begins with an
 * UPDATE that compares all it acts on. Orders are placed by `placing.service.ts`.
 */
import { Injectable } from '@nestjs/common'
import type { OrderView } from '@wanli/contracts/canteen'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import type { EntityManager } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { LostRaceError } from '../database/constraint-errors.js'
import { PaymentsService } from '../wallet/payments.service.js'

import { OrderEndingsService } from './order-endings.service.js'
import { OrderNoticesService } from './order-notices.service.js'
import { OrderPeopleQueries } from './order-people.queries.js'
import { mayCancel, MEAL_NAMES, statusAt, whenText } from './order.rules.js'
import { OrdersQueries } from './orders.queries.js'
import { Sitting } from './sitting.entity.js'

/** Writes of orders by those who eat and pay. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly endings: OrderEndingsService,
    private readonly payments: PaymentsService,
    private readonly orders: OrdersQueries,
    private readonly whose: OrderPeopleQueries,
    private readonly notices: OrderNoticesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Cancels an order that was not paid yet, or before the kitchen freezes its count: portions, place, subsidy right and money go back
   * exactly once, and what WeChat is still waiting for is ended. Throws `canteen.order_not_found` (404), `people.no_mandate` (403),
   * `canteen.cancel_too_late` and `canteen.state_changed` (409).
   */
  async cancel(caller: Caller, once: OnceRequest, id: string): Promise<OrderView> {
    const view = await this.idempotency.once(once, (tx) => this.cancelOnce(tx, caller, id))
    if (view.payBy === 'wechat') await this.payments.closeOfOrder(id)
    return view
  }

  private async cancelOnce(tx: EntityManager, caller: Caller, id: string): Promise<OrderView> {
    const order = await this.orders.ownOrder(caller.personId, id, tx)
    await this.whose.assertHeld(tx, caller.personId, order, 'money')
    const sitting = await tx.findOneByOrFail(Sitting, { id: order.sittingId })
    const now = this.clock.now()
    const status = statusAt(order, now)
    if (status !== 'paid' && status !== 'placed') throw new DomainError('canteen.state_changed', { status })
    if (!mayCancel(order, sitting.freezeAt, now))
      throw new DomainError('canteen.cancel_too_late', { until: this.say(sitting.freezeAt) })
    const memo = `退${MEAL_NAMES[sitting.meal]} ${order.pickupNumber}`
    const payFen = await this.endings.end(tx, order, { to: 'cancelled_by_eater', memo })
    // A dish of it was refunded, or it was moved, since it was read: what is left of it is looked at again.
    if (payFen === undefined) throw new LostRaceError()
    await this.notices.cancelled(tx, order, sitting, payFen)
    return this.orders.detail(caller.personId, id, tx)
  }

  private say(at: Date): string {
    return whenText(at, businessDayOf(at), this.clock.today())
  }
}
