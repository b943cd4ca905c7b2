import { Injectable } from '@nestjs/common'
import type { ReviewTag } from '@wanli/contracts/reviews'
import { sumFen } from '@wanli/kernel/money'
import { addDays, daysBetween, mondayOf } from '@wanli/kernel/shanghai-time'
import { In, type EntityManager } from 'typeorm'

import { halvesOf, priceBasket } from '../canteen/basket.rules.js'
import type { Dish } from '../canteen/dish.entity.js'
import { eaterFacts } from '../canteen/eaters.queries.js'
import { Offer } from '../canteen/offer.entity.js'
import { OrderLine } from '../canteen/order-line.entity.js'
import { Order } from '../canteen/order.entity.js'
import { pickupNumber } from '../canteen/order.rules.js'
import { PUTUO_2025_12 } from '../canteen/scheme.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { SubsidyUse } from '../canteen/subsidy-use.entity.js'
import { Clock } from '../common/clock.js'
import { newId, newSecretCode } from '../common/new-id.js'
import { addToRows, insertRows } from '../database/bulk.js'
import { weekOf } from '../menus/calendar.rules.js'
import { MealPlansQueries } from '../menus/meal-plans.queries.js'
import { PublishedSittingsService } from '../menus/published-sittings.service.js'
import { Review } from '../menus/review.entity.js'
import { MenuWeek } from '../menus/week.entity.js'
import { PeopleService } from '../people/people.service.js'
import { LedgerService, STREET } from '../wallet/ledger.service.js'

import { menuMealOf } from './demo-menu.js'

/** Who was there: an invented walk-in whom nobody knows, and regulars who say what they think. */
export interface PastPeople {
  canteenId: string
  walkInId: string
  regularIds: readonly string[]
  cookId: string
}

/** Days before today that were served. */
const RECENT_DAYS = 7
/** Weeks before tomorrow in which its weekday was served, so that a forecast has something to go by. */
const WEEKS = 4
/** In percent of what was cooked, how much was sold, day after day. */
const SOLD_PERCENT = [78, 85, 71, 90, 82, 66, 88]
const PORTIONS_OF_A_LINE = 2
const LINES_OF_AN_ORDER = 3
/** Every so many orders nobody came for one. */
const LOST_EVERY = 31
const SAID: readonly { stars: number; tags: ReviewTag[]; text: string }[] = [
  { stars: 5, tags: ['好吃', '软硬正好'], text: '' },
  { stars: 4, tags: ['热乎'], text: '味道蛮好，还是热的' },
  { stars: 3, tags: ['咸了'], text: '再淡一点点就好了' },
  { stars: 5, tags: ['好吃'], text: '' },
  { stars: 4, tags: ['量少'], text: '' },
]

