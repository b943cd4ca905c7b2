/*
 * What must never happen: portions of an unpaid order kept for ever, or given back twice. One UPDATE moves the order from `placed`
 * to `expired`, only when its time is over; what it held goes back in the same transaction.
 */
import { Injectable, Logger } from '@nestjs/common'
import { DataSource, In, LessThanOrEqual, Not, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { oneByOne } from '../common/one-by-one.js'
import { Patience } from '../common/patience.js'
import { marks } from '../database/rows.js'
import { send } from '../database/together.js'
import { Transactions } from '../database/transactions.js'

import { HoldsService } from './holds.service.js'
import { OrderLine } from './order-line.entity.js'
import { OrderNoticesService } from './order-notices.service.js'
import { Order } from './order.entity.js'
import { Sitting } from './sitting.entity.js'

/** Orders that are looked at by one round. */
const BATCH = 100

/** Ends orders that were not paid in time. */
@Injectable()
export class OrderExpiryService {
  private readonly log = new Logger(OrderExpiryService.name)
  private readonly patience = new Patience<Order>(
    ({ id }) => id,
    () => this.clock.now(),
  )

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly holds: HoldsService,
    private readonly notices: OrderNoticesService,
    private readonly clock: Clock,
  ) {}

  /** Whether time to pay has ended for an order that still holds its portions, and can be ended as far as is known. */
  async isDue(tx: EntityManager): Promise<boolean> {
    const resting = this.patience.resting()
    const others = resting.length === 0 ? '' : ` AND id NOT IN (${marks(resting)})`
    const sql = `SELECT id FROM canteen_order WHERE status = 'placed' AND pay_until <= ?${others} LIMIT 1`
    return ((await send(tx, sql, [this.clock.now(), ...resting])) as unknown[]).length > 0
  }

  /** Ends what is over now, each on its own; one read when nothing is. Safe to run in several processes. */
  async expireDue(): Promise<void> {
    // However many cannot be ended, they never fill a round: those behind them would hold their portions for ever.
    const others = { id: Not(In(this.patience.resting())) }
    const due = await this.dataSource.manager.find(Order, {
      where: { status: 'placed', payUntil: LessThanOrEqual(this.clock.now()), ...others },
      order: { payUntil: 'ASC' },
      take: BATCH,
    })
    await oneByOne(this.log, due, (order) => this.expire(order), this.patience)
  }

  private expire(order: Order): Promise<void> {
    return this.transactions.run(async (tx) => {
      const over = { id: order.id, status: 'placed' as const, payUntil: LessThanOrEqual(this.clock.now()) }
      const { affected } = await tx.update(Order, over, { status: 'expired' })
      if (affected !== 1) return
      await this.holds.release(tx, order, await tx.findBy(OrderLine, { orderId: order.id }))
      await this.notices.expired(tx, order, await tx.findOneByOrFail(Sitting, { id: order.sittingId }))
    })
  }
}
