/*
 * What must never happen: one order in two states, or a step that the state table does not know. `move` is one UPDATE that compares
 * the state it leaves; who comes second moves nothing.
 */
import { Injectable } from '@nestjs/common'
import type { StoredOrderStatus } from '@wanli/contracts/canteen'
import { In, MoreThan, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { LiveService, type LiveChange } from '../live/live.service.js'

import { MissedMealsService } from './missed-meals.service.js'
import { Order } from './order.entity.js'
import { NEXT_STATUSES, peopleOf, UNCOLLECTED, type OrderPeople } from './order.rules.js'

/** A step of an order in the kitchen or on the way. */
export interface Step {
  from: StoredOrderStatus
  to: StoredOrderStatus
}

/** The order of a step: who is told of it. */
type Moved = Pick<Order, 'id' | 'canteenId'> & OrderPeople

/** Steps of orders between being paid and being had. Who ends an order or gives money back asks `order-endings.service.ts`. */
@Injectable()
export class OrderProgressService {
  constructor(
    private readonly missed: MissedMealsService,
    private readonly live: LiveService,
    private readonly clock: Clock,
  ) {}

  /**
   * Moves an order one step, if it still stands where `from` says, and lets screens know. Answers whether it moved; throws Error for
   * a step that `NEXT_STATUSES` does not have.
   */
  async move(tx: EntityManager, order: Moved, step: Step): Promise<boolean> {
    assertKnown(step)
    const at = { id: order.id, status: step.from }
    const { affected } = await tx.update(Order, at, { status: step.to, progressAt: this.clock.now() })
    return affected === 1 && this.tell(tx, order)
  }

  /**
   * Takes a step back that was made after `since`, if the order still stands where `from` says. What was taken back is no step that
   * could be taken back again. Answers whether it moved; throws Error for a step that `NEXT_STATUSES` does not have.
   */
  async takeBack(tx: EntityManager, order: Moved, step: Step, since: Date): Promise<boolean> {
    assertKnown(step)
    const at = { id: order.id, status: step.from, progressAt: MoreThan(since) }
    const { affected } = await tx.update(Order, at, { status: step.to, progressAt: null })
    return affected === 1 && this.tell(tx, order)
  }

  private async tell(tx: EntityManager, ...orders: Moved[]): Promise<true> {
    const changes = orders.flatMap((order): LiveChange[] => [
      ...peopleOf(order).map((personId) => ({ topic: 'orders' as const, audience: { personId }, id: order.id })),
      { topic: `board:${order.canteenId}`, audience: { canteenId: order.canteenId }, id: order.id },
    ])
    await this.live.changed(tx, ...changes)
    return true
  }

  /** Orders of these ids, for who moves them. */
  read(tx: EntityManager, ids: readonly string[]): Promise<Order[]> {
    return tx.findBy(Order, { id: In([...ids]) })
  }

  /**
   * Writes down that nobody fetched what still waits at the window in these sittings, which are over, and tells its people and whoever
   * looks at it.
   */
  async leaveUncollected(tx: EntityManager, sittingIds: readonly string[]): Promise<void> {
    const orders = await this.missed.waiting(tx, sittingIds)
    if (orders.length === 0) return
    const ids = In(orders.map(({ id }) => id))
    // Whatever was handed over since it was read stays so.
    const waiting = { id: ids, status: In([...UNCOLLECTED]) }
    await tx.update(Order, waiting, { status: 'not_collected', progressAt: this.clock.now() })
    const marked = await tx.find(Order, { where: { id: ids, status: 'not_collected' }, select: { id: true } })
    const left = new Set(marked.map(({ id }) => id))
    await this.tell(tx, ...orders)
    const missed = orders.filter(({ id }) => left.has(id))
    await this.missed.tell(tx, missed)
  }
}

function assertKnown({ from, to }: Step): void {
  if (!NEXT_STATUSES[from].some((next: StoredOrderStatus) => next === to))
    throw new Error(`an order does not go from ${from} to ${to}`)
}