/** Lunches of the past weeks as they might have been, all paid at the counter; drafts of the week to come. */
@Injectable()
export class DemoPast {
  constructor(
    private readonly sittings: PublishedSittingsService,
    private readonly plans: MealPlansQueries,
    private readonly people: PeopleService,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {}

  /** Writes the past. The dishes of a past day are those of the same weekday in the days to come. */
  async seed(tx: EntityManager, dishes: readonly Dish[], people: PastPeople): Promise<void> {
    const today = this.clock.today()
    const days = pastDays(today)
    const meals = days.map((day) => {
      const weeks = Math.ceil(daysBetween(day, today) / 7)
      return { ...menuMealOf(dishes, addDays(day, weeks * 7), 'lunch'), day }
    })
    const plans = await this.plans.of(people.canteenId, tx)
    const sittings = await this.sittings.add(tx, people.canteenId, meals, plans)
    const offers = await tx.findBy(Offer, { sittingId: In(sittings.map(({ id }) => id)) })
    const menu = {
      offers: new Map(offers.map((offer) => [offer.id, offer])),
      dishes: new Map(dishes.map((dish) => [dish.id, dish])),
    }
    const past = new Past(people)
    for (const sitting of sittings) {
      const own = offers.filter(({ sittingId }) => sittingId === sitting.id).sort((a, b) => a.position - b.position)
      for (const eaterId of people.regularIds) {
        const { facts } = await this.people.known(eaterId, sitting.day, tx)
        past.add(menu, sitting, eaterId, eaterFacts(facts), regularLines(own))
      }
      const nobody = eaterFacts({})
      for (const lines of walkInLines(own, soldPercent(daysBetween(sitting.day, today))))
        past.add(menu, sitting, people.walkInId, nobody, lines)
    }
    await this.write(tx, past, people.canteenId)
    await this.review(tx, past, people, addDays(today, -1))
  }

  /** Lunches of next week that nobody has published yet. */
  async draft(tx: EntityManager, dishes: readonly Dish[], { canteenId, cookId }: PastPeople): Promise<void> {
    const monday = addDays(mondayOf(this.clock.today()), 7)
    const meals = weekOf(monday).map((day) => menuMealOf(dishes, day, 'lunch'))
    const changed = { changedById: cookId, changedAt: this.clock.now() }
    await tx.insert(MenuWeek, { id: newId(), canteenId, monday, revision: 1, version: 0, meals, ...changed })
  }

  private async write(tx: EntityManager, past: Past, canteenId: string): Promise<void> {
    await insertRows(tx, Order, past.orders)
    await insertRows(tx, OrderLine, past.lines)
    await insertRows(tx, SubsidyUse, past.uses)
    await addToRows(
      tx,
      Offer,
      [...halvesOf(past.lines)].map(([id, soldHalves]) => ({ id, add: { soldHalves } })),
    )
    await addToRows(
      tx,
      Sitting,
      [...past.numbers].map(([id, lastPickup]) => ({ id, add: { lastPickup } })),
    )
    const payFen = sumFen(past.orders.map((order) => order.payFen))
    const subsidyFen = sumFen(past.orders.map((order) => order.subsidyFen))
    await this.ledger.post(tx, {
      kind: 'demo_grant',
      memo: '演示用的过去几周的饭钱',
      orderId: null,
      moves: [
        { kind: 'demo_source', ownerId: STREET, amountFen: -payFen },
        { kind: 'subsidy_receivable', ownerId: STREET, amountFen: -subsidyFen },
        { kind: 'canteen_revenue', ownerId: canteenId, amountFen: payFen + subsidyFen },
      ],
    })
  }

  /** Regulars rated every lunch but yesterday's. */
  private async review(tx: EntityManager, past: Past, people: PastPeople, yesterday: string): Promise<void> {
    const orders = new Map(past.orders.map((order) => [order.id, order]))
    const reviews = past.lines.flatMap((line, index): Review[] => {
      const order = orders.get(line.orderId)
      const said = SAID[index % SAID.length]
      if (order === undefined || said === undefined) return []
      if (!people.regularIds.includes(order.eaterId) || order.day === yesterday) return []
      const { canteenId, sittingId, day, eaterId: personId, handedOverAt } = order
      const what = { orderLineId: line.id, orderId: order.id, dishId: line.dishId, canteenId, sittingId, day }
      return [{ id: newId(), ...what, personId, ...said, createdAt: handedOverAt ?? order.createdAt }]
    })
    await insertRows(tx, Review, reviews)
  }
}

/** How much was sold so many days ago: other than on the same weekday a week before. */
const soldPercent = (daysAgo: number): number =>
  SOLD_PERCENT[(daysAgo + Math.floor(daysAgo / 7) * 2) % SOLD_PERCENT.length] ?? 80

/** The last seven days, and the weekday of tomorrow in the last four weeks. */
function pastDays(today: string): string[] {
  const recent = Array.from({ length: RECENT_DAYS }, (_, index) => addDays(today, -index - 1))
  const weekdays = Array.from({ length: WEEKS }, (_, index) => addDays(today, 1 - 7 * (index + 1)))
  return [...new Set([...recent, ...weekdays])].sort()
}

/** What a regular has: meat, greens, rice. */
function regularLines(offers: readonly Offer[]): { offerId: string; quantity: number }[] {
  const [, meat] = offers
  const greens = offers[7]
  const rice = offers.at(10)
  return [meat, greens, rice].flatMap((offer) => (offer === undefined ? [] : [{ offerId: offer.id, quantity: 1 }]))
}

/** So much in percent of every dish, two portions a line, as orders of a few dishes. */
function walkInLines(offers: readonly Offer[], percent: number): { offerId: string; quantity: number }[][] {
  const items = offers.flatMap(({ id, capacityHalves }) => {
    const portions = Math.floor((capacityHalves * percent) / 200)
    return Array.from({ length: Math.max(0, Math.floor(portions / PORTIONS_OF_A_LINE) - 1) }, () => id)
  })
  const count = Math.ceil(items.length / LINES_OF_AN_ORDER)
  return Array.from({ length: count }, (_, order) => {
    // Dishes far from each other, so that an order has different ones.
    const ids = Array.from({ length: LINES_OF_AN_ORDER }, (_, n) => items[order + n * count])
    const own = [...new Set(ids.filter((id) => id !== undefined))]
    return own.map((offerId) => ({ offerId, quantity: PORTIONS_OF_A_LINE }))
  })
}

/** Rows of the past, gathered before they are written all at once. */
class Past {
  readonly orders: Order[] = []
  readonly lines: OrderLine[] = []
  readonly uses: SubsidyUse[] = []
  readonly numbers = new Map<string, number>()

