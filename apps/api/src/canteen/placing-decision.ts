import { newId, newSecretCode } from '../common/new-id.js'

import type { Order } from './order.entity.js'
import { placeOne, type Placed } from './placing.rules.js'
import type { Ask, LaidTable } from './placing-tables.service.js'
import type { NewOrder } from './placing-writes.service.js'

/**
 * Decides one order on the table, its mandate included. Throws, and moves nothing: what `placeOne` throws, `people.no_mandate` (403) and
 * `mandates.cap_reached` (409).
 */
export function decide(table: LaidTable, request: Ask, now: Date): NewOrder {
  const { order: row, lines } =
    request.door === 'counter' ? placeForGuest(table, request, now) : placeByMandate(table, request, now)
  const order: Order = { id: newId(), pickupCode: newSecretCode(), ...row }
  if (request.door === 'app') {
    const { payFen: amountFen, placedById: agentId, eaterId: principalId, paidById, id: orderId } = order
    const what = `订餐 ${order.pickupNumber}`
    table.mandates.act({ agentId, principalId, scope: 'meals', amountFen, what, orderId, paidById })
  }
  const kept = lines.map((line, position) => ({ id: newId(), orderId: order.id, position, refundedAt: null, ...line }))
  return { order, lines: kept, insteadOf: request.insteadOf }
}

/** By oneself, or for somebody whose mandate one holds. */
function placeByMandate(table: LaidTable, { callerId, body, door }: Ask, now: Date): Placed {
  const principalId = body.forPersonId ?? callerId
  const { payerId } = table.mandates.standing(callerId, principalId, 'meals')
  const act = { agentId: callerId, principalId, scope: 'meals' as const }
  const assertMay = (amountFen: number): void => table.mandates.assertMay({ ...act, amountFen })
  // Who pays at WeChat pays themself.
  return placeOne(
    table,
    { callerId, body, door, payerId: body.payBy === 'wechat' ? callerId : payerId, assertMay },
    now,
  )
}

/** For somebody who stands at the counter, and pays themself. */
function placeForGuest(table: LaidTable, { callerId, body, door }: Ask, now: Date): Placed {
  const payerId = body.forPersonId ?? callerId
  return placeOne(table, { callerId, body, door, payerId, assertMay: () => undefined }, now)
}
