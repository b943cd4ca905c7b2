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

/** What was ordered for these eaters in these sittings, and by whom: one statement. */
export async function earlierOrders(
  tx: EntityManager,
  eaters: readonly string[],
  sittings: readonly string[],
): Promise<EarlierOrders> {
  const [eaterIds, sittingIds] = [[...new Set(eaters)], [...new Set(sittings)]]
  const rows = await send(
    tx,
    `SELECT o.sitting_id, o.eater_id, o.placed_by_id, o.status, o.pickup_number, p.name
     FROM canteen_order o JOIN people_person p ON p.id = o.placed_by_id
     WHERE o.eater_id IN (${marks(eaterIds)}) AND o.sitting_id IN (${marks(sittingIds)})`,
    [...eaterIds, ...sittingIds],
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
