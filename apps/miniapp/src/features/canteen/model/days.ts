import type { Meal, ServiceDay, SittingBrief } from '@wanli/contracts/canteen'
import { businessDayOf, compareTimes } from '@wanli/kernel/shanghai-time'

const MEALS: readonly Meal[] = ['breakfast', 'lunch', 'dinner']

/**
 * The days to choose from, soonest first: those with a sitting, and those between and right after them on which the canteen is shut. A
 * day whose menus are not out yet is none of them, nor is what comes after the last menu and such a day.
 */
export function daysOf(days: readonly ServiceDay[], sittings: readonly SittingBrief[]): ServiceDay[] {
  const isServed = ({ day }: ServiceDay): boolean => sittings.some((sitting) => sitting.day === day)
  const known = (day: ServiceDay): boolean => day.off !== null || isServed(day)
  const lastServed = days.reduce((last, day, place) => (isServed(day) ? place : last), -1)
  const end = days.findIndex((day, place) => place > lastServed && !known(day))
  return days.slice(0, end < 0 ? days.length : end).filter(known)
}

/** The day on which nobody cooks, if that was asked for: nothing of it can be shown but why. */
export function shutDayOf(
  days: readonly ServiceDay[],
  sittings: readonly SittingBrief[],
  day: string | undefined,
): ServiceDay | null {
  if (sittings.some((sitting) => sitting.day === day)) return null
  return days.find((one) => one.day === day && one.off !== null) ?? null
}

/** Sittings of one day, in the order of the meals. */
export function sittingsOn(sittings: readonly SittingBrief[], day: string): SittingBrief[] {
  return MEALS.flatMap((meal) => sittings.filter((sitting) => sitting.day === day && sitting.meal === meal))
}

/** Whether orders are taken for a sitting now. */
export function takesOrders(sitting: Pick<SittingBrief, 'actions'>): boolean {
  return sitting.actions.includes('order')
}

/** How a sitting that takes no orders has ended: `closed` from its cut-off on, `over` once it was served; null when it has not. */
export function endOf(
  sitting: Pick<SittingBrief, 'actions' | 'cutOffAt' | 'serving'>,
  now: Date,
): 'closed' | 'over' | null {
  if (takesOrders(sitting)) return null
  if (new Date(sitting.serving.to) <= now) return 'over'
  return new Date(sitting.cutOffAt) <= now ? 'closed' : null
}

/**
 * The sitting a person most likely wants: the asked day and meal when they exist, else the soonest that takes orders
 * (on the asked day, when there is one), else the last one of the day.
 */
export function pickSitting(
  sittings: readonly SittingBrief[],
  now: Date,
  day?: string,
  meal?: string,
): SittingBrief | null {
  const byTime = [...sittings].sort((a, b) => compareTimes(a.serving.from, b.serving.from))
  const onDay = day ? byTime.filter((sitting) => sitting.day === day) : []
  const exact = onDay.find((sitting) => sitting.meal === meal)
  if (exact) return exact
  const pool = onDay.length > 0 ? onDay : byTime
  const today = businessDayOf(now)
  return pool.find(takesOrders) ?? lastOf(pool.filter((sitting) => sitting.day >= today)) ?? lastOf(pool) ?? null
}

/** `Array.at` is missing in the oldest engines we serve. */
function lastOf<Item>(items: readonly Item[]): Item | undefined {
  return items[items.length - 1]
}
