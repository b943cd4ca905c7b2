/*
 * What must never happen: a meal that nobody fetched told twice, or told to whom it is no business, or one that was fetched told as if it
 * were not. Whoever finds it first tells it, under a key of the order, of which an inbox keeps one; that it still waits is asked on its
 * locked row, which whoever hands it over changes.
 */
import { Injectable } from '@nestjs/common'
import { addDays } from '@wanli/kernel/shanghai-time'
import { Between, In, IsNull, Not, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { defined } from '../common/defined.js'
import { lockRows } from '../database/rows.js'
import { Transactions } from '../database/transactions.js'
import { NoticesService, type NoticeRequest } from '../notices/notices.service.js'
import { PeopleService } from '../people/people.service.js'

import { Canteen } from './canteen.entity.js'
import { missedText } from './missed.rules.js'
import { OrderLine } from './order-line.entity.js'
import { Order } from './order.entity.js'
import { OrderPeopleQueries } from './order-people.queries.js'
import { mealFor, mealText, UNCOLLECTED } from './order.rules.js'
import { Sitting } from './sitting.entity.js'

/** Days back on which meals are looked for that nobody has told of: yesterday, and one more for a server that was away. */
const FORGOTTEN_DAYS = 2

/** Under which a meal that nobody fetched is told. */
const keyOf = ({ id }: Order): string => `missed ${id}`

/** What people are told of meals that they did not fetch. */
@Injectable()
export class MissedMealsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticesService,
    private readonly people: PeopleService,
    private readonly whose: OrderPeopleQueries,
    private readonly clock: Clock,
  ) {}

  /** Meals of these sittings that wait at the window. */
  async waiting(from: EntityManager, sittingIds: readonly string[]): Promise<Order[]> {
    if (sittingIds.length === 0) return []
    const mode = Not('delivery' as const)
    return from.findBy(Order, { sittingId: In([...sittingIds]), status: In([...UNCOLLECTED]), mode })
  }

  /**
   * Nobody came for these meals: what they were, that no money comes back for them, and whom to call. `orders` are as they waited, so that
   * whoever gave theirs up reads that nobody took it. What was told already is left out.
   */
  async tell(tx: EntityManager, orders: readonly Order[]): Promise<void> {
    const missed = await this.untold(tx, orders)
    if (missed.length === 0) return
    const people = await this.whose.toldOfEach(tx, missed)
    const wordsOf = await this.wordsOf(tx, missed)
    await this.notices.tell(
      tx,
      missed.flatMap((order) => (people.get(order.id) ?? []).map((readerId) => wordsOf(order, readerId))),
    )
  }

  /**
   * Tells the people of what nobody fetched on its day while nobody has closed that day yet: a window that forgets to do so keeps nobody
   * from knowing. Safe to run again, and in several processes; of days longer ago the next close tells.
   */
  async tellForgotten(): Promise<void> {
    const today = this.clock.today()
    const day = Between(addDays(today, -FORGOTTEN_DAYS), addDays(today, -1))
    await this.transactions.run(async (tx) => {
      // What was closed goes back, see `ClosingsService`.
      const sittings = await tx.find(Sitting, { where: { day, closedAt: IsNull() }, select: { id: true } })
      const waiting = await this.waiting(
        tx,
        sittings.map(({ id }) => id),
      )
      const untold = (await this.untold(tx, waiting)).map(({ id }) => id)
      const missed = (await lockRows(tx, Order, untold)).filter(({ status }) => UNCOLLECTED.includes(status))
      await this.tell(tx, missed)
    })
  }

  private async untold(from: EntityManager, orders: readonly Order[]): Promise<Order[]> {
    const known = await this.notices.toldUnder(from, orders.map(keyOf))
    return orders.filter((order) => !known.has(keyOf(order)))
  }

  /** What somebody reads of each of these meals. */
  private async wordsOf(
    from: EntityManager,
    orders: readonly Order[],
  ): Promise<(order: Order, readerId: string) => NoticeRequest> {
    const eaters = await this.people.briefs([...new Set(orders.map(({ eaterId }) => eaterId))], from)
    const canteens = await from.findBy(Canteen, { id: In(orders.map(({ canteenId }) => canteenId)) })
    const sittings = await from.findBy(Sitting, { id: In(orders.map(({ sittingId }) => sittingId)) })
    const lines = await from.find(OrderLine, {
      where: { orderId: In(orders.map(({ id }) => id)), refundedAt: IsNull() },
      order: { position: 'ASC' },
    })
    return (order, readerId) => {
      const sitting = defined(byId(sittings, order.sittingId), 'the sitting of what was not fetched')
      const { phone } = defined(byId(canteens, order.canteenId), 'the canteen of what was not fetched')
      const dishes = lines.filter(({ orderId }) => orderId === order.id).map(({ dishName }) => dishName)
      const eater = { id: order.eaterId, name: eaters.get(order.eaterId)?.name ?? '' }
      const meal = mealFor(mealText(sitting, this.clock.today()), eater, readerId)
      return {
        personId: readerId,
        kind: 'order_expired',
        title: `${meal}${order.status === 'offered' ? '没有人接走' : '没有来取'}，${order.pickupNumber}`,
        body: missedText(dishes, order.payFen - order.refundedFen, phone),
        subject: { kind: 'order', id: order.id },
        dedupeKey: keyOf(order),
      }
    }
  }
}

const byId = <Row extends { id: string }>(rows: readonly Row[], id: string): Row | undefined =>
  rows.find((row) => row.id === id)
