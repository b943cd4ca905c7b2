import { Injectable } from '@nestjs/common'
import { sumFen } from '@wanli/kernel/money'
import { addDays, daysBetween, instantOf, mondayOf } from '@wanli/kernel/shanghai-time'
import { In, type EntityManager } from 'typeorm'

import type { Dish } from '../canteen/dish.entity.js'
import { eaterFacts } from '../canteen/eaters.queries.js'
import { Offer } from '../canteen/offer.entity.js'
import { moneyOf } from '../canteen/order-payments.service.js'
import { OrderLine } from '../canteen/order-line.entity.js'
import { Order } from '../canteen/order.entity.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { Slot } from '../canteen/slot.entity.js'
import { SubsidyUse } from '../canteen/subsidy-use.entity.js'
import { Clock } from '../common/clock.js'
import { newId } from '../common/new-id.js'
import { addToRows, insertRows } from '../database/bulk.js'
import { weekOf } from '../menus/calendar.rules.js'
import { MealPlansQueries } from '../menus/meal-plans.queries.js'
import { PublishedSittingsService } from '../menus/published-sittings.service.js'
import { Review } from '../menus/review.entity.js'
import { MenuWeek } from '../menus/week.entity.js'
import { PeopleService } from '../people/people.service.js'
import { LedgerService, STREET } from '../wallet/ledger.service.js'
import { OrderMoneyService } from '../wallet/order-money.service.js'

import { basketOf, type DishLeft } from './demo-baskets.js'
import { dice } from './demo-dice.js'
import { menuMealOf } from './demo-menu.js'
import { PastRows } from './demo-past-rows.js'
import { reviewsOf } from './demo-reviews.js'
import { visitsOf, type Eater } from './demo-visits.js'
import { OWN_DISHES } from './own-dishes.js'

/** Who is there. */
export interface PastPeople {
  canteenId: string
  cookId: string
  /** In whose name guests eat. */
  guestId: string
  regulars: readonly Eater[]
  /** Who has yesterday's lunch still to rate, and today's still to order: those are left to whoever tries the demo. */
  waitingIds: readonly string[]
}

/** Days before today that were served. */
const RECENT_DAYS = 7
/** Weeks before tomorrow in which its weekday was served, so that a forecast has something to go by. */
const WEEKS = 4
const RICE = OWN_DISHES[0]?.id

/** Lunches of the past weeks as they might have been, today's as far as it has got; drafts of the week to come. */
@Injectable()
export class DemoPast {
  constructor(
    private readonly sittings: PublishedSittingsService,
    private readonly plans: MealPlansQueries,
    private readonly people: PeopleService,
    private readonly ledger: LedgerService,
    private readonly money: OrderMoneyService,
    private readonly clock: Clock,
  ) {}

  /** The morning before the past begins: from then on, those who were there are known. */
  since(): Date {
    return instantOf(addDays(pastDays(this.clock.today())[0] ?? '', -1), '09:00')
  }

  /** Writes what was until now. The dishes of a past day are those of the same weekday in the days to come. */
  async seed(tx: EntityManager, dishes: readonly Dish[], people: PastPeople): Promise<void> {
    const [now, today] = [this.clock.now(), this.clock.today()]
    const meals = [...pastDays(today), today].map((day) => {
      const weeks = Math.ceil(daysBetween(day, today) / 7)
      return { ...menuMealOf(dishes, addDays(day, weeks * 7), 'lunch'), day }
    })
    const plans = await this.plans.of(people.canteenId, tx)
    const sittings = await this.sittings.add(tx, people.canteenId, meals, plans)
    const ofSittings = { sittingId: In(sittings.map(({ id }) => id)) }
    const offers = await tx.find(Offer, { where: ofSittings, order: { position: 'ASC' } })
    const slots = await tx.find(Slot, { where: ofSittings, order: { fromAt: 'ASC' } })
    const dossiers = await this.people.dossiers(
      people.regulars.map(({ personId }) => personId),
      tx,
    )
    const menu = {
      offers: new Map(offers.map((offer) => [offer.id, offer])),
      dishes: new Map(dishes.map((dish) => [dish.id, dish])),
    }
    const isFree = ({ personId }: Eater): boolean => !people.waitingIds.includes(personId)
    const past = new PastRows(people.canteenId, people.cookId, now)
    for (const sitting of sittings) {
      const isOwn = ({ sittingId }: { sittingId: string }): boolean => sittingId === sitting.id
      const left = offers.filter(isOwn).map((offer) => leftOf(offer, menu.dishes))
      const eaters = sitting.day === today ? people.regulars.filter(isFree) : people.regulars
      // The first dish of today runs short and is left to whoever tries the demo.
      if (sitting.day === today) left.shift()
      for (const visit of visitsOf(sitting, eaters, people.guestId, slots.filter(isOwn))) {
        if (visit.orderedAt > now) continue
        const { key, personId, habit } = visit.eater
        const lines = basketOf(left, habit.taste, (question) => dice(question, key, sitting.day))
        const facts = eaterFacts(dossiers.get(personId)?.factsOn(sitting.day) ?? {})
        if (lines.length > 0) past.add(menu, sitting, visit, facts, lines)
      }
    }
    await this.write(tx, past)
    for (const sitting of sittings) await this.pay(tx, sitting, past)
    const { waitingIds } = people
    const reviews = reviewsOf(past, menu.dishes, { waitingIds, lastDay: addDays(today, -1) })
    await insertRows(
      tx,
      Review,
      reviews.filter(({ createdAt }) => createdAt <= now),
    )
  }

