/*
 * What must never happen: a call written down for somebody else, or somebody skipped, because who may order for the eater changed while
 * their door stayed shut. Each place of a ladder is one number's from when its first step is done: `pk_delivery_ladder_place` and
 * `uq_delivery_ladder_place_order_whom` refuse a second one, and whoever comes later stands behind.
 */
import { Injectable } from '@nestjs/common'
import { DataSource, In, LessThan, Not, type EntityManager } from 'typeorm'

import { Order } from '../canteen/order.entity.js'
import { Clock } from '../common/clock.js'
import { insertRows } from '../database/bulk.js'
import { asLostRace } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'

import { LadderPlace } from './ladder-place.entity.js'
import type { LadderContact } from './ladder.rules.js'
import { ON_THE_WAY } from './sheet.rules.js'

/** Gives each place of a ladder to whom it calls. */
@Injectable()
export class LadderPlacesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Fixes the places of an order's ladder as they stand. Whoever fixes others at the same moment has all of it run again. */
  async fix(tx: EntityManager, orderId: string, places: readonly LadderContact[]): Promise<void> {
    const known = new Set((await tx.findBy(LadderPlace, { orderId })).map(({ whom }) => whom))
    const fresh = places.filter(({ whom }) => !known.has(whom)).map(({ nth, whom }) => ({ orderId, nth, whom }))
    await insertRows(tx, LadderPlace, fresh).catch(asLostRace)
  }

  /** Forgets the places of doors of earlier days where nobody is looked for any more: nobody is shown their ladder. */
  async forgetOld(): Promise<void> {
    const places = await this.dataSource.manager.find(LadderPlace, { select: { orderId: true } })
    if (places.length === 0) return
    const id = In([...new Set(places.map(({ orderId }) => orderId))])
    const over = { id, day: LessThan(this.clock.today()), status: Not(In([...ON_THE_WAY])) }
    const orders = await this.dataSource.manager.find(Order, { where: over, select: { id: true } })
    if (orders.length === 0) return
    const orderId = In(orders.map((order) => order.id))
    await this.transactions.run((tx) => tx.delete(LadderPlace, { orderId }))
  }
}
