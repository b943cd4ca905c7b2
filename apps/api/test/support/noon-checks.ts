import { In, IsNull, Like, Not } from 'typeorm'

import { OrderLine } from '../../src/canteen/order-line.entity.js'
import { Order } from '../../src/canteen/order.entity.js'
import { RequestKey } from '../../src/common/request-key.entity.js'
import { StandingResult } from '../../src/delivery/standing-result.entity.js'
import { Standing } from '../../src/delivery/standing.entity.js'
import { Stop } from '../../src/delivery/stop.entity.js'
import { Review } from '../../src/menus/review.entity.js'
import { Notice } from '../../src/notices/notice.entity.js'

import type { Noon } from './noon.js'

/** What has left the canteen, and where it may be. */
const LEFT = ['out_for_delivery', 'delivered', 'undelivered', 'welfare_check', 'closed', 'cancelled_by_canteen']

/** A meal that is brought was given to somebody or is still looked after, never both; and none was brought that never left. */
export async function expectDoors({ till }: Noon): Promise<void> {
  const { manager } = till.app.dataSource
  const stops = new Map((await manager.find(Stop)).map((stop) => [stop.orderId, stop]))
  for (const { id, status, mode } of await manager.find(Order)) {
    const stop = stops.get(id)
    const isGiven = (stop?.handedAt ?? null) !== null
    const isClosed = (stop?.closedAt ?? null) !== null
    expect([status, isGiven, isClosed]).toEqual([status, status === 'delivered', status === 'closed'])
    if (stop !== undefined) expect([mode, LEFT]).toEqual(['delivery', expect.arrayContaining([status])])
    else expect(LEFT.slice(0, -1)).not.toContain(status)
  }
}

/** A day of a standing order has one meal at the most, the one that it says; what is not to come has none. */
export async function expectStandings({ till }: Noon, ended: readonly string[]): Promise<void> {
  const { manager } = till.app.dataSource
  const keys = await manager.findBy(RequestKey, { keyText: Like('standing:%') })
  const orders = new Map((await manager.find(Order)).map((order) => [order.id, order]))
  const eaters = new Map((await manager.find(Standing)).map(({ id, eaterId }) => [id, eaterId]))
  for (const { standingId, day, outcome, orderId } of await manager.find(StandingResult)) {
    const made = keys
      .filter(({ keyText }) => keyText.startsWith(`standing:${standingId}:${day}:`))
      .flatMap(({ answer }) => (JSON.parse(answer ?? '{}') as { made?: string }).made ?? [])
    const live = made.filter((id) => !ended.includes(orders.get(id)?.status ?? ''))
    expect([outcome, live.length <= 1, live.filter((id) => id !== orderId)]).toEqual([outcome, true, []])
    if (orderId !== null) expect(orders.get(orderId)?.eaterId).toBe(eaters.get(standingId))
  }
}

/** An order costs what its people were answered, whatever became of its menu since; who had a meal rates each dish of it once. */
export async function expectPrices({ till, orders }: Noon): Promise<void> {
  const { manager } = till.app.dataSource
  const rows = new Map((await manager.find(Order)).map((order) => [order.id, order]))
  for (const { id, payFen, subsidyFen } of orders)
    expect([rows.get(id)?.payFen, rows.get(id)?.subsidyFen]).toEqual([payFen, subsidyFen])
  for (const line of await manager.find(OrderLine)) expect(line.listFen).toBe(line.unitFen * line.quantity)
  for (const { orderId } of await manager.find(Review))
    expect(['handed_over', 'delivered']).toContain(rows.get(orderId)?.status)
}

/** Each thing about an order is told to each of its people once. Dishes that go back one by one are told one by one. */
export async function expectToldOnce({ till }: Noon): Promise<void> {
  const about = {
    subjectKind: 'order' as const,
    subjectId: Not(IsNull()),
    kind: Not(In(['order_refunded', 'meal_offered'])),
  }
  const told = await till.app.dataSource.manager.findBy(Notice, about)
  const names = told.map(({ personId, subjectId, kind, dedupeKey, title }) =>
    [personId, subjectId, kind, dedupeKey ?? (kind === 'order_expired' ? title : '')].join(' '),
  )
  expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([])
}
