import { Injectable } from '@nestjs/common'
import type { DroppedOrder, MenuVersionView, MenuWeekView, WeekChangesView } from '@wanli/contracts/menus'
import { DataSource, In, IsNull, type EntityManager } from 'typeorm'

import type { Canteen } from '../canteen/canteen.entity.js'
import { Dish } from '../canteen/dish.entity.js'
import { Offer } from '../canteen/offer.entity.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { StaffCanteensQueries } from '../canteen/staff-canteens.queries.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { PeopleService } from '../people/people.service.js'

import { markOf, MEALS, mealStateOf, weekOf } from './calendar.rules.js'
import { Closing } from './closing.entity.js'
import { droppedOrders, removedOffers } from './dropped.rules.js'
import { MealPlansQueries } from './meal-plans.queries.js'
import { timesOf } from './meal-plan.rules.js'
import { keyOf, type StandingMeal } from './menu.rules.js'
import { SalesQueries } from './sales.queries.js'
import { MenuVersion, type StoredChange } from './version.entity.js'
import { MenuWeek } from './week.entity.js'
import { draftOf, toChange, weekChanges, type WeekState } from './week.rules.js'
import { toMenuWeekView } from './week.view.js'

/** Reads of weekly menus. */
@Injectable()
export class WeeksQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly canteens: StaffCanteensQueries,
    private readonly plans: MealPlansQueries,
    private readonly sales: SalesQueries,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** A week's menu. Throws `canteen.not_found` (404). */
  async week(caller: Caller, monday: string, canteenId?: string): Promise<MenuWeekView> {
    return this.view(await this.state(await this.canteens.of(caller, canteenId), monday))
  }

  /** What publishing would change, and which orders would lose a dish. Throws `canteen.not_found` (404). */
  async changes(caller: Caller, monday: string, canteenId?: string): Promise<WeekChangesView> {
    const week = await this.state(await this.canteens.of(caller, canteenId), monday)
    const changes = weekChanges(week)
    const dropped = await this.dropped(this.dataSource.manager, week, changes)
    return { revision: week.row?.revision ?? 0, changes: changes.map(toChange), dropped }
  }

  /** Orders that would lose a dish by these changes. */
  async dropped(from: EntityManager, week: WeekState, changes: readonly StoredChange[]): Promise<DroppedOrder[]> {
    return droppedOrders(await this.sales.ordersWith(from, removedOffers(changes)), week.standing)
  }

  /** Versions of a week's menu, the latest first. Throws `canteen.not_found` (404). */
  async versions(caller: Caller, monday: string, canteenId?: string): Promise<MenuVersionView[]> {
    const { manager } = this.dataSource
    const canteen = await this.canteens.of(caller, canteenId)
    const week = await manager.findOneBy(MenuWeek, { canteenId: canteen.id, monday })
    if (week === null) return []
    const rows = await manager.find(MenuVersion, { where: { weekId: week.id }, order: { version: 'DESC' } })
    const people = await this.people.briefs(
      rows.map((row) => row.publishedById),
      manager,
    )
    return rows.map(({ version, publishedAt, publishedById, changes }) => ({
      version,
      publishedAt: publishedAt.toISOString(),
      publishedBy: people.get(publishedById)?.name ?? '',
      changes: changes.map(toChange),
    }))
  }

  /** The view of a week that was read. */
  async view(week: WeekState, from: EntityManager = this.dataSource.manager): Promise<MenuWeekView> {
    const version =
      week.row === null || week.row.version === 0
        ? null
        : await from.findOneByOrFail(MenuVersion, { weekId: week.row.id, version: week.row.version })
    const by =
      version === null ? null : (await this.people.briefs([version.publishedById], from)).get(version.publishedById)
    return toMenuWeekView(week, version === null ? null : { at: version.publishedAt, by: by?.name ?? '' })
  }

  /** All about one week of a canteen. */
  async state(canteen: Canteen, monday: string, from: EntityManager = this.dataSource.manager): Promise<WeekState> {
    const canteenId = canteen.id
    const row = await from.findOneBy(MenuWeek, { canteenId, monday })
    const days = weekOf(monday)
    const sittings = await from.findBy(Sitting, { canteenId, day: In(days) })
    const dishes = new Map((await from.findBy(Dish, { canteenId })).map((dish) => [dish.id, dish]))
    const standing = await this.standing(from, sittings)
    const plans = await this.plans.of(canteenId, from)
    const closings = new Map((await from.findBy(Closing, { canteenId, day: In(days) })).map((one) => [keyOf(one), one]))
    const now = this.clock.now()
    const meals = days.flatMap((day) =>
      MEALS.map((meal) => {
        const sitting = sittings.find((one) => one.day === day && one.meal === meal)
        const closedReason = sitting?.closedReason ?? closings.get(keyOf({ day, meal }))?.reason ?? null
        const servingTo = sitting?.servingTo ?? timesOf(plans[meal], day).servingTo
        // What is published is served, whatever the rule for such days.
        const serves = sitting === undefined ? plans[meal] : { servesWeekend: true, servesHoliday: true }
        const facts = { kind: markOf(day).kind, serves, closedReason, servingTo }
        return { day, meal, sittingId: sitting?.id ?? null, ...mealStateOf(facts, now) }
      }),
    )
    return { canteen, monday, row, standing, meals, draft: draftOf(row, standing, meals), dishes, plans }
  }

  private async standing(from: EntityManager, sittings: Sitting[]): Promise<StandingMeal[]> {
    const ids = sittings.map(({ id }) => id)
    if (ids.length === 0) return []
    const where = { sittingId: In(ids), withdrawnAt: IsNull() }
    const offers = await from.find(Offer, { where, order: { position: 'ASC' } })
    const orders = await this.sales.standingOrders(from, ids)
    return sittings.map(({ id, day, meal }) => ({
      sittingId: id,
      day,
      meal,
      dishes: offers
        .filter(({ sittingId }) => sittingId === id)
        .map((offer) => ({
          offerId: offer.id,
          dishId: offer.dishId,
          portions: Math.floor(offer.capacityHalves / 2),
          keptPortions: Math.floor(offer.keptHalves / 2),
          listFen: offer.listFen,
          halfFen: offer.halfFen,
          soldHalves: offer.soldHalves,
          orders: orders.get(offer.id) ?? 0,
        })),
    }))
  }
}
