import { Injectable } from '@nestjs/common'
import type { CounterDayView, DayCloseView, DayFigures } from '@wanli/contracts/counter'
import type { Page, PageQuery } from '@wanli/contracts/page'
import { addDays, instantOf } from '@wanli/kernel/shanghai-time'
import { Between, DataSource, In, IsNull, LessThan, LessThanOrEqual, type EntityManager } from 'typeorm'

import { Order } from '../canteen/order.entity.js'
import { UNCOLLECTED } from '../canteen/order.rules.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { Clock } from '../common/clock.js'
import { defined } from '../common/defined.js'
import { keysetPage } from '../database/keyset.js'
import { Transactions } from '../database/transactions.js'
import { PeopleService } from '../people/people.service.js'
import { LedgerService } from '../wallet/ledger.service.js'
import { DrawersService } from '../wallet/drawers.service.js'

import { toDayCloseView } from './counter.view.js'
import { DayClose } from './day-close.entity.js'

/** Ends of orders that brought no money. */
const WITHOUT_MONEY = ['placed', 'expired', 'cancelled_by_eater', 'cancelled_by_canteen', 'taken_over'] as const

/** How far back a day that was forgotten is looked for. */
const FORGOTTEN_DAYS = 14

/** Reads of a counter's days. */
@Injectable()
export class DaysQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
    private readonly drawers: DrawersService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** A day of a canteen: what the books say, and the close when there is one. */
  async day(canteenId: string, day: string): Promise<CounterDayView> {
    return this.transactions.look(async (from) => {
      const close = await from.findOneBy(DayClose, { canteenId, day })
      const closed = close === null ? null : await this.view(close, from)
      const figures = closed ?? (await this.figures(from, canteenId, day))
      const servingUntil = await this.servingUntil(from, canteenId, day)
      const forgotten = await this.forgotten(from, canteenId)
      return { figures, closed, servingUntil: servingUntil?.toISOString() ?? null, forgotten }
    })
  }

  /** Closed days of a canteen, newest first. */
  async closes(canteenId: string, query: PageQuery): Promise<Page<DayCloseView>> {
    const select = this.dataSource.manager.createQueryBuilder(DayClose, 'close').where({ canteenId })
    const { rows, nextCursor } = await keysetPage(select, 'close', query)
    return { items: await this.views(rows, this.dataSource.manager), nextCursor }
  }

  /** A close as it is shown. */
  async view(close: DayClose, from: EntityManager): Promise<DayCloseView> {
    const [view] = await this.views([close], from)
    return defined(view, 'the view of a close')
  }

  /** Closes as they are shown, however many they are in one statement. */
  private async views(closes: readonly DayClose[], from: EntityManager): Promise<DayCloseView[]> {
    const people = await this.people.briefs(
      closes.map(({ closedById }) => closedById),
      from,
    )
    return closes.map((close) => toDayCloseView(close, people.get(close.closedById)?.name ?? ''))
  }

  /** Until when a meal of the day is still served; null when all are over. */
  async servingUntil(from: EntityManager, canteenId: string, day: string): Promise<Date | null> {
    const now = this.clock.now()
    const sittings = await from.findBy(Sitting, { canteenId, day })
    const going = sittings.filter((one) => one.closedAt === null && one.servingTo > now)
    return going.map((one) => one.servingTo).sort((a, b) => b.getTime() - a.getTime())[0] ?? null
  }

  /** What the books say of a day. */
  async figures(from: EntityManager, canteenId: string, day: string): Promise<DayFigures> {
    const span = { since: instantOf(day, '00:00'), until: instantOf(addDays(day, 1), '00:00') }
    const orders = await this.orders(from, canteenId, day)
    const moved = await this.drawers.movedIn(from, canteenId, span)
    const expectedFen = 0 - (await this.ledger.accountBalance(from, 'cash_drawer', canteenId))
    return { day, expectedFen, ...orders, ...moved, uncollected: await this.uncollected(from, canteenId, day) }
  }

  /** Sittings that are over of a day and of those before it that nobody closed, back to the last close. */
  async sittingsOver(from: EntityManager, canteenId: string, day: string): Promise<string[]> {
    const order = { day: 'DESC' as const }
    const [last] = await from.find(DayClose, { where: { canteenId, day: LessThan(day) }, order, take: 1 })
    const days = last === undefined ? LessThanOrEqual(day) : Between(last.day, day)
    const rows = await from.find(Sitting, {
      select: { id: true },
      // What was closed has nobody to wait for: its orders go back, see `ClosingsService`.
      where: { canteenId, day: days, servingTo: LessThanOrEqual(this.clock.now()), closedAt: IsNull() },
    })
    return rows.map(({ id }) => id)
  }

  /** Days before today on which meals were sold and that nobody closed, the oldest first. They count from the first close on. */
  private async forgotten(from: EntityManager, canteenId: string): Promise<string[]> {
    const [first] = await from.find(DayClose, { where: { canteenId }, order: { day: 'ASC' }, take: 1 })
    if (first === undefined) return []
    const today = this.clock.today()
    const since = [first.day, addDays(today, -FORGOTTEN_DAYS)].sort().at(-1)
    const sold = from
      .createQueryBuilder(Order, 'o')
      .select('1')
      .where('o.sittingId = s.id AND o.status NOT IN (:...without)', { without: [...WITHOUT_MONEY] })
    const closed = from
      .createQueryBuilder(DayClose, 'c')
      .select('1')
      .where('c.canteenId = s.canteenId AND c.day = s.day')
    const rows = await from
      .createQueryBuilder(Sitting, 's')
      .select('DISTINCT s.day', 'day')
      .where('s.canteenId = :canteenId AND s.day >= :since AND s.day < :today', { canteenId, since, today })
      .andWhere(`EXISTS (${sold.getQuery()}) AND NOT EXISTS (${closed.getQuery()})`)
      .setParameters(sold.getParameters())
      .orderBy('s.day', 'ASC')
      .getRawMany<{ day: string }>()
    return rows.map(({ day }) => day)
  }

  private async uncollected(from: EntityManager, canteenId: string, day: string): Promise<number> {
    const sittingIds = await this.sittingsOver(from, canteenId, day)
    if (sittingIds.length === 0) return 0
    return from
      .createQueryBuilder(Order, 'o')
      .where({ sittingId: In(sittingIds), status: In([...UNCOLLECTED]) })
      .andWhere(`o.mode <> 'delivery'`)
      .getCount()
  }

  private async orders(
    from: EntityManager,
    canteenId: string,
    day: string,
  ): Promise<Pick<DayFigures, 'cashOrders' | 'walletOrders' | 'wechatOrders'>> {
    const rows = await from
      .createQueryBuilder(Order, 'o')
      .select('o.payBy', 'payBy')
      .addSelect('COUNT(*)', 'count')
      .addSelect('SUM(o.payFen - o.refundedFen)', 'fen')
      // By its sittings: no index of orders begins with a day.
      .innerJoin(Sitting, 's', 's.id = o.sittingId')
      .where('s.canteenId = :canteenId AND s.day = :day', { canteenId, day })
      .andWhere('o.status NOT IN (:...without)', { without: [...WITHOUT_MONEY] })
      .groupBy('o.payBy')
      .getRawMany<{ payBy: string; count: string | number; fen: string | number }>()
    const of = (payBy: string): { count: number; fen: number } => {
      const row = rows.find((one) => one.payBy === payBy)
      return { count: Number(row?.count ?? 0), fen: Number(row?.fen ?? 0) }
    }
    return { cashOrders: of('counter'), walletOrders: of('wallet'), wechatOrders: of('wechat') }
  }
}
