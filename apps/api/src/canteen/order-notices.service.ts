import { Injectable } from '@nestjs/common'
import type { NoticeKind } from '@wanli/contracts/notices'
import { yuan } from '@wanli/kernel/money'
import { clockText } from '@wanli/kernel/shanghai-time'
import type { EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { NoticesService } from '../notices/notices.service.js'
import { PeopleService } from '../people/people.service.js'

import { Canteen } from './canteen.entity.js'
import type { Order } from './order.entity.js'
import { OrderPeopleQueries } from './order-people.queries.js'
import { backText, mealFor, mealText, toldOf } from './order.rules.js'
import type { Sitting } from './sitting.entity.js'
import { Slot } from './slot.entity.js'

/** A paid order with what its notice says. */
export interface OrderedMeal {
  order: Order
  sitting: Sitting
  canteen: Canteen
  slot: Slot | null
  nameOf: NameOf
  /** The number of a meal that was taken back for this one. */
  insteadOf: string | null
}

/** What each of the people of an order reads. */
type Words = (readerId: string) => string

interface OrderNews {
  order: Order
  kind: NoticeKind
  title: Words
  body: Words
  /** Told once under this key. */
  dedupeKey?: string
}

/** News with who is told of it. */
interface ToldNews {
  news: OrderNews
  people: readonly string[]
}

/** Names of people by id. */
type NameOf = (personId: string) => string

const mealOf =
  (meal: string, { eaterId }: Order, nameOf: NameOf): Words =>
  (readerId) =>
    mealFor(meal, { id: eaterId, name: nameOf(eaterId) }, readerId)

const backOf =
  (order: Order, nameOf: NameOf) =>
  (fen: number, readerId: string): string =>
    backText(order, fen, readerId, nameOf(order.paidById))

/** What the people of an order are told about it. */
@Injectable()
export class OrderNoticesService {
  constructor(
    private readonly notices: NoticesService,
    private readonly people: PeopleService,
    private readonly whose: OrderPeopleQueries,
    private readonly clock: Clock,
  ) {}

  /** A meal is ordered and paid. */
  async ordered(tx: EntityManager, order: Order, sitting: Sitting): Promise<void> {
    const people = await this.people.briefs([order.eaterId, order.placedById], tx)
    const canteen = await tx.findOneByOrFail(Canteen, { id: order.canteenId })
    const slot = await tx.findOneBy(Slot, { id: order.slotId ?? '' })
    const nameOf = (personId: string): string => people.get(personId)?.name ?? ''
    await this.tell(tx, this.orderedNews({ order, sitting, canteen, slot, nameOf, insteadOf: null }))
  }

  /**
   * Meals are ordered and paid: number, time, window, each to its people but for `guests`. All of it is issued at once. Whoever places a
   * meal may do so: nobody's mandate is asked for.
   */
  async orderedAll(tx: EntityManager, meals: readonly OrderedMeal[], guests: ReadonlySet<string>): Promise<void> {
    await this.tellAll(
      tx,
      meals.map((meal) => ({ news: this.orderedNews(meal), people: toldOf(meal.order, guests) })),
    )
  }

  private orderedNews({ order, sitting, canteen, slot, nameOf, insteadOf }: OrderedMeal): OrderNews {
    const from = clockText(slot?.fromAt ?? sitting.servingFrom)
    const by: Words = (readerId) =>
      order.placedById === order.eaterId
        ? ''
        : `，${readerId === order.placedById ? '你' : nameOf(order.placedById)}订的`
    const meal = mealOf(mealText(sitting, this.clock.today()), order, nameOf)
    const number = order.mode === 'delivery' ? '送餐号' : '取餐号'
    return {
      order,
      kind: 'order_placed',
      title: (readerId) => `${meal(readerId)}${insteadOf === null ? '订' : '换'}好了，${number} ${order.pickupNumber}`,
      body: (readerId) =>
        `${order.mode === 'delivery' ? `${from} 起送上门` : `${from} 到${canteen.name} ${canteen.windowName}取`}${by(readerId)}${insteadOf === null ? '' : `。原来的 ${insteadOf} 已经退钱`}`,
    }
  }

  /** The order is cancelled by its eater: what comes back, in fen, and to where. */
  async cancelled(tx: EntityManager, order: Order, sitting: Sitting, backFen: number): Promise<void> {
    const { meal, back } = await this.wordsOf(tx, order, sitting)
    const subsidy = order.subsidyFen > 0 ? '，补贴也还回来了' : ''
    const title: Words = (readerId) => `${meal(readerId)}退掉了`
    const body: Words = (readerId) =>
      order.status === 'placed' ? '还没有付钱，不用退' : `${order.pickupNumber}，${back(backFen, readerId)}${subsidy}`
    await this.tell(tx, { order, kind: 'order_cancelled', title, body })
  }

  /** Somebody took a given-up meal over: its giver gets the money back. */
  async takenOver(tx: EntityManager, order: Order, sitting: Sitting, backFen: number): Promise<void> {
    const { meal, back } = await this.wordsOf(tx, order, sitting)
    const title: Words = (readerId) => `${meal(readerId)} ${order.pickupNumber} 有人接走了`
    await this.tell(tx, { order, kind: 'order_refunded', title, body: (readerId) => back(backFen, readerId) })
  }

  /** The canteen does not serve the meal: why, and what comes back. */
  async closed(tx: EntityManager, order: Order, sitting: Sitting, backFen: number): Promise<void> {
    const { meal, back } = await this.wordsOf(tx, order, sitting)
    const title: Words = (readerId) => `${meal(readerId)}食堂不开了`
    const body: Words = (readerId) =>
      `食堂说「${sitting.closedReason ?? ''}」。${order.status === 'placed' ? '还没有付钱，不用退' : back(backFen, readerId)}`
    await this.tell(tx, { order, kind: 'order_cancelled', title, body })
  }

  /** A meal that should have been brought, and that no courier took along: what comes back. */
  async leftBehind(tx: EntityManager, order: Order, sitting: Sitting, backFen: number): Promise<void> {
    const { meal, back } = await this.wordsOf(tx, order, sitting)
    const title: Words = (readerId) => `${meal(readerId)}没有送到`
    const body: Words = (readerId) => `送餐员没有带上 ${order.pickupNumber}，对不起。${back(backFen, readerId)}`
    await this.tell(tx, { order, kind: 'order_cancelled', title, body })
  }

  /** Nobody paid in time: what was held for the order is free again. */
  async expired(tx: EntityManager, order: Order, sitting: Sitting): Promise<void> {
    const { meal } = await this.wordsOf(tx, order, sitting)
    const title: Words = (readerId) => `${meal(readerId)}没有订成`
    const until = clockText(order.payUntil ?? this.clock.now())
    const body = (): string => `${order.pickupNumber} 没有在 ${until} 以前付钱，没有扣钱，可以再订`
    await this.tell(tx, { order, kind: 'order_expired', title, body })
  }

  /** The canteen gives a dish's money back. `isLast`: no dish is left, so the whole order is off. */
  async lineRefunded(
    tx: EntityManager,
    order: Order,
    line: { dishName: string; payFen: number; reason: string; isLast: boolean },
  ): Promise<void> {
    const nameOf = await this.namesOf(tx, order)
    const back = backOf(order, nameOf)
    const whole = mealOf(` ${order.pickupNumber} 整单退掉了`, order, nameOf)
    const one = mealOf(`「${line.dishName}」退掉了`, order, nameOf)
    const title: Words = (readerId) => (line.isLast ? whole(readerId).trim() : one(readerId))
    const body: Words = (readerId) => `食堂说「${line.reason}」。${back(line.payFen, readerId)}`
    await this.tell(tx, { order, kind: line.isLast ? 'order_cancelled' : 'order_refunded', title, body })
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
    const { meal } = await this.wordsOf(tx, order, sitting)
    const title: Words = (readerId) => `${meal(readerId)}做好了，取餐号 ${order.pickupNumber}`
    const body = (): string => `到 ${windowName} 取，报 ${order.pickupNumber} 就行`
    await this.tell(tx, { order, kind: 'order_ready', title, body, dedupeKey: `ready ${order.id}` })
  }

  /** The meal is not ready after all: whoever was told is told anew when it is. */
  async notReady(tx: EntityManager, { id }: Order): Promise<void> {
    await this.notices.takeBack(tx, { kind: 'order', id }, 'order_ready')
  }

  /** The meal is handed over. */
  async handedOver(tx: EntityManager, order: Order, sitting: Sitting): Promise<void> {
    const { meal } = await this.wordsOf(tx, order, sitting)
    const title: Words = (readerId) => `${meal(readerId)}取走了`
    const body = (): string => `${order.pickupNumber}，${clockText(this.clock.now())} 在窗口取的，慢慢吃`
    await this.tell(tx, { order, kind: 'order_handed_over', title, body })
  }

  private async namesOf(tx: EntityManager, order: Order): Promise<NameOf> {
    const people = await this.people.briefs([order.eaterId, order.paidById], tx)
    return (personId) => people.get(personId)?.name ?? ''
  }

  private async wordsOf(
    tx: EntityManager,
    order: Order,
    sitting: Sitting,
  ): Promise<{ meal: Words; back: (fen: number, readerId: string) => string }> {
    const nameOf = await this.namesOf(tx, order)
    return { meal: mealOf(mealText(sitting, this.clock.today()), order, nameOf), back: backOf(order, nameOf) }
  }

  /** Tells the people of one order, as far as it is still theirs. */
  private async tell(tx: EntityManager, news: OrderNews): Promise<void> {
    await this.tellAll(tx, [{ news, people: await this.whose.told(tx, news.order) }])
  }

  /** Tells people, and the boards of the canteens, that orders changed. */
  private async tellAll(tx: EntityManager, told: readonly ToldNews[]): Promise<void> {
    if (told.length === 0) return
    await this.notices.tell(
      tx,
      told.flatMap(({ news: { order, kind, title, body, dedupeKey }, people }) =>
        people.map((personId) => ({
          personId,
          kind,
          title: title(personId),
          body: body(personId),
          subject: { kind: 'order' as const, id: order.id },
          ...(dedupeKey === undefined ? {} : { dedupeKey }),
        })),
      ),
      told.map(({ news: { order } }) => {
        const { canteenId, id } = order
        return { topic: `board:${canteenId}`, audience: { canteenId }, id }
      }),
    )
  }
}
