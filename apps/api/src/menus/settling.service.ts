/*
 * What must never happen: somebody refunded twice for a dish that was taken off, or told twice, or forgotten after a crash. A line goes
 * back by an UPDATE that holds only while it stands (`line-refunds.service.ts`), a notice has a key of the version and the order, and a
 * version stays unsettled until nothing of it is left to do.
 */
import { Injectable, Logger } from '@nestjs/common'
import type { ErrorCode } from '@wanli/contracts/errors'
import { sumFen } from '@wanli/kernel/money'
import { DataSource, In, IsNull, type EntityManager } from 'typeorm'

import { LineRefundsService } from '../canteen/line-refunds.service.js'
import { Offer } from '../canteen/offer.entity.js'
import { OrderEndingsService } from '../canteen/order-endings.service.js'
import { OrderLine } from '../canteen/order-line.entity.js'
import { Order } from '../canteen/order.entity.js'
import { LIVE } from '../canteen/order.rules.js'
import { Clock } from '../common/clock.js'
import { defined } from '../common/defined.js'
import { isDomainError } from '../common/domain-error.js'
import { oneByOne } from '../common/one-by-one.js'
import { Patience } from '../common/patience.js'
import { addToRows } from '../database/bulk.js'
import { lockRows } from '../database/rows.js'
import { Transactions } from '../database/transactions.js'
import { PaymentsService } from '../wallet/payments.service.js'

import { MenuNewsService, type Dropped } from './menu-news.service.js'
import { TO_BE_SERVED } from './sales.rules.js'
import { MenuVersion, type StoredChange } from './version.entity.js'

/** What was done for those whom a version concerned: orders refunded, and orders whose people were told, each counted once. */
export interface Settled {
  refundedOrders: number
  told: number
}

/** An order that was refunded, and whether there was anybody to tell. */
interface Refunded {
  id: string
  isTold: boolean
}

/** Refusals of an order that needs no refund any more. */
const NOTHING_LEFT: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['canteen.line_refunded', 'canteen.state_changed'])

