/*
 * What must never happen: a ticket that two cooks move twice, or a step taken back that somebody has acted on. Each step is one
 * conditional UPDATE of `OrderProgressService` that compares where the order stands, and to go back also when it came there.
 */
import { Injectable } from '@nestjs/common'
import type { TicketStepRequest, UndoableStep } from '@wanli/contracts/kitchen'
import { KITCHEN } from '@wanli/kernel/limits'
import type { EntityManager } from 'typeorm'

import { OrderNoticesService } from '../canteen/order-notices.service.js'
import { OrderProgressService } from '../canteen/order-progress.service.js'
import type { Order } from '../canteen/order.entity.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { worksAt } from '../canteen/staff-canteens.queries.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'

import { assertFrozen, BACK, FORWARD, undoSince, undoUntil } from './kitchen.rules.js'

/** Tickets on their way through the kitchen. */
@Injectable()
export class TicketsService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly progress: OrderProgressService,
    private readonly notices: OrderNoticesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Moves an order one step forward from where the cook saw it; who is to fetch it is told once that it is ready. Throws
   * `canteen.order_not_found` (404), `kitchen.not_frozen`, `canteen.state_changed` (409).
   */
  advance(caller: Caller, once: OnceRequest, id: string, { from }: TicketStepRequest): Promise<UndoableStep> {
    return this.idempotency.once(once, async (tx) => {
      const order = await this.orderOf(tx, caller, id)
      if (from === 'ready') throw new DomainError('canteen.state_changed', { status: order.status })
      const sitting = await tx.findOneByOrFail(Sitting, { id: order.sittingId })
      const now = this.clock.now()
      assertFrozen(sitting, now)
      const to = FORWARD[from]
      if (!(await this.progress.move(tx, order, { from, to })))
        throw new DomainError('canteen.state_changed', { status: order.status })
      // A meal that is brought is told of when it leaves.
      if (to === 'ready' && order.mode !== 'delivery') await this.notices.ready(tx, order, sitting)
      return { orderId: id, pickupNumber: order.pickupNumber, to, until: undoUntil(now).toISOString() }
    })
  }

  /**
   * Takes a step of the last thirty seconds back. Throws `canteen.order_not_found` (404), `kitchen.undo_too_late`,
   * `canteen.state_changed` (409).
   */
  undo(caller: Caller, once: OnceRequest, id: string, { from }: TicketStepRequest): Promise<{ undone: true }> {
    return this.idempotency.once(once, async (tx) => {
      const order = await this.orderOf(tx, caller, id)
      if (from === 'paid' || order.status !== from)
        throw new DomainError('canteen.state_changed', { status: order.status })
      const since = undoSince(this.clock.now())
      if (!(await this.progress.takeBack(tx, order, { from, to: BACK[from] }, since)))
        throw new DomainError('kitchen.undo_too_late', { seconds: KITCHEN.undoSeconds })
      if (from === 'ready') await this.notices.notReady(tx, order)
      return { undone: true as const }
    })
  }

  /** Begins several orders at once; answers how many of them still waited. Throws `kitchen.not_frozen` (409). */
  startTogether(caller: Caller, once: OnceRequest, orderIds: readonly string[]): Promise<{ started: number }> {
    return this.idempotency.once(once, async (tx) => {
      const orders = (await this.progress.read(tx, orderIds)).filter(({ canteenId }) => worksAt(caller, canteenId))
      let started = 0
      for (const sittingId of new Set(orders.map((order) => order.sittingId)))
        assertFrozen(await tx.findOneByOrFail(Sitting, { id: sittingId }), this.clock.now())
      // In the order of their ids, so that two cooks who begin the same ones wait for each other instead of in a circle.
      for (const order of orders.sort((a, b) => (a.id < b.id ? -1 : 1)))
        if (await this.progress.move(tx, order, { from: 'paid', to: 'cooking' })) started += 1
      return { started }
    })
  }

  private async orderOf(tx: EntityManager, caller: Caller, id: string): Promise<Order> {
    const [order] = await this.progress.read(tx, [id])
    if (order === undefined || !worksAt(caller, order.canteenId)) throw new DomainError('canteen.order_not_found')
    return order
  }
}