  /** Lunches of next week that nobody has published yet. */
  async draft(tx: EntityManager, dishes: readonly Dish[], { canteenId, cookId }: PastPeople): Promise<void> {
    const monday = addDays(mondayOf(this.clock.today()), 7)
    const meals = weekOf(monday).map((day) => menuMealOf(dishes, day, 'lunch'))
    const changed = { changedById: cookId, changedAt: this.clock.now() }
    await tx.insert(MenuWeek, { id: newId(), canteenId, monday, revision: 1, version: 0, meals, ...changed })
  }

  private async write(tx: EntityManager, past: PastRows): Promise<void> {
    await insertRows(tx, Order, past.orders)
    await insertRows(tx, OrderLine, past.lines)
    await insertRows(tx, SubsidyUse, past.uses)
    await addToRows(
      tx,
      Offer,
      [...past.portions].map(([id, add]) => ({ id, add })),
    )
    await addToRows(
      tx,
      Sitting,
      [...past.numbers].map(([id, lastPickup]) => ({ id, add: { lastPickup } })),
    )
    await addToRows(
      tx,
      Slot,
      [...past.slots].map(([id, taken]) => ({ id, add: { taken } })),
    )
  }

  /** A day's money: from wallets as always. A past day's cash is in the bank long since, so no drawer holds it. */
  private async pay(tx: EntityManager, { id, day, canteenId, servingTo }: Sitting, past: PastRows): Promise<void> {
    const orders = past.orders.filter(({ sittingId }) => sittingId === id)
    const byWallet = orders.filter(({ payBy }) => payBy === 'wallet')
    const inCash = orders.filter(({ payBy }) => payBy === 'counter')
    if (day === this.clock.today()) {
      await this.money.payFromWallet(tx, byWallet.map(moneyOf))
      await this.money.payFromDrawer(tx, inCash.map(moneyOf))
      return
    }
    const shared = [
      { kind: 'demo_source' as const, ownerId: STREET },
      { kind: 'subsidy_receivable' as const, ownerId: STREET },
      { kind: 'canteen_revenue' as const, ownerId: canteenId },
    ]
    const pockets = byWallet.map(({ paidById }) => ({ kind: 'person_own' as const, ownerId: paidById }))
    const book = await this.ledger.open(tx, [...shared, ...pockets], servingTo)
    const payFen = sumFen(inCash.map((order) => order.payFen))
    const subsidyFen = sumFen(inCash.map((order) => order.subsidyFen))
    const sides = [-payFen, -subsidyFen, payFen + subsidyFen]
    book.post({
      kind: 'demo_grant',
      memo: '演示用的一天现金饭钱',
      orderId: null,
      moves: shared.map((account, side) => ({ ...account, amountFen: sides[side] ?? 0 })),
    })
    await this.money.payFromWallet(tx, byWallet.map(moneyOf), book)
  }
}

/** The last seven days, and the weekday of tomorrow in the last four weeks. */
function pastDays(today: string): string[] {
  const recent = Array.from({ length: RECENT_DAYS }, (_, index) => addDays(today, -index - 1))
  const weekdays = Array.from({ length: WEEKS }, (_, index) => addDays(today, 1 - 7 * (index + 1)))
  return [...new Set([...recent, ...weekdays])].sort()
}

function leftOf({ id, dishId, halfFen, capacityHalves }: Offer, dishes: ReadonlyMap<string, Dish>): DishLeft {
  const dish = dishes.get(dishId)
  return {
    offerId: id,
    kind: dish?.kind ?? '点心',
    soft: dish?.soft === true,
    isRice: dish?.picture === RICE,
    hasHalf: halfFen !== null,
    leftHalves: capacityHalves,
  }
}