  constructor(private readonly people: PastPeople) {}

  add(
    menu: Parameters<typeof priceBasket>[0],
    sitting: Sitting,
    eaterId: string,
    eater: Parameters<typeof priceBasket>[1]['eater'],
    wanted: { offerId: string; quantity: number }[],
  ): void {
    const { day, id: sittingId, servingFrom } = sitting
    const request = { sittingId, day, lines: wanted, mode: 'dine_in' as const, eater, subsidyUsed: false }
    const { lines, price } = priceBasket(menu, request)
    const number = (this.numbers.get(sittingId) ?? 0) + 1
    this.numbers.set(sittingId, number)
    const lost = number % LOST_EVERY === 0
    const handedOverAt = lost ? null : new Date(servingFrom.getTime() + number * 60_000)
    const order: Order = {
      id: newId(),
      canteenId: this.people.canteenId,
      sittingId,
      day,
      slotId: null,
      eaterId,
      placedById: eaterId,
      paidById: eaterId,
      status: lost ? 'not_collected' : 'handed_over',
      mode: 'dine_in',
      pickupNumber: pickupNumber(number),
      pickupCode: newSecretCode(),
      schemeVersion: PUTUO_2025_12.version,
      listFen: price.listFen,
      discountFen: price.discountFen,
      subsidyFen: price.subsidyFen,
      payFen: price.payFen,
      payBy: 'counter',
      payUntil: null,
      refundedFen: 0,
      explanation: price.explanation,
      forPool: false,
      leaveOut: null,
      addressId: null,
      offeredAt: null,
      takenFromId: null,
      progressAt: null,
      door: 'app',
      note: '',
      handedOverEarly: false,
      handedOverAt,
      handedOverById: lost ? null : this.people.cookId,
      cancelledAt: null,
      createdAt: servingFrom,
    }
    this.orders.push(order)
    this.lines.push(
      ...lines.map((line, position) => ({ id: newId(), orderId: order.id, position, refundedAt: null, ...line })),
    )
    if (price.subsidyFen === 0) return
    const use = { personId: eaterId, day, scheme: PUTUO_2025_12.version, orderId: order.id }
    this.uses.push({ id: newId(), ...use, amountFen: price.subsidyFen, createdAt: servingFrom })
  }
}
