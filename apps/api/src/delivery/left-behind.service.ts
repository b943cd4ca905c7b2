/*
 * What must never happen: a paid meal that nobody brings and nobody hears of. A delivery that no courier took along ends when its meal
 * is over, by the conditional UPDATE of `OrderEndingsService`; one that leaves in that moment is not ended.
 */
import { Injectable, Logger } from '@nestjs/common'
import { addDays } from '@wanli/kernel/shanghai-time'
import { Between, DataSource, In, LessThanOrEqual } from 'typeorm'

import { OrderEndingsService } from '../canteen/order-endings.service.js'
import { OrderNoticesService } from '../canteen/order-notices.service.js'
import { Order } from '../canteen/order.entity.js'
import { MEAL_NAMES } from '../canteen/order.rules.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { Clock } from '../common/clock.js'
import { defined } from '../common/defined.js'
import { oneByOne } from '../common/one-by-one.js'
import { Patience } from '../common/patience.js'
import { Transactions } from '../database/transactions.js'

import { LATE_MS, TAKEABLE } from './sheet.rules.js'

/** How far back is looked, for a server that was away. */
const DAYS_BACK = 14

/** Meals that should have been brought and that no courier took along: their money goes back, and their people are told. */
@Injectable()
export class LeftBehindService {
  private readonly log = new Logger(LeftBehindService.name)
  private readonly patience = new Patience<Order>(
    ({ id }) => id,
    () => this.clock.now(),
  )

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly endings: OrderEndingsService,
    private readonly notices: OrderNoticesService,
    private readonly clock: Clock,
  ) {}

  /** Ends what was left behind so far, each on its own; nothing when nothing was. Safe to run in several processes. */
  async endDue(): Promise<void> {
    const { manager } = this.dataSource
    const today = this.clock.today()
    const over = LessThanOrEqual(new Date(this.clock.now().getTime() - LATE_MS))
    const sittings = await manager.findBy(Sitting, { day: Between(addDays(today, -DAYS_BACK), today), servingTo: over })
    const left = { sittingId: In(sittings.map(({ id }) => id)), mode: 'delivery' as const, status: In([...TAKEABLE]) }
    const sittingOf = new Map(sittings.map((sitting) => [sitting.id, sitting]))
    const end = (order: Order): Promise<void> =>
      this.end(order, defined(sittingOf.get(order.sittingId), 'the sitting of what was left behind'))
    await oneByOne(this.log, await manager.findBy(Order, left), end, this.patience)
  }

  private end(order: Order, sitting: Sitting): Promise<void> {
    return this.transactions.run(async (tx) => {
      const memo = `${MEAL_NAMES[sitting.meal]}没有送到 ${order.pickupNumber}`
      const backFen = await this.endings.end(tx, order, { to: 'cancelled_by_canteen', memo })
      if (backFen !== undefined) await this.notices.leftBehind(tx, order, sitting, backFen)
    })
  }
}
