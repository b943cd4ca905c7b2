import { Notice } from '../../src/notices/notice.entity.js'
import { Order } from '../../src/canteen/order.entity.js'
import { OrderLine } from '../../src/canteen/order-line.entity.js'
import { writeCursor } from '../../src/common/cursor.js'
import { newId } from '../../src/common/new-id.js'
import { insertRows } from '../../src/database/bulk.js'

import type { BenchSitting, RushData } from './rush-data.js'

/** Rows of a list of a thousand pages of twenty, and some more. */
const ROWS = 20_500
const PAGE_1000_BEGINS_AFTER = 999 * 20 - 1
const MINUTE_MS = 60_000

/** Somebody with twenty thousand orders and as many notices: how page 1,000 of each is asked for. */
export interface LongLists {
  ordersCursor: string
  noticesCursor: string
}

/** Gives a person these lists. */
export async function addLongLists(data: RushData, personId: string, sitting: BenchSitting): Promise<LongLists> {
  const createdAt = (n: number): Date => new Date(Date.UTC(2026, 0, 1) - n * MINUTE_MS)
  const orders = [...Array(ROWS).keys()].map((n) => orderOf(data, personId, sitting, n, createdAt(n)))
  await insertRows(data.dataSource.manager, Order, orders)
  await insertRows(
    data.dataSource.manager,
    OrderLine,
    orders.map(({ id }) => lineOf(id, sitting, data.dishIds[0] ?? '')),
  )
  const notices = [...Array(ROWS).keys()].map((n) => noticeOf(personId, createdAt(n)))
  await insertRows(data.dataSource.manager, Notice, notices)
  const cursorOf = (rows: readonly { id: string; createdAt: Date }[]): string => {
    const row = rows[PAGE_1000_BEGINS_AFTER]
    if (row === undefined) throw new Error('the list is too short')
    return writeCursor({ at: row.createdAt, id: row.id })
  }
  return { ordersCursor: cursorOf(orders), noticesCursor: cursorOf(notices) }
}

const PRICE = { listFen: 1600, discountFen: 0, subsidyFen: 0, payFen: 1600 }

function orderOf(data: RushData, personId: string, sitting: BenchSitting, n: number, createdAt: Date): Order {
  return {
    id: newId(),
    canteenId: data.canteenId,
    sittingId: sitting.id,
    day: createdAt.toISOString().slice(0, 10),
    slotId: null,
    eaterId: personId,
    placedById: personId,
    paidById: personId,
    status: 'cancelled_by_eater',
    mode: 'dine_in',
    pickupNumber: `L${n}`,
    pickupCode: newId().slice(0, 32),
    schemeVersion: 'putuo-2025-12',
    ...PRICE,
    payBy: 'wallet',
    payUntil: null,
    refundedFen: PRICE.payFen,
    explanation: [],
    forPool: false,
    leaveOut: null,
    addressId: null,
    offeredAt: null,
    takenFromId: null,
    progressAt: null,
    door: 'app',
    note: '',
    handedOverEarly: false,
    handedOverAt: null,
    handedOverById: null,
    cancelledAt: createdAt,
    createdAt,
  }
}

function lineOf(orderId: string, sitting: BenchSitting, dishId: string): OrderLine {
  const dish = { dishId, dishName: '红烧狮子头', picture: 'dish-0', portion: 'whole' as const }
  const offerId = sitting.offerIds[0] ?? ''
  return { id: newId(), orderId, position: 0, offerId, ...dish, quantity: 1, unitFen: 1600, ...PRICE, refundedAt: null }
}

function noticeOf(personId: string, createdAt: Date): Notice {
  const text = { title: '午餐订好了，取餐号 A001', body: '11:00 到香泉社区食堂 3 号窗口取' }
  const about = { subjectKind: null, subjectId: null, dedupeKey: null }
  return {
    id: newId(),
    personId,
    kind: 'account',
    ...text,
    ...about,
    todo: false,
    settledAt: null,
    readAt: null,
    sendAt: null,
    createdAt,
  }
}
