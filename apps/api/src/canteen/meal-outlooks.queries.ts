import { Injectable } from '@nestjs/common'
import type { DayMark } from '@wanli/contracts/time'

import type { MealOutlook } from './meal-outlook.rules.js'

/** What the canteen's parts ask of whoever keeps the calendar. */
export interface MealCalendar {
  /** Every meal of these canteens on these days, whether or not it was published. */
  outlooks(canteenIds: readonly string[], days: readonly string[]): Promise<MealOutlook[]>
  /** What kind of day each of these is. */
  marks(days: readonly string[]): DayMark[]
}

const UNKNOWN: MealCalendar = {
  outlooks: () => Promise.resolve([]),
  marks: (days) => days.map((day) => ({ day, kind: 'workday', name: null })),
}

/** The door through which the canteen's parts learn what the calendar says; the part that keeps it fills it at start-up. */
@Injectable()
export class MealOutlooksQueries {
  private calendar = UNKNOWN

  /** Takes the calendar of whoever keeps it. */
  use(calendar: MealCalendar): void {
    this.calendar = calendar
  }

  /** Every meal of these canteens on these days; asks nobody when there are none. */
  async of(canteenIds: readonly string[], days: readonly string[]): Promise<MealOutlook[]> {
    if (canteenIds.length === 0 || days.length === 0) return []
    return this.calendar.outlooks([...new Set(canteenIds)], days)
  }

  /** What kind of day each of these is, in their order. */
  marksOf(days: readonly string[]): DayMark[] {
    return this.calendar.marks(days)
  }
}
