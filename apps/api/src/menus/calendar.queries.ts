import { Injectable } from '@nestjs/common'
import type { CalendarView } from '@wanli/contracts/menus'
import type { DayMark } from '@wanli/contracts/time'
import { DataSource, In } from 'typeorm'

import type { MealOutlook } from '../canteen/meal-outlook.rules.js'
import type { MealCalendar } from '../canteen/meal-outlooks.queries.js'
import { OrderCountsQueries, ordersPer } from '../canteen/order-counts.queries.js'
import { CANCELLABLE_BY_CANTEEN } from '../canteen/order.rules.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { toCanteenView } from '../canteen/sitting.view.js'
import { StaffCanteensQueries } from '../canteen/staff-canteens.queries.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'

import { daysOfMonth, dayOffOf, markOf, MEALS, mealStateOf, noticeOf } from './calendar.rules.js'
import { Closing } from './closing.entity.js'
import { MealPlansQueries } from './meal-plans.queries.js'
import { timesOf } from './meal-plan.rules.js'
import { keyOf } from './menu.rules.js'
import { counts } from './sales.rules.js'

/** Reads of the calendar. */
@Injectable()
export class CalendarQueries implements MealCalendar {
  constructor(
    private readonly dataSource: DataSource,
    private readonly canteens: StaffCanteensQueries,
    private readonly plans: MealPlansQueries,
    private readonly orderCounts: OrderCountsQueries,
    private readonly clock: Clock,
  ) {}

  /** A month (`YYYY-MM`) of a canteen: marks of its days, which meals are served, how many orders stand. Throws `canteen.not_found` (404). */
  async month(caller: Caller, month: string, canteenId?: string): Promise<CalendarView> {
    const { manager } = this.dataSource
    const canteen = await this.canteens.of(caller, canteenId)
    const days = daysOfMonth(month)
    const where = { canteenId: canteen.id, day: In(days) }
    const sittings = new Map((await manager.findBy(Sitting, where)).map((one) => [keyOf(one), one]))
    const closings = new Map((await manager.findBy(Closing, where)).map((one) => [keyOf(one), one]))
    const plans = await this.plans.of(canteen.id)
    const byStatus = await this.orderCounts.byStatus(
      manager,
      [...sittings.values()].map(({ id }) => id),
    )
    const orders = ordersPer(byStatus, (status) => counts(status) || status === 'placed')
    const standing = ordersPer(byStatus, (status) => CANCELLABLE_BY_CANTEEN.includes(status))
    const now = this.clock.now()
    return {
      canteen: toCanteenView(canteen),
      month,
      isKnown: noticeOf(month.slice(0, 4)) !== null,
      source: noticeOf(month.slice(0, 4)),
      days: days.map((day) => {
        const mark = markOf(day)
        const meals = MEALS.map((meal) => {
          const sitting = sittings.get(keyOf({ day, meal }))
          const closing = closings.get(keyOf({ day, meal }))
          const serves = sitting === undefined ? plans[meal] : { servesWeekend: true, servesHoliday: true }
          const closedReason = sitting?.closedReason ?? closing?.reason ?? null
          const servingTo = sitting?.servingTo ?? timesOf(plans[meal], day).servingTo
          return {
            meal,
            ...mealStateOf({ kind: mark.kind, serves, closedReason, servingTo }, now),
            sittingId: sitting?.id ?? null,
            closingId: sitting === undefined ? (closing?.id ?? null) : null,
            orders: orders.get(sitting?.id ?? '') ?? 0,
            standing: standing.get(sitting?.id ?? '') ?? 0,
          }
        })
        return { ...mark, meals }
      }),
    }
  }

  /** What kind of day each of these is. */
  marks(days: readonly string[]): DayMark[] {
    return days.map(markOf)
  }

  /** What is to be expected of every meal of these canteens on these days, as long as no menu was published for it. */
  async outlooks(canteenIds: readonly string[], days: readonly string[]): Promise<MealOutlook[]> {
    const rows = await this.dataSource.manager.findBy(Closing, { canteenId: In([...canteenIds]), day: In([...days]) })
    const closings = new Map(rows.map((row) => [`${row.canteenId} ${keyOf(row)}`, row]))
    const plans = await this.plans.ofAll(canteenIds)
    return [...plans].flatMap(([canteenId, planOf]) =>
      days.flatMap((day) =>
        MEALS.map((meal): MealOutlook => {
          const closing = closings.get(`${canteenId} ${keyOf({ day, meal })}`)
          const dayOff = dayOffOf(markOf(day).kind, planOf[meal])
          return {
            canteenId,
            day,
            meal,
            off: closing === undefined ? (dayOff?.kind ?? null) : 'closed',
            reason: closing?.reason ?? dayOff?.reason ?? '',
            freezeAt: timesOf(planOf[meal], day).freezeAt,
          }
        }),
      ),
    )
  }
}
