import { Injectable } from '@nestjs/common'
import type { StoredOrderStatus } from '@wanli/contracts/canteen'
import type { PickupBoard, PickupView } from '@wanli/contracts/pickups'
import { addDays, instantOf } from '@wanli/kernel/shanghai-time'
import { Between, DataSource, In, MoreThanOrEqual, Not, type EntityManager, type FindOptionsWhere } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { PeopleService } from '../people/people.service.js'
import { maskedName } from '@wanli/kernel/names'

import { OrderCountsQueries } from './order-counts.queries.js'
import { OrderLine } from './order-line.entity.js'
import { Order } from './order.entity.js'
import { COLLECTABLE, readPickupNumber } from './order.rules.js'
import { toPickupView, type PickupParts } from './pickup.view.js'
import { Sitting } from './sitting.entity.js'
import { Slot } from './slot.entity.js'
import { ownCanteens, StaffCanteensQueries } from './staff-canteens.queries.js'

const RECENT = 6
/** Meals that are shown of people found by name. */
const MOST_WAITING = 20

/** Reads of the counter. Staff see the orders of their own canteen only. */
@Injectable()
export class PickupsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly canteens: StaffCanteensQueries,
    private readonly orderCounts: OrderCountsQueries,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** Orders behind a typed number or a scanned code: those that still wait first, the meal nearest to now before others. Throws `canteen.pickup_not_found` (404). */
  async find(caller: Caller, code: string): Promise<PickupView[]> {
    const { manager } = this.dataSource
    const orders = await this.ordersOf(caller, code, manager)
    const parts = await this.parts(manager, orders)
    const now = this.clock.now()
    // Yesterday's number must not speak for the meal of somebody who stands here now and has not paid.
    const away = (one: PickupParts): number => Math.abs(startOf(one) - now.getTime())
    return parts
      .sort((a, b) => Number(waits(b)) - Number(waits(a)) || away(a) - away(b))
      .map((one) => toPickupView(one, now))
  }

  /**
   * Order rows behind a number or code in the caller's canteens; a number is looked for from yesterday on, since numbers
   * repeat from sitting to sitting. Throws `canteen.pickup_not_found` (404).
   */
  async ordersOf(caller: Caller, code: string, from: EntityManager): Promise<Order[]> {
    const number = readPickupNumber(code)
    const where: FindOptionsWhere<Order> =
      number === null
        ? { pickupCode: code.trim() }
        : { sittingId: In(await this.lookedIn(caller, from)), pickupNumber: number }
    const orders = await from.findBy(Order, { ...where, ...ownCanteens(caller) })
    if (orders.length === 0) throw new DomainError('canteen.pickup_not_found')
    // Whoever stands at the window with a number means a meal that waits there; one that is brought is meant when none does.
    const atWindow = orders.filter(({ mode }) => mode !== 'delivery')
    return atWindow.some(({ status }) => COLLECTABLE.includes(status)) ? atWindow : orders
  }

  /** Sittings in which a number is looked for: numbers are found by their sitting, of which there are few, not in all orders. */
  private async lookedIn(caller: Caller, from: EntityManager): Promise<string[]> {
    const day = MoreThanOrEqual(addDays(this.clock.today(), -1))
    const sittings = await from.find(Sitting, { select: { id: true }, where: { day, ...ownCanteens(caller) } })
    return sittings.map(({ id }) => id)
  }

  /** Meals of today and tomorrow that wait for these people in the caller's canteens, the next one first. */
  async waitingFor(caller: Caller, personIds: readonly string[]): Promise<PickupView[]> {
    const { manager } = this.dataSource
    const orders = await manager.find(Order, {
      where: {
        eaterId: In([...personIds]),
        status: In([...COLLECTABLE]),
        day: Between(this.clock.today(), addDays(this.clock.today(), 1)),
        mode: Not('delivery'),
        ...ownCanteens(caller),
      },
      take: MOST_WAITING,
    })
    const parts = await this.parts(manager, orders)
    return parts.sort((a, b) => startOf(a) - startOf(b)).map((one) => toPickupView(one, this.clock.now()))
  }

  /** The counter's view of one order. */
  async view(order: Order, from: EntityManager): Promise<PickupView> {
    const [parts] = await this.parts(from, [order])
    if (parts === undefined) throw new Error(`order ${order.id} lost its sitting`)
    return toPickupView(parts, this.clock.now())
  }

  /** Today's sittings of the caller's canteen with how many wait and are served, and the latest hand-overs of the day. */
  async board(caller: Caller): Promise<PickupBoard> {
    const { manager } = this.dataSource
    const canteen = await this.canteens.of(caller)
    const sittings = await manager.find(Sitting, {
      where: { canteenId: canteen.id, day: this.clock.today() },
      order: { servingFrom: 'ASC' },
    })
    // Nobody comes to the window for a meal that is brought.
    const counts = await this.orderCounts.byStatus(
      manager,
      sittings.map(({ id }) => id),
      'at_window',
    )
    const countOf = (id: string, statuses: readonly StoredOrderStatus[]): number =>
      counts
        .filter(({ sittingId, status }) => sittingId === id && statuses.includes(status))
        .reduce((sum, { count }) => sum + count, 0)
    return {
      canteenName: canteen.name,
      window: canteen.windowName,
      sittings: sittings.map((sitting) => ({
        sittingId: sitting.id,
        day: sitting.day,
        meal: sitting.meal,
        serving: { from: sitting.servingFrom.toISOString(), to: sitting.servingTo.toISOString() },
        waiting: countOf(sitting.id, COLLECTABLE),
        handedOver: countOf(sitting.id, ['handed_over']),
      })),
      recent: await this.recent(manager, canteen.id),
    }
  }

  private async recent(from: EntityManager, canteenId: string): Promise<PickupBoard['recent']> {
    const orders = await from.find(Order, {
      where: {
        canteenId,
        status: 'handed_over',
        handedOverAt: MoreThanOrEqual(instantOf(this.clock.today(), '00:00')),
      },
      order: { handedOverAt: 'DESC' },
      take: RECENT,
    })
    const people = await this.people.briefs(
      orders.flatMap((order) => [order.eaterId, order.handedOverById ?? '']),
      from,
    )
    return orders.map((order) => ({
      orderId: order.id,
      pickupNumber: order.pickupNumber,
      eaterName: maskedName(people.get(order.eaterId)?.name ?? ''),
      handedOverAt: (order.handedOverAt ?? order.createdAt).toISOString(),
      handedOverBy: people.get(order.handedOverById ?? '')?.name ?? '',
    }))
  }

  private async parts(from: EntityManager, orders: Order[]): Promise<PickupParts[]> {
    const lines = await from.find(OrderLine, {
      where: { orderId: In(orders.map((order) => order.id)) },
      order: { position: 'ASC' },
    })
    const sittings = await from.findBy(Sitting, { id: In(orders.map((order) => order.sittingId)) })
    const slots = await from.findBy(Slot, { id: In(orders.flatMap((order) => order.slotId ?? [])) })
    const people = await this.people.briefs(
      orders.flatMap((order) => [order.eaterId, order.handedOverById ?? '']),
      from,
    )
    const birthDays = await this.people.birthDays(
      orders.map((order) => order.eaterId),
      from,
    )
    return orders.flatMap((order) => {
      const sitting = sittings.find((one) => one.id === order.sittingId)
      if (sitting === undefined) return []
      const own = lines.filter((line) => line.orderId === order.id)
      return [
        { order, lines: own, sitting, slot: slots.find((one) => one.id === order.slotId) ?? null, people, birthDays },
      ]
    })
  }
}

const waits = ({ order }: PickupParts): boolean => COLLECTABLE.includes(order.status)

function startOf({ sitting }: PickupParts): number {
  return sitting.servingFrom.getTime()
}
