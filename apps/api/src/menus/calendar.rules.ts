import type { Meal } from '@wanli/contracts/canteen'
import type { MealState } from '@wanli/contracts/menus'
import type { DayKind, DayMark } from '@wanli/contracts/time'
import { addDays, weekdayOf } from '@wanli/kernel/shanghai-time'

import { LAWFUL_HOLIDAYS, STATE_HOLIDAYS } from './state-holidays.js'

/** Every meal of a day, in order. */
export const MEALS: readonly Meal[] = ['breakfast', 'lunch', 'dinner']

const AHEAD = [0, 1, 2, 3, 4, 5, 6] as const

/** The seven days of the week that begins on `monday`. */
export const weekOf = (monday: string): string[] => AHEAD.map((ahead) => addDays(monday, ahead))

/** The days of a month, `YYYY-MM`. */
export function daysOfMonth(month: string): string[] {
  const days: string[] = []
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day)
  return days
}

/** What kind of day it is: by the notice of its year (see `state-holidays.ts`), before there is one by the law, or else by its weekday. */
export function markOf(day: string): DayMark {
  const year = day.slice(0, 4)
  const holidays = STATE_HOLIDAYS[year]?.holidays ?? LAWFUL_HOLIDAYS[year] ?? []
  const off = holidays.find(({ from, to }) => from <= day && day <= to)
  if (off !== undefined) return { day, kind: 'holiday', name: off.name }
  const worked = holidays.find(({ makeup }) => makeup.includes(day))
  if (worked !== undefined) return { day, kind: 'makeup_workday', name: worked.name }
  return { day, kind: weekdayOf(day) >= 6 ? 'weekend' : 'workday', name: null }
}

/** The notice that the days of a year follow; null when none is recorded. */
export const noticeOf = (year: string): string | null => STATE_HOLIDAYS[year]?.source ?? null

/** Whether people work on such a day: who eats at a canteen depends on it. */
export const isWorked = (kind: DayKind): boolean => kind === 'workday' || kind === 'makeup_workday'

/** What decides whether a meal is served. */
export interface MealFacts {
  kind: DayKind
  serves: { servesWeekend: boolean; servesHoliday: boolean }
  /** Why somebody closed it; null when nobody did. */
  closedReason: string | null
  servingTo: Date
}

/** Days off on which a meal is not served, and how that is said. A made-up workday (调休) is served as a workday. */
export function dayOffOf(
  kind: DayKind,
  serves: MealFacts['serves'],
): { kind: 'weekend' | 'holiday'; reason: string } | null {
  if (kind === 'weekend' && !serves.servesWeekend) return { kind, reason: '周末不开' }
  if (kind === 'holiday' && !serves.servesHoliday) return { kind, reason: '节假日不开' }
  return null
}

/** The state of a meal at `now` and why it is not served. */
export function mealStateOf(facts: MealFacts, now: Date): { state: MealState; reason: string | null } {
  if (facts.closedReason !== null) return { state: 'closed', reason: facts.closedReason }
  if (facts.servingTo <= now) return { state: 'over', reason: null }
  const dayOff = dayOffOf(facts.kind, facts.serves)
  return dayOff === null ? { state: 'served', reason: null } : { state: 'not_served', reason: dayOff.reason }
}
