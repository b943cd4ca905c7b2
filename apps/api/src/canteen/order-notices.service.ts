import { Injectable } from '@nestjs/common'
import type { NoticeKind } from '@wanli/contracts/notices'
import { yuan } from '@wanli/kernel/money'
import { clockText } from '@wanli/kernel/shanghai-time'
import type { EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { NoticesService } from '../notices/notices.service.js'
import { PeopleService } from '../people/people.service.js'

import { Canteen } from './canteen.entity.js'
import { GuestsQueries } from './guests.queries.js'
import type { Order } from './order.entity.js'
import { mealText, toldOf } from './order.rules.js'
import type { Sitting } from './sitting.entity.js'
import { Slot } from './slot.entity.js'

/** A paid order with what its notice says. */
export interface OrderedMeal {
  order: Order
  sitting: Sitting
  canteen: Canteen
  slot: Slot | null
  nameOf: (personId: string) => string
}

interface OrderNews {
  order: Order
  kind: NoticeKind
  title: string
  body: string
}

/** What the people of an order are told about it. */
@Injectable()
export class OrderNoticesService {
  constructor(
    private readonly notices: NoticesService,
    private readonly people: PeopleService,
    private readonly guests: GuestsQueries,
    private readonly clock: Clock,
  ) {}

  /** A meal is ordered and paid. */
  async ordered(tx: EntityManager, order: Order, sitting: Sitting): Promise<void> {
    const people = await this.people.briefs([order.eaterId, order.placedById], tx)
    const canteen = await tx.findOneByOrFail(Canteen, { id: order.canteenId })
    const slot = await tx.findOneBy(Slot, { id: order.slotId ?? '' })
    const nameOf = (personId: string): string => people.get(personId)?.name ?? ''
    const guests = await this.guests.behind(tx, [order])
    await this.orderedAll(tx, [{ order, sitting, canteen, slot, nameOf }], guests)
  }

  /** Meals are ordered and paid: number, time, window, each to its people but for `guests`. All of it is issued at once. */
  async orderedAll(tx: EntityManager, meals: readonly OrderedMeal[], guests: ReadonlySet<string>): Promise<void> {
    const news = meals.map(({ order, sitting, canteen, slot, nameOf }) => {
      const from = clockText(slot?.fromAt ?? sitting.servingFrom)
      const by = order.placedById === order.eaterId ? '' : `，${nameOf(order.placedById)}订的`
      return {
        order,
        kind: 'order_placed' as const,
        title: `${mealText(sitting, this.clock.today())}订好了，取餐号 ${order.pickupNumber}`,
        body: `${nameOf(order.eaterId)}，${order.mode === 'delivery' ? `${from} 起送上门` : `${from} 到${canteen.name} ${canteen.windowName}取`}${by}`,
      }
    })
    await this.tellAll(tx, news, guests)
  }

  /** The order is cancelled by its eater: what comes back, in fen, and to where. */
  async cancelled(tx: EntityManager, order: Order, sitting: Sitting, backFen: number): Promise<void> {
    const subsidy = order.subsidyFen > 0 ? '，补贴也还回来了' : ''
    const body = order.status === 'placed' ? '还没有付钱，不用退' : `${this.backText(order, backFen)}${subsidy}`
    await this.tell(tx, order, 'order_cancelled', `${mealText(sitting, this.clock.today())}退掉了`, body)
  }

  /** Somebody took a given-up meal over: its giver gets the money back. */
  async takenOver(tx: EntityManager, order: Order, sitting: Sitting, backFen: number): Promise<void> {
    const body = this.backText(order, backFen)
    await this.tell(
      tx,
      order,
      'order_refunded',
      `${mealText(sitting, this.clock.today())} ${order.pickupNumber} 有人接走了`,
      body,
    )
  }

  /** The canteen does not serve the meal: why, and what comes back. */
  async closed(tx: EntityManager, order: Order, sitting: Sitting, backFen: number): Promise<void> {
    const back = order.status === 'placed' ? '还没有付钱，不用退' : this.backText(order, backFen)
    const body = `${sitting.closedReason ?? ''}。${back}`
    await this.tell(tx, order, 'order_cancelled', `${mealText(sitting, this.clock.today())}食堂不开了`, body)
  }

  /** A meal that should have been brought, and that no courier took along: what comes back. */
  async leftBehind(tx: EntityManager, order: Order, sitting: Sitting, backFen: number): Promise<void> {
    const body = `送餐员没有带上 ${order.pickupNumber}，对不起。${this.backText(order, backFen)}`
    await this.tell(tx, order, 'order_cancelled', `${mealText(sitting, this.clock.today())}没有送到`, body)
  }

  /** Nobody paid in time: what was held for the order is free again. */
  async expired(tx: EntityManager, order: Order, sitting: Sitting): Promise<void> {
    const body = `${order.pickupNumber} 没有在 ${clockText(order.payUntil ?? this.clock.now())} 以前付钱，没有扣钱，可以再订`
    await this.tell(tx, order, 'order_expired', `${mealText(sitting, this.clock.today())}没有订成`, body)
  }

  /** The canteen gives a dish's money back. `isLast`: no dish is left, so the whole order is off. */
  async lineRefunded(
    tx: EntityManager,
    order: Order,
    line: { dishName: string; payFen: number; reason: string; isLast: boolean },
  ): Promise<void> {
    const title = line.isLast ? `${order.pickupNumber} 整单退掉了` : `「${line.dishName}」退掉了`
    const body = `${line.reason}。${this.backText(order, line.payFen)}`
    await this.tell(tx, order, line.isLast ? 'order_cancelled' : 'order_refunded', title, body)
  }

  /** Money came when the order could not be had any more: whoever paid is told that it goes back. */
  async cameTooLate(tx: EntityManager, order: Order, amountFen: number): Promise<void> {
    const title = `¥${yuan(amountFen)} 正在原路退回微信`
    const body = `付款到的时候，${order.pickupNumber} 已经取消，这份餐留不住了`
    const subject = { kind: 'order' as const, id: order.id }
    await this.notices.tell(tx, [{ personId: order.paidById, kind: 'order_refunded', title, body, subject }])
  }

  /** The kitchen has made the meal: where to fetch it. Told once, however often the kitchen goes back a step. */
  async ready(tx: EntityManager, order: Order, sitting: Sitting): Promise<void> {
    const { windowName } = await tx.findOneByOrFail(Canteen, { id: order.canteenId })
    const title = `${mealText(sitting, this.clock.today())}做好了，取餐号 ${order.pickupNumber}`
    const body = `到 ${windowName} 取，报 ${order.pickupNumber} 就行`
    const about = { kind: 'order_ready' as const, title, body, subject: { kind: 'order' as const, id: order.id } }
    await this.notices.tell(
      tx,
      toldOf(order, await this.guests.behind(tx, [order])).map((personId) => ({
        personId,
        ...about,
        dedupeKey: `ready ${order.id}`,
      })),
    )
  }

  /** The meal is handed over. */
  async handedOver(tx: EntityManager, order: Order, sitting: Sitting): Promise<void> {
    const title = `${mealText(sitting, this.clock.today())}取走了`
    await this.tell(
      tx,
      order,
      'order_handed_over',
      title,
      `${order.pickupNumber}，${clockText(this.clock.now())} 在窗口取的，慢慢吃`,
    )
  }

  private backText(order: Order, fen: number): string {
    return order.payBy === 'wechat' ? `¥${yuan(fen)} 原路退回微信` : `¥${yuan(fen)} 已经退回钱包`
  }

  private async tell(tx: EntityManager, order: Order, kind: NoticeKind, title: string, body: string): Promise<void> {
    await this.tellAll(tx, [{ order, kind, title, body }], await this.guests.behind(tx, [order]))
  }

  /** Tells the people, but for guests, and the boards of the canteens that orders changed. */
  private async tellAll(tx: EntityManager, news: readonly OrderNews[], guests: ReadonlySet<string>): Promise<void> {
    if (news.length === 0) return
    await this.notices.tell(
      tx,
      news.flatMap(({ order, kind, title, body }) => {
        const subject = { kind: 'order' as const, id: order.id }
        return toldOf(order, guests).map((personId) => ({ personId, kind, title, body, subject }))
      }),
      news.map(({ order: { canteenId, id } }) => ({ topic: `board:${canteenId}`, audience: { canteenId }, id })),
    )
  }
}
