import type { Meal } from '@wanli/contracts/canteen'
import type { Span } from '@wanli/contracts/time'
import { businessDayOf, clockText, daysBetween, dayText, monthDayText, weekdayText } from '@wanli/kernel/shanghai-time'

/** Names of the meals. */
export const MEAL_TEXT = { breakfast: '早餐', lunch: '午餐', dinner: '晚餐' } as const satisfies Record<Meal, string>

/** A sitting as people say it, seen from `today`: `今天 午餐`, `11月25日 晚餐`. */
export function dayAndMeal(day: string, meal: Meal, today: string): string {
  return `${dayText(day, today)} ${MEAL_TEXT[meal]}`
}

/** A day with its weekday and its date, each said once: `今天 周五 11月27日`, `周日 11月29日`. */
export function dayInFull(day: string, today: string): string {
  const date = monthDayText(day)
  const near = dayText(day, today)
  return [...(near === date ? [] : [near]), weekdayText(day), date].join(' ')
}

/** A span of one Shanghai day by the clock: `11:40–11:50`. */
export function spanText(span: Span): string {
  return `${clockText(new Date(span.from))}–${clockText(new Date(span.to))}`
}

/** Days of one week, today included: within them a weekday means one day only. */
const WEEK = 7

/** A time that may be on another day: `10:30` today, `明天 10:30`, `周日 10:30`, `12月4日 10:30`. Without its day it would read as past. */
export function clockOn(at: Date, now: Date): string {
  const day = businessDayOf(at)
  const today = businessDayOf(now)
  const ahead = daysBetween(today, day)
  if (ahead === 0) return clockText(at)
  const name = ahead > 1 && ahead < WEEK ? weekdayText(day) : dayText(day, today)
  return `${name} ${clockText(at)}`
}
