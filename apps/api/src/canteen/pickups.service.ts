/*
 * What must never happen: one order handed over twice. The UPDATE in `handOver` moves a waiting order to `handed_over` and must
 * affect one row; who comes second is told who did it and when.
 */
import { Injectable } from '@nestjs/common'
import type { PickupRequest, PickupView } from '@wanli/contracts/pickups'
import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { In, type EntityManager } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { defined } from '../common/defined.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { PeopleService } from '../people/people.service.js'

import { OrderNoticesService } from './order-notices.service.js'
import { Order } from './order.entity.js'
import { COLLECTABLE, MEAL_NAMES, whenText } from './order.rules.js'
import { PickupsQueries } from './pickups.queries.js'
import { Sitting } from './sitting.entity.js'

/** Handing meals over at the window. */
@Injectable()
export class PickupsService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly pickups: PickupsQueries,
    private readonly people: PeopleService,
    private readonly notices: OrderNoticesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Hands over the order behind a number or code. Throws `canteen.pickup_not_found` (404), and 409: `canteen.pickup_ambiguous`
   * when a number means several waiting orders, `canteen.pickup_too_early` before serving time unless `early` is said,
   * `canteen.already_handed_over`, `canteen.order_cancelled`, `canteen.not_paid`, `canteen.state_changed` for one that is given up, on
   * its way or over.
   */
  handOver(caller: Caller, once: OnceRequest, body: PickupRequest): Promise<PickupView> {
    return this.idempotency.once(once, async (tx) => {
      const order = await this.theOrder(tx, caller, body.code)
      await this.assertWaiting(tx, order)
      const sitting = await tx.findOneByOrFail(Sitting, { id: order.sittingId })
      const now = this.clock.now()
      const early = now < sitting.servingFrom
      if (early && body.early !== true) throw this.tooEarly(sitting)
      const { affected } = await tx.update(
        Order,
        { id: order.id, status: In(COLLECTABLE) },
        { status: 'handed_over', handedOverAt: now, handedOverById: caller.personId, handedOverEarly: early },
      )
      if (affected !== 1) throw new DomainError('canteen.state_changed', { status: order.status })
      await this.notices.handedOver(tx, order, sitting)
      return this.pickups.view(await tx.findOneByOrFail(Order, { id: order.id }), tx)
    })
  }

  private async theOrder(tx: EntityManager, caller: Caller, code: string): Promise<Order> {
    const found = await this.pickups.ordersOf(caller, code, tx)
    const waiting = found.filter((order) => COLLECTABLE.includes(order.status))
    if (waiting.length > 1) throw new DomainError('canteen.pickup_ambiguous', { count: waiting.length })
    const [latest] = found.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
    return defined(waiting[0] ?? latest, 'an order behind a code')
  }

  private async assertWaiting(tx: EntityManager, order: Order): Promise<void> {
    const at = order.handedOverAt ?? order.cancelledAt
    const when = at === null ? '' : whenText(at, businessDayOf(at), this.clock.today())
    if (order.status === 'handed_over') {
      const by = await this.people.colleague(order.handedOverById, tx)
      throw new DomainError('canteen.already_handed_over', { at: when, by })
    }
    if (order.status === 'placed' || order.status === 'expired') throw new DomainError('canteen.not_paid')
    if (order.status.startsWith('cancelled')) throw new DomainError('canteen.order_cancelled', { at: when })
    if (!COLLECTABLE.includes(order.status)) throw new DomainError('canteen.state_changed', { status: order.status })
  }

  private tooEarly(sitting: Sitting): DomainError {
    return new DomainError('canteen.pickup_too_early', {
      day: dayText(sitting.day, this.clock.today()),
      meal: MEAL_NAMES[sitting.meal],
      from: clockText(sitting.servingFrom),
    })
  }
}
