import { Injectable, type OnApplicationBootstrap } from '@nestjs/common'
import { CANTEEN } from '@wanli/kernel/limits'
import { daysFrom } from '@wanli/kernel/shanghai-time'
import { In, IsNull, type EntityManager } from 'typeorm'

import { Canteen } from '../canteen/canteen.entity.js'
import { Dish } from '../canteen/dish.entity.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { Clock } from '../common/clock.js'
import { Housekeeping } from '../common/housekeeping.service.js'
import { newId } from '../common/new-id.js'
import { Env } from '../config/env.js'
import { GuestsService } from '../counter/guests.service.js'
import { insertRows } from '../database/bulk.js'
import { isDuplicateKey } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'
import { StandingOrdersService } from '../delivery/standing-orders.service.js'
import { MEALS } from '../menus/calendar.rules.js'
import { Closing } from '../menus/closing.entity.js'
import { MealPlansQueries } from '../menus/meal-plans.queries.js'
import { PublishedSittingsService } from '../menus/published-sittings.service.js'
import { MandatesService, type NewMandate } from '../people/mandates.service.js'
import { LedgerService, STREET } from '../wallet/ledger.service.js'

import { DemoDeliveryService } from './demo-delivery.service.js'
import { DemoKitchenService } from './demo-kitchen.service.js'
import { costOf, menuMealOf, stationOf } from './demo-menu.js'
import { DemoPast } from './demo-past.js'
import { DemoPeopleService } from './demo-people.service.js'
import { DEMO_MANDATES, DEMO_PEOPLE } from './demo-people.js'
import { DAILY_HABIT, DEMO_REGULARS } from './demo-regulars.js'
import type { CatalogueDish } from './catalogue-dish.js'
import { OWN_DISHES } from './own-dishes.js'
import catalogue from './dishes.json' with { type: 'json' }

const CANTEEN_NAME = '香泉社区食堂'
/** Whom the demo's waiting offer is made to. */
const OFFER_TO = 'chen-apo'
/** Who of the demo's people has been at every lunch of the past, and has yesterday's still to rate. */
const DAILY = ['lao-zhao', 'shen-bobo']

