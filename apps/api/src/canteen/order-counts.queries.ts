import { Injectable } from '@nestjs/common'
import type { StoredOrderStatus } from '@wanli/contracts/canteen'
import type { EntityManager } from 'typeorm'

import { Order } from './order.entity.js'

/** Which orders are counted: all, or without those that are brought. */
export type CountedOrders = 'all' | 'at_window'

/** How many orders of a sitting one state has. */
export interface OrderCount {
  sittingId: string
  status: StoredOrderStatus
  count: number
}

/** Counts of orders, by the database: one statement however many there are. */
@Injectable()
export class OrderCountsQueries {
  /** Orders of these sittings by sitting and state as it is stored; states that no order has are missing. */
  async byStatus(
    from: EntityManager,
    sittingIds: readonly string[],
    which: CountedOrders = 'all',
  ): Promise<OrderCount[]> {
    if (sittingIds.length === 0) return []
    const query = from
      .createQueryBuilder(Order, 'o')
      .select('o.sittingId', 'sittingId')
      .addSelect('o.status', 'status')
      .addSelect('COUNT(*)', 'count')
      .where('o.sittingId IN (:...sittingIds)', { sittingIds })
      .groupBy('o.sittingId')
      .addGroupBy('o.status')
    if (which === 'at_window') query.andWhere("o.mode <> 'delivery'")
    const rows = await query.getRawMany<Omit<OrderCount, 'count'> & { count: string | number }>()
    return rows.map(({ sittingId, status, count }) => ({ sittingId, status, count: Number(count) }))
  }

  /** How many orders of each sitting are in a state that counts. */
  async perSitting(
    from: EntityManager,
    sittingIds: readonly string[],
    counts: (status: StoredOrderStatus) => boolean,
  ): Promise<Map<string, number>> {
    return ordersPer(await this.byStatus(from, sittingIds), counts)
  }
}

/** How many of counted orders each sitting has in a state that counts. */
export function ordersPer(
  rows: readonly OrderCount[],
  counts: (status: StoredOrderStatus) => boolean,
): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { sittingId, status, count } of rows)
    if (counts(status)) sums.set(sittingId, (sums.get(sittingId) ?? 0) + count)
  return sums
}
