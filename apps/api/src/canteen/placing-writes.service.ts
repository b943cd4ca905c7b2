/*
 * What must never happen: an order kept without its portions, its money or its key. All of it is written in one breath, in the
 * transaction that decided it; the checks of the tables refuse what would be wrong all the same.
 */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

import { defined } from '../common/defined.js'
import { Idempotency, type KeptOutcome } from '../common/idempotency.js'
import { newId } from '../common/new-id.js'
import { addToRows, insertRows } from '../database/bulk.js'
import { asLostRace } from '../database/constraint-errors.js'
import { sendCommit } from '../database/together.js'
import { MandateActsService } from '../people/mandate-acts.service.js'
import { OrderMoneyService } from '../wallet/order-money.service.js'

import { halvesOf } from './basket.rules.js'
import { Offer } from './offer.entity.js'
import { OrderLine } from './order-line.entity.js'
import { OrderNoticesService } from './order-notices.service.js'
import { moneyOf } from './order-payments.service.js'
import { Order } from './order.entity.js'
import type { LaidTable } from './placing-tables.service.js'
import { Sitting } from './sitting.entity.js'
import { Slot } from './slot.entity.js'
import { SubsidyUse } from './subsidy-use.entity.js'

/** An order that was decided, with its rows. */
export interface NewOrder {
  order: Order
  lines: OrderLine[]
  /** The number of a meal that was taken back for this one. */
  insteadOf: string | null
}

/** What of a batch is written in one breath. */
export interface PlacingWrites {
  orders: readonly NewOrder[]
  /** Keys with what became of them. */
  keys: readonly KeptOutcome[]
  /** Nothing is written after this: it is committed in the same breath. */
  isLast: boolean
}

/** Writes what was decided of a batch of orders. */
@Injectable()
export class PlacingWritesService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly mandates: MandateActsService,
    private readonly money: OrderMoneyService,
    private readonly notices: OrderNoticesService,
  ) {}

  /**
   * Writes orders with what they take and who is told, and keys with what became of them. A key, a subsidy right or a number that
   * somebody in another process took since we looked is a lost race: all is decided again.
   */
  async write(tx: EntityManager, table: LaidTable, { orders, keys, isLast }: PlacingWrites): Promise<void> {
    const made = orders.filter(({ order }) => order.status === 'paid')
    const paid = made.map(({ order }) => order)
    await Promise.all([
      addToRows(tx, Offer, portionsOf(orders)),
      addToRows(
        tx,
        Slot,
        countsOf(orders, (order) => order.slotId, 'taken'),
      ),
      addToRows(
        tx,
        Sitting,
        countsOf(orders, (order) => order.sittingId, 'lastPickup'),
      ),
      insertRows(
        tx,
        Order,
        orders.map(({ order }) => order),
      ),
      insertRows(
        tx,
        OrderLine,
        orders.flatMap(({ lines }) => lines),
      ),
      insertRows(tx, SubsidyUse, subsidiesOf(orders)),
      this.mandates.keep(tx, table.mandates),
      this.money.payFromWallet(
        tx,
        paid.map((order) => ({ ...moneyOf(order), payerId: order.paidById })),
        table.ledger,
      ),
      this.tell(tx, table, made),
      this.idempotency.keep(tx, keys),
      // All of the above was issued at once, so this comes last.
      isLast ? sendCommit(tx) : undefined,
    ]).catch(asLostRace)
  }

  private tell(tx: EntityManager, table: LaidTable, orders: readonly NewOrder[]): Promise<void> {
    return this.notices.orderedAll(
      tx,
      orders.map(({ order, insteadOf }) => ({
        order,
        insteadOf,
        sitting: defined(table.sittings.get(order.sittingId), 'the sitting of an order'),
        canteen: defined(table.canteens.get(order.canteenId), 'the canteen of an order'),
        slot: table.slots.get(order.slotId ?? '') ?? null,
        nameOf: (personId) => table.names.get(personId) ?? '',
      })),
      table.guests,
    )
  }
}

function subsidiesOf(orders: readonly NewOrder[]): SubsidyUse[] {
  return orders
    .filter(({ order }) => order.subsidyFen > 0)
    .map(({ order }) => ({
      id: newId(),
      personId: order.eaterId,
      day: order.day,
      scheme: order.schemeVersion,
      orderId: order.id,
      amountFen: order.subsidyFen,
      createdAt: order.createdAt,
    }))
}

/** How the counters of each offer move. */
function portionsOf(
  orders: readonly NewOrder[],
): { id: string; add: { soldHalves: number; soldKeptHalves: number } }[] {
  const sums = new Map<string, { soldHalves: number; soldKeptHalves: number }>()
  for (const { order, lines } of orders) {
    for (const [offerId, halves] of halvesOf(lines)) {
      const sum = sums.get(offerId) ?? { soldHalves: 0, soldKeptHalves: 0 }
      sums.set(offerId, {
        soldHalves: sum.soldHalves + halves,
        soldKeptHalves: sum.soldKeptHalves + (order.forPool ? halves : 0),
      })
    }
  }
  return [...sums].map(([id, add]) => ({ id, add }))
}

function countsOf<Name extends string>(
  orders: readonly NewOrder[],
  idOf: (order: Order) => string | null,
  name: Name,
): { id: string; add: Record<Name, number> }[] {
  const counts = new Map<string, number>()
  for (const { order } of orders) {
    const id = idOf(order)
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return [...counts].map(([id, count]) => ({ id, add: { [name]: count } as Record<Name, number> }))
}
