import { Injectable } from '@nestjs/common'
import type { ForecastDish, ForecastView } from '@wanli/contracts/manage'
import { addDays, mondayOf } from '@wanli/kernel/shanghai-time'
import { Between, DataSource, In, IsNull, LessThanOrEqual } from 'typeorm'

import { Offer } from '../canteen/offer.entity.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { toCanteenView } from '../canteen/sitting.view.js'
import { StaffCanteensQueries } from '../canteen/staff-canteens.queries.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'

import { markOf } from './calendar.rules.js'
import { forecastOf, type PastServing } from './forecast.rules.js'
import { SalesQueries } from './sales.queries.js'
import { counts } from './sales.rules.js'
import { plannedDishes, publishable } from './week.rules.js'
import { WeeksQueries } from './weeks.queries.js'

/** Days that a forecast looks back on: four weeks. */
const LOOK_BACK_DAYS = 28

/** How many portions will be wanted. */
@Injectable()
export class ForecastQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly canteens: StaffCanteensQueries,
    private readonly weeks: WeeksQueries,
    private readonly sales: SalesQueries,
    private readonly clock: Clock,
  ) {}

  /** A forecast for each dish that a day has, on the published menu or in its draft. Throws `canteen.not_found` (404). */
  async forecast(caller: Caller, day: string, canteenId?: string): Promise<ForecastView> {
    const canteen = await this.canteens.of(caller, canteenId)
    const week = await this.weeks.state(canteen, mondayOf(day))
    const past = await this.past(canteen.id, day)
    const target = markOf(day)
    const dishes = publishable(week)
      .filter((one) => one.day === day)
      .flatMap((one) => plannedDishes(one, week.standing))
      .map(({ dishId, meal, soldHalves, menuPortions, draftPortions }): ForecastDish => {
        const dish = week.dishes.get(dishId)
        const about = { dishId, dishName: dish?.name ?? '', picture: dish?.picture ?? '', meal, soldHalves }
        const portions = draftPortions ?? menuPortions ?? 0
        const plan = { portions, isPublished: portions === menuPortions }
        const facts = { target, past: past.get(`${meal} ${dishId}`) ?? [], soldHalves, plan }
        return { ...about, menuPortions, draftPortions, ...forecastOf(facts) }
      })
    return { canteen: toCanteenView(canteen), day: target, monday: mondayOf(day), dishes }
  }

  /** What was wanted of each dish at each meal of the last four weeks that is over, by `meal dishId`: three statements. */
  private async past(canteenId: string, day: string): Promise<Map<string, PastServing[]>> {
    const { manager } = this.dataSource
    const between = Between(addDays(day, -LOOK_BACK_DAYS), addDays(day, -1))
    // Of a meal that is still ordered nobody knows yet how many will be wanted.
    const over = { closedAt: IsNull(), servingTo: LessThanOrEqual(this.clock.now()) }
    const sittings = await manager.findBy(Sitting, { canteenId, day: between, ...over })
    const ids = sittings.map(({ id }) => id)
    const servings = new Map<string, PastServing[]>()
    if (ids.length === 0) return servings
    const offers = await manager.findBy(Offer, { sittingId: In(ids), withdrawnAt: IsNull() })
    const sales = await this.sales.bySitting(manager, ids)
    const sold = new Map<string, number>()
    for (const { offerId, status, halves } of sales)
      if (counts(status)) sold.set(offerId, (sold.get(offerId) ?? 0) + halves)
    const bySitting = new Map(sittings.map((sitting) => [sitting.id, sitting]))
    for (const offer of offers) {
      const sitting = bySitting.get(offer.sittingId)
      const soldHalves = sold.get(offer.id) ?? 0
      // A meal without any order says that nobody counted, not that nobody came.
      if (sitting === undefined || soldHalves === 0) continue
      const key = `${sitting.meal} ${offer.dishId}`
      const serving = { day: sitting.day, kind: markOf(sitting.day).kind, soldHalves }
      const ranOut = offer.capacityHalves - offer.soldHalves < 2
      servings.set(key, [...(servings.get(key) ?? []), { ...serving, ranOut }])
    }
    return servings
  }
}