/** Invented people, dishes and menus. Made once, on the first start; menus then follow the calendar. */
@Injectable()
export class DemoService implements OnApplicationBootstrap {
  constructor(
    private readonly env: Env,
    private readonly housekeeping: Housekeeping,
    private readonly transactions: Transactions,
    private readonly ledger: LedgerService,
    private readonly mandates: MandatesService,
    private readonly people: DemoPeopleService,
    private readonly guests: GuestsService,
    private readonly delivery: DemoDeliveryService,
    private readonly standings: StandingOrdersService,
    private readonly kitchen: DemoKitchenService,
    private readonly sittings: PublishedSittingsService,
    private readonly plans: MealPlansQueries,
    private readonly past: DemoPast,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.env.DEMO) return
    await this.prepare()
    // A canteen that has been running has ordered what comes by itself: not a few seconds after the first look at it.
    await this.standings.orderDue()
    this.housekeeping.every('tenMinutes', () => this.prepare())
  }

  /** Makes what is missing: everything on the first start, later only the sittings of new days. */
  async prepare(): Promise<void> {
    try {
      await this.transactions.run((tx) => this.seedOnce(tx))
      await this.transactions.run((tx) => this.extendMenus(tx))
      await this.kitchen.prepare()
    } catch (error) {
      // Another process of the same database was a moment quicker; its rows are the same.
      if (!isDuplicateKey(error)) throw error
    }
  }

  private async seedOnce(tx: EntityManager): Promise<void> {
    if (await tx.existsBy(Canteen, { name: CANTEEN_NAME })) return
    const canteen: Canteen = {
      id: newId(),
      name: CANTEEN_NAME,
      address: '香泉苑 12 号楼一层',
      phone: '021-5550 0117',
      phoneHours: '早 6 点到晚 7 点',
      windowName: '3 号窗口',
    }
    await tx.insert(Canteen, canteen)
    const dishes = [...(catalogue.dishes as CatalogueDish[]), ...OWN_DISHES].map((dish) => toRow(dish, canteen.id))
    await insertRows(tx, Dish, dishes)
    await this.ledger.openShared(tx, 'canteen_revenue', canteen.id)
    await this.ledger.openShared(tx, 'subsidy_receivable', STREET)
    await this.ledger.openShared(tx, 'demo_source', STREET)
    const [now, since] = [this.clock.now(), this.past.since()]
    const regulars = DEMO_REGULARS.map(({ person }) => person)
    const ids = new Map([
      ...(await this.people.add(tx, regulars, canteen, since)),
      ...(await this.people.add(tx, DEMO_PEOPLE, canteen, now)),
    ])
    const idOf = (key: string): string => {
      const id = ids.get(key)
      if (id === undefined) throw new Error(`the demo has nobody called ${key}`)
      return id
    }
    for (const { agent, principal, offered, ...terms } of DEMO_MANDATES) {
      await this.seedMandate(tx, { agentId: idOf(agent), principalId: idOf(principal), ...terms }, offered === true)
    }
    await this.delivery.seed(tx, canteen.id, idOf)
    // Money moves in the order of its days: what regulars ate from, what they ate, what everybody else has today.
    await this.people.grant(tx, regulars, idOf, since)
    await this.seedPast(tx, canteen.id, dishes, idOf)
    await this.people.grant(tx, DEMO_PEOPLE, idOf, now)
  }

  private async seedPast(
    tx: EntityManager,
    canteenId: string,
    dishes: readonly Dish[],
    idOf: (key: string) => string,
  ): Promise<void> {
    const habits = [
      ...DEMO_REGULARS.map(({ person: { key }, habit }) => ({ key, habit })),
      ...DAILY.map((key) => ({ key, habit: DAILY_HABIT })),
    ]
    const people = {
      canteenId,
      cookId: idOf('cook'),
      guestId: await this.guests.find(tx, canteenId),
      regulars: habits.map(({ key, habit }) => ({ key, habit, personId: idOf(key) })),
      waitingIds: DAILY.map(idOf),
    }
    const byPicture = [...dishes].sort((a, b) => (a.picture < b.picture ? -1 : 1))
    await this.past.seed(tx, byPicture, people)
    await this.past.draft(tx, byPicture, people)
  }

  private async seedMandate(
    tx: EntityManager,
    given: Pick<NewMandate, 'agentId' | 'principalId' | 'relation' | 'scopes' | 'dailyCapFen'>,
    offered: boolean,
  ): Promise<void> {
    const mandate = { ...given, payer: 'agent' as const, validUntil: null }
    const phone = DEMO_PEOPLE.find(({ key }) => key === OFFER_TO)?.phone ?? ''
    if (offered) await this.mandates.askIn(tx, given.agentId, { ...mandate, principalPhone: phone })
    else await this.mandates.begin(tx, { ...mandate, source: 'app', paperNumber: null, photoId: null })
  }

  /** Publishes what is missing of the days ahead; what staff closed stays closed. */
  private async extendMenus(tx: EntityManager): Promise<void> {
    const { id: canteenId } = await tx.findOneByOrFail(Canteen, { name: CANTEEN_NAME })
    const where = { canteenId, retiredAt: IsNull() }
    const dishes = await tx.find(Dish, { where, order: { picture: 'ASC' } })
    const days = daysFrom(this.clock.today(), CANTEEN.daysAhead)
    const settled = new Set(
      [
        ...(await tx.findBy(Sitting, { canteenId, day: In(days) })),
        ...(await tx.findBy(Closing, { canteenId, day: In(days) })),
      ].map(({ day, meal }) => `${day} ${meal}`),
    )
    const missing = days
      .flatMap((day) => MEALS.map((meal) => menuMealOf(dishes, day, meal)))
      .filter(({ day, meal }) => !settled.has(`${day} ${meal}`))
    await this.sittings.add(tx, canteenId, missing, await this.plans.of(canteenId, tx))
  }
}

function toRow(dish: CatalogueDish, canteenId: string): Dish {
  return {
    id: newId(),
    canteenId,
    name: dish.name,
    kind: dish.kind,
    picture: dish.id,
    meals: dish.meals,
    listFen: dish.priceFen,
    halfFen: dish.halfPriceFen,
    ingredients: dish.ingredients,
    allergens: dish.allergens,
    nutrition: dish.nutrition,
    soft: dish.soft,
    lowSalt: dish.lowSalt,
    tags: dish.tags,
    station: stationOf(dish.kind),
    costFen: costOf(dish.priceFen),
    retiredAt: null,
    revision: 1,
    changedById: null,
    changedAt: null,
  }
}
