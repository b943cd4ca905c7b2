import type { Weekday } from '@wanli/contracts/standing'
import { TEXT, WEEKDAY_TEXT, WEEKDAYS } from '../text'

/** Monday to Friday. */
export const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5]

const same = (a: readonly Weekday[], b: readonly Weekday[]): boolean =>
  a.length === b.length && b.every((day) => a.includes(day))

/** Days of the week as people say them: `天天`, `周一到周五`, `周一、周三`. A made-up workday is a Saturday or Sunday all the same. */
export function daysText(days: readonly Weekday[]): string {
  if (same(days, WEEKDAYS)) return TEXT.edit.everyDay
  if (same(days, WORKDAYS)) return TEXT.edit.workdays
  return WEEKDAYS.filter((day) => days.includes(day))
    .map((day) => WEEKDAY_TEXT[day])
    .join('、')
}

/** The days with one more or one less. */
export function toggled(days: readonly Weekday[], day: Weekday): Weekday[] {
  return WEEKDAYS.filter((one) => (one === day ? !days.includes(day) : days.includes(one)))
}
