import { Injectable } from '@nestjs/common'
import { CANTEEN } from '@wanli/kernel/limits'
import { addDays, daysFrom, weekdayOf } from '@wanli/kernel/shanghai-time'
import { DataSource, In } from 'typeorm'

import { Sitting } from '../canteen/sitting.entity.js'
import { Clock } from '../common/clock.js'

import { StandingResult } from './standing-result.entity.js'
import { StandingWeekday } from './standing-weekday.entity.js'
import { Standing } from './standing.entity.js'

/** How many days back somebody is still told that a meal did not come: a server was down over a day and a night. */
const DAYS_BACK = 2

/** A standing order and a meal that it brings. */
export interface DayOfStanding {
  standing: Standing
  sitting: Sitting
}

/** Finds days of standing orders that nobody has decided and that the usual way orders no more. */
@Injectable()
export class MissedDaysQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Days without a result, of all standing orders or of these, whose meal was closed, or counted while no server ran: from two days back
   * to as far ahead as people see. A day that was counted before the standing order had it is not one of them.
   */
  async days(ids?: readonly string[]): Promise<DayOfStanding[]> {
    if (ids?.length === 0) return []
    const { manager } = this.dataSource
    const found = await this.undecided(ids)
    if (found.length === 0) return []
    const standings = await manager.findBy(Standing, { id: In(found.map(({ standingId }) => standingId)) })
    const sittings = await manager.findBy(Sitting, { id: In(found.map(({ sittingId }) => sittingId)) })
    const standingOf = new Map(standings.map((standing) => [standing.id, standing]))
    const sittingOf = new Map(sittings.map((sitting) => [sitting.id, sitting]))
    return found.flatMap(({ standingId, sittingId }) => {
      const [standing, sitting] = [standingOf.get(standingId), sittingOf.get(sittingId)]
      return standing === undefined || sitting === undefined ? [] : [{ standing, sitting }]
    })
  }

  private undecided(ids: readonly string[] | undefined): Promise<{ standingId: string; sittingId: string }[]> {
    const today = this.clock.today()
    const days = daysFrom(addDays(today, -DAYS_BACK), DAYS_BACK + CANTEEN.daysAhead)
    // The two engines do not count weekdays alike.
    const weekday = `CASE s.day ${days.map((_, n) => `WHEN :day${n} THEN :weekday${n}`).join(' ')} END`
    const weekdays = days.flatMap((day, n) => [
      [`day${n}`, day],
      [`weekday${n}`, weekdayOf(day)],
    ])
    const select = this.dataSource.manager
      .createQueryBuilder(Sitting, 's')
      .select(['o.id AS standingId', 's.id AS sittingId'])
      .innerJoin(Standing, 'o', 'o.canteenId = s.canteenId AND o.meal = s.meal')
      .innerJoin(StandingWeekday, 'w', `w.eaterId = o.eaterId AND w.meal = s.meal AND w.weekday = ${weekday}`)
      .setParameters(Object.fromEntries(weekdays) as Record<string, string | number>)
      .leftJoin(StandingResult, 'r', 'r.standingId = o.id AND r.day = s.day')
      .where('r.standingId IS NULL AND o.endedAt IS NULL AND COALESCE(o.daysChangedAt, o.createdAt) < s.freezeAt')
      .andWhere('(s.closedAt IS NOT NULL OR s.freezeAt <= :now)', { now: this.clock.now() })
      .andWhere('(o.pausedFrom IS NULL OR s.day < o.pausedFrom OR s.day > o.pausedTo)')
      .andWhere('w.standingId = o.id AND s.day >= :since AND s.day <= :until', { since: days[0], until: days.at(-1) })
    if (ids !== undefined) select.andWhere('o.id IN (:...ids)', { ids })
    return select.orderBy('s.freezeAt', 'ASC').addOrderBy('o.id', 'ASC').getRawMany()
  }
}
