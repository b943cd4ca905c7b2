import { Injectable } from '@nestjs/common'
import type { KitchenBoard, Ticket, TicketOrder, UndoableStep } from '@wanli/contracts/kitchen'
import { KITCHEN } from '@wanli/kernel/limits'
import { In, IsNull, MoreThan, type EntityManager } from 'typeorm'

import { Diet } from '../canteen/diet.entity.js'
import { OrderCountsQueries } from '../canteen/order-counts.queries.js'
import { OrderLine } from '../canteen/order-line.entity.js'
import { Order } from '../canteen/order.entity.js'
import type { Sitting } from '../canteen/sitting.entity.js'
import { Slot } from '../canteen/slot.entity.js'
import { Clock } from '../common/clock.js'

import { isCounted, MADE, TO_COOK, undoSince, undoUntil } from './kitchen.rules.js'
import { toTicket } from './kitchen.view.js'
import { RunsOfSitting } from './runs.queries.js'

type Counts = KitchenBoard['counts']

/** Tickets of the kitchen: a number of statements that does not grow with the orders. */
@Injectable()
export class TicketsQueries {
  constructor(
    private readonly orderCounts: OrderCountsQueries,
    private readonly runs: RunsOfSitting,
    private readonly clock: Clock,
  ) {}

  /** How many orders wait, are cooked and are made; one that is given up waits. */
  async counts(from: EntityManager, sittingId: string): Promise<Counts> {
    const rows = await this.orderCounts.byStatus(from, [sittingId])
    const counts = { waiting: 0, cooking: 0, made: 0 }
    for (const { status, count } of rows) {
      if (status === 'cooking') counts.cooking += count
      else if (MADE.includes(status)) counts.made += count
      else if (isCounted(status)) counts.waiting += count
    }
    return counts
  }

  /**
   * The first tickets of a sitting: what is on the stove, then what is due first; and how many wait behind them. `nameOf` is what the
   * kitchen calls the dishes of the meal.
   */
  async first(
    from: EntityManager,
    sitting: Sitting,
    { view, nameOf }: { view: TicketOrder; nameOf: ReadonlyMap<string, string> },
  ): Promise<{ tickets: Ticket[]; more: number }> {
    const query = from
      .createQueryBuilder(Order, 'o')
      .leftJoin(Slot, 'slot', 'slot.id = o.slotId')
      .addSelect('slot.fromAt', 'slot_from')
      .addSelect(`CASE WHEN o.status = 'cooking' THEN 0 ELSE 1 END`, 'turn')
      .where('o.sittingId = :sittingId AND o.status IN (:...states)', { sittingId: sitting.id, states: TO_COOK })
    if (view === 'delivery') query.andWhere(`o.mode = 'delivery'`)
    if (view === 'window') query.andWhere(`o.mode <> 'delivery'`).orderBy('o.mode', 'ASC')
    const total = await query.getCount()
    const orders = await query
      .addOrderBy('turn', 'ASC')
      .addOrderBy('slot_from', 'ASC')
      .addOrderBy('o.pickupNumber', 'ASC')
      .limit(KITCHEN.tickets)
      .getMany()
    return { tickets: await this.tickets(from, { sitting, orders, nameOf }), more: total - orders.length }
  }

  /** The latest step of a sitting that may still be taken back. */
  async undoable(from: EntityManager, sittingId: string): Promise<UndoableStep | null> {
    const since = undoSince(this.clock.now())
    const [order] = await from.find(Order, {
      where: { sittingId, status: In(['cooking', 'ready']), progressAt: MoreThan(since) },
      order: { progressAt: 'DESC', id: 'DESC' },
      take: 1,
    })
    if (!order?.progressAt) return null
    const until = undoUntil(order.progressAt).toISOString()
    return { orderId: order.id, pickupNumber: order.pickupNumber, to: order.status as UndoableStep['to'], until }
  }

  private async tickets(
    from: EntityManager,
    { sitting, orders, nameOf }: { sitting: Sitting; orders: readonly Order[]; nameOf: ReadonlyMap<string, string> },
  ): Promise<Ticket[]> {
    if (orders.length === 0) return []
    const lines = await from.find(OrderLine, {
      where: { orderId: In(orders.map(({ id }) => id)), refundedAt: IsNull() },
      order: { position: 'ASC' },
    })
    const slots = await from.findBy(Slot, { id: In(orders.flatMap(({ slotId }) => slotId ?? [])) })
    const diets = await from.findBy(Diet, { personId: In(orders.map(({ eaterId }) => eaterId)) })
    const runOf = await this.runNames(from, sitting, orders)
    const now = this.clock.now()
    return orders.map((order) =>
      toTicket(
        {
          order,
          lines: lines.filter(({ orderId }) => orderId === order.id),
          nameOf,
          slot: slots.find(({ id }) => id === order.slotId) ?? null,
          run: runOf.get(order.id) ?? null,
          diet: diets.find(({ personId }) => personId === order.eaterId) ?? null,
        },
        sitting.freezeAt,
        now,
      ),
    )
  }

  private async runNames(
    from: EntityManager,
    sitting: Sitting,
    orders: readonly Order[],
  ): Promise<Map<string, string>> {
    if (!orders.some(({ mode }) => mode === 'delivery')) return new Map()
    const runs = await this.runs.runsOf(from, sitting.id)
    return new Map(runs.flatMap(({ name, orderIds }) => orderIds.map((id) => [id, name] as const)))
  }
}
