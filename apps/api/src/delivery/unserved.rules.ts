import { addDays } from '@wanli/kernel/shanghai-time'

import type { MealOutlook } from '../canteen/meal-outlook.rules.js'
import { sentenceOf } from '../common/error-catalogue.js'

/** A holiday is told so many days ahead: a menu may still be published for it before. */
const HOLIDAY_TOLD_DAYS_AHEAD = 2

/** Whether a meal without a menu does not come, as far as is known at `now`: it is not served, or the kitchen would count it by now. */
export function isUnserved({ off, freezeAt }: MealOutlook, now: Date): boolean {
  return off !== null || freezeAt <= now
}

/**
 * Whether those who count on a meal without a menu are told at `now` that it does not come: of one that was closed at once, of a holiday
 * two days ahead, of one whose menu was forgotten when the kitchen would count it. Of weekends their own page tells: they come each week.
 */
export function isToldUnserved(meal: MealOutlook, now: Date, today: string): boolean {
  if (meal.off === 'weekend') return false
  if (meal.off === 'holiday') return meal.day <= addDays(today, HOLIDAY_TOLD_DAYS_AHEAD)
  return isUnserved(meal, now)
}

/** Why a meal without a menu does not come, in words. */
export function unservedText({ off, reason }: MealOutlook): string {
  if (off === null) return sentenceOf('delivery.no_menu', {})
  return off === 'closed' ? sentenceOf('canteen.sitting_closed', { reason }) : `食堂${reason}`
}
