import type { StoredOrderStatus } from '@wanli/contracts/canteen'
import type { EntityManager } from 'typeorm'

import { marks } from '../database/rows.js'
import { send } from '../database/together.js'

import { earlierKey, type EarlierOrder } from './placing.rules.js'

/** What was ordered before: orders by `earlierKey`, and the names of who placed them by id. */
export interface EarlierOrders {
  orders: Map<string, EarlierOrder[]>
  names: Map<string, string>
}

/** A meal that somebody asks for. */
export interface MealAsked {
  callerId: string
  eaterId: string
  sittingId: string
}

/**
 * What others than the callers have ordered of these meals, and who they are: one statement. What somebody orders for themselves over
 * and over is nobody's surprise, and is not read.
 */
export async function earlierOrders(tx: EntityManager, asked: readonly MealAsked[]): Promise<EarlierOrders> {
  const idsOf = (meals: readonly MealAsked[]): string[] => [...new Set(meals.map(({ eaterId }) => eaterId))]
  const sittingIds = [...new Set(asked.map(({ sittingId }) => sittingId))]
  const eaterIds = idsOf(asked)
  // For these the eater is one of the others.
  const helpedIds = idsOf(asked.filter(({ callerId, eaterId }) => callerId !== eaterId))
  const orHelped = helpedIds.length === 0 ? '' : ` OR o.eater_id IN (${marks(helpedIds)})`
  const rows = await send(
    tx,
    `SELECT o.sitting_id, o.eater_id, o.placed_by_id, o.status, o.pickup_number, p.name
     FROM canteen_order o JOIN people_person p ON p.id = o.placed_by_id
     WHERE o.eater_id IN (${marks(eaterIds)}) AND o.sitting_id IN (${marks(sittingIds)})
       AND (o.placed_by_id <> o.eater_id${orHelped})`,
    [...eaterIds, ...sittingIds, ...helpedIds],
  )
  const earlier: EarlierOrders = { orders: new Map(), names: new Map() }
  for (const row of rows as Record<string, string>[]) {
    const placedById = row['placed_by_id'] ?? ''
    const status = (row['status'] ?? '') as StoredOrderStatus
    const order = { placedById, status, pickupNumber: row['pickup_number'] ?? '' }
    const key = earlierKey(row['sitting_id'] ?? '', row['eater_id'] ?? '')
    earlier.orders.set(key, [...(earlier.orders.get(key) ?? []), order])
    earlier.names.set(placedById, row['name'] ?? '')
  }
  return earlier
}
