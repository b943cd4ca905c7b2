import { Injectable } from '@nestjs/common'
import type { StoredOrderStatus } from '@wanli/contracts/canteen'
import type { EntityManager } from 'typeorm'

import { OrderLine } from '../canteen/order-line.entity.js'
import { Order } from '../canteen/order.entity.js'
import { Sitting } from '../canteen/sitting.entity.js'
import type { SoldPart } from './figures.rules.js'
import { TO_BE_SERVED, type HoldingOrder } from './sales.rules.js'

type Raw = Record<'sittingId' | 'offerId' | 'status', string> &
  Record<'halves' | 'payFen' | 'discountFen' | 'orders', string | number>

const HALVES = `SUM(l.quantity * CASE WHEN l.portion_size = 'half' THEN 1 ELSE 2 END)`

/** What was sold, added up by the database: one statement however many orders there are. */
@Injectable()
export class SalesQueries {
  /** Sales of these sittings by offer and state of the order. */
  async bySitting(from: EntityManager, sittingIds: readonly string[]): Promise<SoldPart[]> {
    if (sittingIds.length === 0) return []
    const rows = await this.lines(from, sittingIds)
      .addSelect('o.sittingId', 'sittingId')
      .addSelect('o.status', 'status')
      .addSelect(HALVES, 'halves')
      .addSelect('SUM(l.pay_fen)', 'payFen')
      .addSelect('SUM(l.discount_fen)', 'discountFen')
      .groupBy('l.offerId')
      .addGroupBy('o.sittingId')
      .addGroupBy('o.status')
      .getRawMany<Raw>()
    return rows.map((row) => ({
      sittingId: row.sittingId,
      offerId: row.offerId,
      status: row.status as StoredOrderStatus,
      halves: Number(row.halves),
      payFen: Number(row.payFen),
      discountFen: Number(row.discountFen),
    }))
  }

  /** Halves of each offer that stood, paid, when the meal of these sittings was closed, and were refunded for that. */
  async calledOff(from: EntityManager, sittingIds: readonly string[]): Promise<Map<string, number>> {
    if (sittingIds.length === 0) return new Map()
    const rows = await from
      .createQueryBuilder(Order, 'o')
      .innerJoin(Sitting, 's', 's.id = o.sittingId AND o.cancelledAt >= s.closedAt')
      .innerJoin(OrderLine, 'l', 'l.orderId = o.id AND l.refundedAt >= s.closedAt')
      .select('l.offerId', 'offerId')
      .addSelect(HALVES, 'halves')
      .where("o.sittingId IN (:...sittingIds) AND o.status = 'cancelled_by_canteen'", { sittingIds })
      .groupBy('l.offerId')
      .getRawMany<Raw>()
    return new Map(rows.map(({ offerId, halves }) => [offerId, Number(halves)]))
  }

  /** How many orders that are still to be served hold each offer of these sittings. */
  async standingOrders(from: EntityManager, sittingIds: readonly string[]): Promise<Map<string, number>> {
    if (sittingIds.length === 0) return new Map()
    const rows = await this.lines(from, sittingIds)
      .addSelect('COUNT(DISTINCT o.id)', 'orders')
      .andWhere('o.status IN (:...standing)', { standing: TO_BE_SERVED })
      .groupBy('l.offerId')
      .getRawMany<Raw>()
    return new Map(rows.map((row) => [row.offerId, Number(row.orders)]))
  }

  /**
   * Orders that are still to be served and hold one of these offers, each once with those it holds; `pickup_number` counts in the order in
   * which they were placed.
   */
  async ordersWith(from: EntityManager, offerIds: readonly string[]): Promise<HoldingOrder[]> {
    if (offerIds.length === 0) return []
    const rows = await from
      .createQueryBuilder(Order, 'o')
      .innerJoin(OrderLine, 'l', 'l.orderId = o.id AND l.refundedAt IS NULL')
      .select('o.id', 'orderId')
      .distinct(true)
      .addSelect('o.sittingId', 'sittingId')
      .addSelect('o.pickupNumber', 'pickupNumber')
      .addSelect('l.offerId', 'offerId')
      .where('l.offerId IN (:...offerIds)', { offerIds: [...offerIds] })
      .andWhere('o.status IN (:...standing)', { standing: TO_BE_SERVED })
      .orderBy('o.pickupNumber', 'ASC')
      .getRawMany<Omit<HoldingOrder, 'offerIds'> & { offerId: string }>()
    const orders = new Map<string, HoldingOrder>()
    for (const { offerId, ...row } of rows) {
      const { offerIds: held } = orders.get(row.orderId) ?? { offerIds: [] }
      orders.set(row.orderId, { ...row, offerIds: [...held, offerId] })
    }
    return [...orders.values()]
  }

  private lines(from: EntityManager, sittingIds: readonly string[]) {
    return from
      .createQueryBuilder(Order, 'o')
      .innerJoin(OrderLine, 'l', 'l.orderId = o.id AND l.refundedAt IS NULL')
      .select('l.offerId', 'offerId')
      .where('o.sittingId IN (:...sittingIds)', { sittingIds })
  }
}
