import { Injectable } from '@nestjs/common'
import { CANTEEN } from '@wanli/kernel/limits'
import { daysFrom, weekdayOf } from '@wanli/kernel/shanghai-time'
import { DataSource, In, IsNull } from 'typeorm'

import type { MealOutlook } from '../canteen/meal-outlook.rules.js'
import { MealOutlooksQueries } from '../canteen/meal-outlooks.queries.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { Clock } from '../common/clock.js'

import { StandingWeekday } from './standing-weekday.entity.js'
import { Standing } from './standing.entity.js'
import { isToldUnserved } from './unserved.rules.js'

/** A standing order and a meal of a day that it does not bring, since there will be none. */
export interface UnservedDay {
  standing: Standing
  outlook: MealOutlook
}

/** Finds meals of standing orders that no menu is published for, and that people should hear of. */
@Injectable()
export class UnservedDaysQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outlooks: MealOutlooksQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Days of the coming week whose meal was closed before it was published, falls on a holiday, or still has no menu when the kitchen
   * would count it; of all standing orders that go on and had the day before that, or of these.
   */
  async days(ids?: readonly string[]): Promise<UnservedDay[]> {
    const outlooks = await this.toTell(await this.canteensWithStandings(ids))
    const unserved: UnservedDay[] = []
    for (const outlook of outlooks)
      for (const standing of await this.standingsOn(outlook, ids)) unserved.push({ standing, outlook })
    return unserved
  }

  private async canteensWithStandings(ids: readonly string[] | undefined): Promise<string[]> {
    const select = this.dataSource.manager
      .createQueryBuilder(Standing, 'o')
      .select('o.canteenId', 'canteenId')
      .distinct()
      .where('o.endedAt IS NULL')
    if (ids !== undefined) select.andWhere({ id: In([...ids]) })
    return (await select.getRawMany<{ canteenId: string }>()).map(({ canteenId }) => canteenId)
  }

  private async toTell(canteenIds: readonly string[]): Promise<MealOutlook[]> {
    const [now, today] = [this.clock.now(), this.clock.today()]
    const days = daysFrom(today, CANTEEN.daysAhead)
    const outlooks = await this.outlooks.of(canteenIds, days)
    const unserved = outlooks.filter((outlook) => isToldUnserved(outlook, now, today))
    if (unserved.length === 0) return []
    const published = await this.dataSource.manager.findBy(Sitting, { canteenId: In([...canteenIds]), day: In(days) })
    return unserved.filter(({ canteenId, day, meal }) =>
      published.every((one) => one.canteenId !== canteenId || one.day !== day || one.meal !== meal),
    )
  }

  private async standingsOn(
    { canteenId, day, meal, freezeAt }: MealOutlook,
    ids: readonly string[] | undefined,
  ): Promise<Standing[]> {
    const { manager } = this.dataSource
    const weekdays = await manager.findBy(StandingWeekday, {
      meal,
      weekday: weekdayOf(day),
      ...(ids === undefined ? {} : { standingId: In([...ids]) }),
    })
    const wanted = weekdays.map(({ standingId }) => standingId)
    if (wanted.length === 0) return []
    const standings = await manager.findBy(Standing, { id: In(wanted), canteenId, endedAt: IsNull() })
    return standings.filter((standing) => (standing.daysChangedAt ?? standing.createdAt) < freezeAt)
  }
}
