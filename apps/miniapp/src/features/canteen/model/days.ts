import type { Meal, SittingBrief } from '@wanli/contracts/canteen'
import { businessDayOf } from '@wanli/kernel/shanghai-time'

const MEALS: readonly Meal[] = ['breakfast', 'lunch', 'dinner']

/** Days on which there is a sitting, soonest first. */
export function daysOf(sittings: readonly SittingBrief[]): string[] {
  return [...new Set(sittings.map((sitting) => sitting.day))].sort()
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
  const byTime = [...sittings].sort((a, b) => a.serving.from.localeCompare(b.serving.from))
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