/** Refunds and tells whom a published menu concerns. */
@Injectable()
export class SettlingService {
  private readonly log = new Logger(SettlingService.name)
  private readonly patience = new Patience<MenuVersion>(
    ({ id }) => id,
    () => this.clock.now(),
  )

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly refunds: LineRefundsService,
    private readonly endings: OrderEndingsService,
    private readonly payments: PaymentsService,
    private readonly news: MenuNewsService,
    private readonly clock: Clock,
  ) {}

  /** Settles what a crash or a fault left unsettled; nothing when nothing is. */
  async finish(): Promise<void> {
    const versions = await this.dataSource.manager.findBy(MenuVersion, { settledAt: IsNull() })
    await oneByOne(this.log, versions, (version) => this.settleAll(version), this.patience)
  }

  /**
   * Refunds every order that holds a dish which this version took off, tells its people, and tells those whose dish has a new price. An
   * order that meets a fault is left to a later round, and keeps the others from nothing.
   */
  async settle(versionId: string): Promise<Settled> {
    const version = await this.dataSource.manager.findOneByOrFail(MenuVersion, { id: versionId })
    if (version.settledAt !== null) return { refundedOrders: 0, told: 0 }
    const { refundedOrders, told } = await this.settleOnce(version)
    return { refundedOrders, told }
  }

  private async settleAll(version: MenuVersion): Promise<void> {
    const { failed } = await this.settleOnce(version)
    if (failed > 0) throw new Error(`${failed} orders of the menu's version ${version.id} could not be settled`)
  }

  private async settleOnce(version: MenuVersion): Promise<Settled & { failed: number }> {
    const { refunded, failed } = await this.refundDropped(version)
    const ids = refunded.map(({ id }) => id)
    const told = refunded.filter(({ isTold }) => isTold).length + (await this.tellPrices(version, ids))
    if (failed === 0)
      await this.transactions.run((tx) =>
        tx.update(MenuVersion, { id: version.id, settledAt: IsNull() }, { settledAt: this.clock.now() }),
      )
    return { refundedOrders: refunded.length, told, failed }
  }

  private async refundDropped(version: MenuVersion): Promise<{ refunded: Refunded[]; failed: number }> {
    const offerIds = idsOf(version.changes, ['dish_removed'])
    const refunded: Refunded[] = []
    const failed = await oneByOne(this.log, await this.ordersWith(offerIds), async (orderId) => {
      refunded.push(...(await this.refundOne(version, orderId, offerIds)))
    })
    return { refunded, failed }
  }

  /** Orders that are still to be served and hold one of these dishes. */
  private async ordersWith(offerIds: readonly string[]): Promise<string[]> {
    if (offerIds.length === 0) return []
    const { manager } = this.dataSource
    const lines = await manager.findBy(OrderLine, { offerId: In([...offerIds]), refundedAt: IsNull() })
    const ids = [...new Set(lines.map(({ orderId }) => orderId))]
    const standing = await manager.findBy(Order, { id: In(ids), status: In([...TO_BE_SERVED]) })
    return standing.map(({ id }) => id).sort()
  }

  private async refundOne(version: MenuVersion, orderId: string, offerIds: readonly string[]): Promise<Refunded[]> {
    try {
      const done = await this.transactions.run((tx) => this.refundIn(tx, version, orderId, offerIds))
      if (done === undefined) return []
      const { order, isTold } = done
      if (order.payBy === 'wechat' && order.status === 'placed') await this.payments.closeOfOrder(orderId)
      return [{ id: orderId, isTold }]
    } catch (error) {
      // It was handed over, cancelled or refunded in this very moment: there is nothing left to give back.
      if (!isDomainError(error) || !NOTHING_LEFT.has(error.code)) throw error
      return []
    }
  }

  private async refundIn(
    tx: EntityManager,
    version: MenuVersion,
    orderId: string,
    offerIds: readonly string[],
  ): Promise<{ order: Order; isTold: boolean } | undefined> {
    const [order] = await lockRows(tx, Order, [orderId])
    if (order === undefined || !TO_BE_SERVED.includes(order.status)) return undefined
    const lines = await tx.findBy(OrderLine, { orderId, refundedAt: IsNull() })
    const offers = await lockRows(tx, Offer, [...new Set(lines.map(({ offerId }) => offerId))].sort())
    // What a later version put on the menu again before this one was settled is had after all.
    const gone = new Set(offers.filter(({ withdrawnAt }) => withdrawnAt !== null).map(({ id }) => id))
    const dropped = lines.filter(({ offerId }) => offerIds.includes(offerId) && gone.has(offerId))
    if (dropped.length === 0) return undefined
    const isTold = await this.news.dropped(tx, version, order, await this.giveBack(tx, order, dropped))
    return { order, isTold }
  }

  /**
   * Gives the money of dishes back, and takes their portions off what was cooked. What is not paid yet, or was given up for somebody
   * else, ends whole: nobody would pay for, or take over, a part of what they saw.
   */
  private async giveBack(tx: EntityManager, order: Order, lines: readonly OrderLine[]): Promise<Dropped> {
    const halves = lines.map((line) => ({
      id: line.offerId,
      halves: line.quantity * (line.portion === 'half' ? 1 : 2),
    }))
    if (order.status === 'placed' || order.status === 'offered') {
      const memo = `菜单改了 ${order.pickupNumber}`
      const backFen = await this.endings.end(tx, order, { to: 'cancelled_by_canteen', memo })
      await this.less(tx, halves, (count) => ({ capacityHalves: -count }))
      return { lines, backFen: defined(backFen, 'what a locked order gives back'), whole: true }
    }
    let whole = false
    for (const line of lines) whole = await this.refunds.giveBack(tx, order, line)
    const forPool = order.forPool
    await this.less(tx, halves, (count) => ({
      capacityHalves: -count,
      soldHalves: -count,
      soldKeptHalves: forPool ? -count : 0,
    }))
    return { lines, backFen: sumFen(lines.map(({ payFen }) => payFen)), whole }
  }

  /** A withdrawn dish has the capacity that is sold of it, so that nothing of it can be ordered. */
  private async less(
    tx: EntityManager,
    halves: readonly { id: string; halves: number }[],
    by: (count: number) => Partial<Record<'capacityHalves' | 'soldHalves' | 'soldKeptHalves', number>>,
  ): Promise<void> {
    const sums = new Map<string, number>()
    for (const { id, halves: count } of halves) sums.set(id, (sums.get(id) ?? 0) + count)
    const changes = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, count]) => ({ id, add: by(count) }))
    await addToRows(tx, Offer, changes)
  }

  /**
   * Whose dish has another price now learns that theirs stays what it was; whoever has just been told of a dish that went has heard that
   * the others stay as they are. Answers how many orders' people were told.
   */
  private async tellPrices(version: MenuVersion, toldOrders: readonly string[]): Promise<number> {
    const offerIds = idsOf(version.changes, ['price', 'half_price'])
    if (offerIds.length === 0) return 0
    const { manager } = this.dataSource
    const lines = await manager.findBy(OrderLine, { offerId: In(offerIds), refundedAt: IsNull() })
    const orders = await manager.findBy(Order, {
      id: In([...new Set(lines.map(({ orderId }) => orderId))]),
      status: In([...LIVE]),
    })
    const before = orders.filter(({ id, createdAt }) => createdAt <= version.publishedAt && !toldOrders.includes(id))
    return this.transactions.run(async (tx) => {
      let told = 0
      for (const order of before) {
        const own = lines.filter(({ orderId }) => orderId === order.id)
        if (await this.news.prices(tx, version, order, pricesOf(version.changes, own))) told += 1
      }
      return told
    })
  }
}

/** Prices that are other ones now, of what these lines are: whole portions or 小份. */
function pricesOf(changes: readonly StoredChange[], lines: readonly OrderLine[]): StoredChange[] {
  return changes.filter(({ kind, offerId }) =>
    lines.some((line) => line.offerId === offerId && kind === (line.portion === 'half' ? 'half_price' : 'price')),
  )
}

const idsOf = (changes: readonly StoredChange[], kinds: readonly StoredChange['kind'][]): string[] => [
  ...new Set(changes.flatMap(({ kind, offerId }) => (kinds.includes(kind) && offerId !== null ? [offerId] : []))),
]
