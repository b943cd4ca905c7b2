import { Injectable } from '@nestjs/common'
import type { StoredOrderStatus } from '@wanli/contracts/canteen'
import type { ClaimOrder, ClaimOrdersQuery, ClaimRow, ClaimView, FiguresView } from '@wanli/contracts/manage'
import type { SpanQuery } from '@wanli/contracts/reviews'
import { sumFen } from '@wanli/kernel/money'
import { Between, DataSource, type EntityManager } from 'typeorm'

import { OrderCountsQueries } from '../canteen/order-counts.queries.js'
import { Order } from '../canteen/order.entity.js'
import { schemeName } from '../canteen/scheme.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { toCanteenView } from '../canteen/sitting.view.js'
import { StaffCanteensQueries } from '../canteen/staff-canteens.queries.js'
import { SubsidyUse } from '../canteen/subsidy-use.entity.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { Transactions } from '../database/transactions.js'

import { CookedQueries } from './cooked.queries.js'
import { figuresOf, type CountedMeal } from './figures.rules.js'
import { SalesQueries } from './sales.queries.js'
import { counts, isServed, SERVED } from './sales.rules.js'
import { assertSpan } from './span.rules.js'

/** Rights used at one sitting under one scheme. */
interface Claimed {
  sittingId: string
  scheme: string
  count: number
  handedOver: number
  fen: number
}

/** The canteen in figures, all of one moment: a fixed number of statements whatever the number of orders. */
@Injectable()
export class FiguresQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
    private readonly canteens: StaffCanteensQueries,
    private readonly cooked: CookedQueries,
    private readonly sales: SalesQueries,
    private readonly orderCounts: OrderCountsQueries,
    private readonly clock: Clock,
  ) {}

  /** Portions and money of a span of days. Throws `canteen.not_found` (404), `menus.span_too_long` (422). */
  async figures(caller: Caller, { from, to, canteenId }: SpanQuery): Promise<FiguresView> {
    assertSpan(from, to)
    const canteen = await this.canteens.of(caller, canteenId)
    const counted = await this.transactions.look(async (read) => {
      const sittings = await this.sittings(read, canteen.id, from, to)
      const ids = sittings.map(({ id }) => id)
      const sold = await this.sales.bySitting(read, ids)
      const claimed = await this.claimed(read, ids)
      const orders = await this.orderCounts.perSitting(read, ids, counts)
      const now = this.clock.now()
      const meals = sittings.map(({ id, day, meal, servingTo, closedReason }): CountedMeal => ({
        sittingId: id,
        day,
        meal,
        isOver: servingTo <= now,
        closedReason,
        orders: orders.get(id) ?? 0,
        subsidyFen: sumFen(claimed.filter(({ sittingId }) => sittingId === id).map(({ fen }) => fen)),
      }))
      return figuresOf(meals, await this.cooked.ofSittings(read, ids), sold)
    })
    return { canteen: toCanteenView(canteen), from, to, ...counted }
  }

  /** What the street owes for a span of days, by day, meal and scheme. Throws `canteen.not_found` (404), `menus.span_too_long` (422). */
  async claim(caller: Caller, { from, to, canteenId }: SpanQuery): Promise<ClaimView> {
    assertSpan(from, to)
    const canteen = await this.canteens.of(caller, canteenId)
    const { manager } = this.dataSource
    const sittings = await this.sittings(manager, canteen.id, from, to)
    const claimed = await this.claimed(
      manager,
      sittings.map(({ id }) => id),
    )
    const rows = sittings.flatMap(({ id, day, meal }): ClaimRow[] =>
      claimed
        .filter(({ sittingId }) => sittingId === id)
        .map(({ scheme, count, handedOver, fen }) => ({
          day,
          meal,
          scheme,
          schemeName: schemeName(scheme),
          count,
          handedOver,
          fen,
        })),
    )
    const count = rows.reduce((sum, row) => sum + row.count, 0)
    return { canteen: toCanteenView(canteen), from, to, rows, count, fen: sumFen(rows.map(({ fen }) => fen)) }
  }

  /** The orders behind one row of the claim, so that each fen can be followed: numbers, no names. Throws `canteen.not_found` (404). */
  async claimOrders(caller: Caller, { day, meal, scheme, canteenId }: ClaimOrdersQuery): Promise<ClaimOrder[]> {
    const canteen = await this.canteens.of(caller, canteenId)
    const sitting = await this.dataSource.manager.findOneBy(Sitting, { canteenId: canteen.id, day, meal })
    if (sitting === null) return []
    const rows = await this.dataSource.manager
      .createQueryBuilder(Order, 'o')
      .innerJoin(SubsidyUse, 'u', 'u.orderId = o.id AND u.scheme = :scheme', { scheme })
      .select('o.id', 'orderId')
      .addSelect('o.pickupNumber', 'pickupNumber')
      .addSelect('o.status', 'status')
      .addSelect('u.amountFen', 'fen')
      .where("o.sittingId = :id AND o.status <> 'placed'", { id: sitting.id })
      .orderBy('o.pickupNumber', 'ASC')
      .getRawMany<Pick<ClaimOrder, 'orderId' | 'pickupNumber'> & { status: StoredOrderStatus; fen: string | number }>()
    return rows.map(({ orderId, pickupNumber, status, fen }) => {
      return { orderId, pickupNumber, handedOver: isServed(status), fen: Number(fen) }
    })
  }

  private sittings(read: EntityManager, canteenId: string, from: string, to: string): Promise<Sitting[]> {
    return read.find(Sitting, {
      where: { canteenId, day: Between(from, to) },
      order: { day: 'ASC', servingFrom: 'ASC' },
    })
  }

  /** Rights that are in use, by sitting and scheme: what was refunded has no row any more, what is not paid yet has one for nothing yet. */
  private async claimed(read: EntityManager, sittingIds: readonly string[]): Promise<Claimed[]> {
    if (sittingIds.length === 0) return []
    const rows = await read
      .createQueryBuilder(Order, 'o')
      .innerJoin(SubsidyUse, 'u', 'u.orderId = o.id')
      .select('o.sittingId', 'sittingId')
      .addSelect('u.scheme', 'scheme')
      .addSelect('COUNT(*)', 'count')
      .addSelect('SUM(CASE WHEN o.status IN (:...served) THEN 1 ELSE 0 END)', 'handedOver')
      .setParameter('served', SERVED)
      .addSelect('SUM(u.amountFen)', 'fen')
      .where('o.sittingId IN (:...sittingIds)', { sittingIds })
      .andWhere("o.status <> 'placed'")
      .groupBy('o.sittingId')
      .addGroupBy('u.scheme')
      .orderBy('u.scheme', 'ASC')
      .getRawMany<Record<'sittingId' | 'scheme', string> & Record<'count' | 'handedOver' | 'fen', string | number>>()
    return rows.map(({ sittingId, scheme, count, handedOver, fen }) => ({
      sittingId,
      scheme,
      count: Number(count),
      handedOver: Number(handedOver),
      fen: Number(fen),
    }))
  }
}
