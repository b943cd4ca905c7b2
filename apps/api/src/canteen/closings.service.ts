/*
 * What must never happen: a sitting that is closed while a meal of it stands, a meal ended of one that is served after all, or a refund
 * made twice. Closing marks the sitting first; its orders are then ended each by one conditional UPDATE, which asks in the same moment
 * whether the sitting is closed. Whatever a crash leaves standing is ended by the next round.
 */
import { Injectable, Logger } from '@nestjs/common'
import { DataSource, In, IsNull, MoreThan } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { oneByOne } from '../common/one-by-one.js'
import { Patience } from '../common/patience.js'
import { lockRows } from '../database/rows.js'
import { Transactions } from '../database/transactions.js'
import { PaymentsService } from '../wallet/payments.service.js'

import { OrderEndingsService } from './order-endings.service.js'
import { OrderNoticesService } from './order-notices.service.js'
import { Order } from './order.entity.js'
import { CANCELLABLE_BY_CANTEEN, MEAL_NAMES } from './order.rules.js'
import { Sitting } from './sitting.entity.js'
import { worksAt } from './staff-canteens.queries.js'

/** Orders that one transaction ends: few enough not to keep others waiting. */
const AT_ONCE = 20

/** What closing a sitting did. */
interface ClosedSitting {
  cancelled: number
  refundedFen: number
}

/** The canteen does not serve a meal after all: everybody is refunded and told. */
@Injectable()
export class ClosingsService {
  private readonly log = new Logger(ClosingsService.name)
  private readonly patience = new Patience<Sitting>(
    ({ id }) => id,
    () => this.clock.now(),
  )

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
    private readonly endings: OrderEndingsService,
    private readonly payments: PaymentsService,
    private readonly notices: OrderNoticesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Closes a sitting of the caller's canteen; `menus` does, for its calendar. `assertSeen` is told how many orders go with it, while none
   * can come: what it throws leaves the sitting open. Throws `canteen.sitting_not_found` (404), `canteen.state_changed` (409) when it was closed before or is over.
   */
  async close(
    caller: Caller,
    once: OnceRequest,
    id: string,
    { reason, assertSeen }: { reason: string; assertSeen: (standing: number) => void },
  ): Promise<ClosedSitting> {
    await this.idempotency.once(once, async (tx) => {
      // Whoever orders locks it too: what stands now is all that goes.
      const [sitting] = await lockRows(tx, Sitting, [id])
      if (sitting === undefined || !worksAt(caller, sitting.canteenId))
        throw new DomainError('canteen.sitting_not_found')
      const now = this.clock.now()
      if (now >= sitting.servingTo) throw new DomainError('canteen.state_changed', { status: 'over' })
      if (sitting.closedAt === null)
        assertSeen(await tx.countBy(Order, { sittingId: id, status: In([...CANCELLABLE_BY_CANTEEN]) }))
      const closed = { closedAt: now, closedReason: reason, closedById: caller.personId }
      const { affected } = await tx.update(Sitting, { id, closedAt: IsNull() }, closed)
      if (affected !== 1) throw new DomainError('canteen.state_changed', { status: 'closed' })
      return { closed: true }
    })
    const sitting = await this.dataSource.manager.findOneByOrFail(Sitting, { id })
    // A tap that comes again, when the meal is served after all, ends nothing.
    if (sitting.closedAt !== null) await this.endOrdersOf(sitting)
    return this.resultOf(id)
  }

  /** Ends what still stands in closed sittings, however long ago their time was; nothing when nothing does. */
  async finish(): Promise<void> {
    const { manager } = this.dataSource
    const standing = manager
      .createQueryBuilder(Order, 'o')
      .select('1')
      .where('o.sittingId = s.id AND o.status IN (:...standing)', { standing: CANCELLABLE_BY_CANTEEN })
    const sittings = await manager
      .createQueryBuilder(Sitting, 's')
      .where('s.closedAt IS NOT NULL')
      .andWhere(`EXISTS (${standing.getQuery()})`)
      .setParameters(standing.getParameters())
      .getMany()
    await oneByOne(this.log, sittings, (sitting) => this.endAllOrders(sitting), this.patience)
  }

  private async endAllOrders(sitting: Sitting): Promise<void> {
    const left = await this.endOrdersOf(sitting)
    if (left > 0) throw new Error(`${left} orders of the closed sitting ${sitting.id} could not be ended`)
  }

  /** Ends what stands of a sitting. Answers how many orders could not be ended. */
  private async endOrdersOf(sitting: Sitting): Promise<number> {
    for (let after = '', left = 0; ;) {
      const standing = { sittingId: sitting.id, status: In([...CANCELLABLE_BY_CANTEEN]), id: MoreThan(after) }
      const orders = await this.dataSource.manager.find(Order, { where: standing, order: { id: 'ASC' }, take: AT_ONCE })
      const last = orders.at(-1)
      if (last === undefined) return left
      left += await this.endTogether(sitting, orders)
      after = last.id
    }
  }

  /** Ends orders in one transaction; where one of them cannot be, each on its own, and that one is left to a later round. */
  private async endTogether(sitting: Sitting, orders: Order[]): Promise<number> {
    try {
      await this.endAll(sitting, orders)
      return 0
    } catch (error) {
      this.log.error(error)
      return oneByOne(this.log, orders, (order) => this.endAll(sitting, [order]))
    }
  }

  private async endAll(sitting: Sitting, orders: Order[]): Promise<void> {
    const ids = orders.map(({ id }) => id)
    const ended = await this.transactions.run(async (tx) => {
      const done: Order[] = []
      // Locked before it is asked whether the sitting is closed: nothing is waited for between the answer and the end.
      for (const order of await lockRows(tx, Order, ids)) {
        if (!CANCELLABLE_BY_CANTEEN.includes(order.status)) continue
        const memo = `${MEAL_NAMES[sitting.meal]}停开 ${order.pickupNumber}`
        const backFen = await this.endings.end(tx, order, { to: 'cancelled_by_canteen', memo, onlyIfClosed: true })
        if (backFen === undefined) continue
        done.push(order)
        await this.notices.closed(tx, order, sitting, backFen)
      }
      return done
    })
    for (const order of ended) if (order.payBy === 'wechat') await this.payments.closeOfOrder(order.id)
  }

  private async resultOf(sittingId: string): Promise<ClosedSitting> {
    const { manager } = this.dataSource
    const ended = { sittingId, status: 'cancelled_by_canteen' as const }
    return {
      cancelled: await manager.countBy(Order, ended),
      refundedFen: (await manager.sum(Order, 'refundedFen', ended)) ?? 0,
    }
  }
}
