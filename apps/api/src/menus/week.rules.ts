import type { Meal } from '@wanli/contracts/canteen'
import type { MenuChange, MenuMeal } from '@wanli/contracts/menus'

import type { Canteen } from '../canteen/canteen.entity.js'
import type { Dish } from '../canteen/dish.entity.js'

import type { MealPlans } from './meal-plan.rules.js'
import { changesOf, keyOf, type DishNames, type StandingMeal, type TargetMeal } from './menu.rules.js'
import type { StoredChange } from './version.entity.js'
import type { MenuWeek } from './week.entity.js'

/** Everything about one week's menu, read in a fixed number of statements. */
export interface WeekState {
  canteen: Canteen
  monday: string
  row: MenuWeek | null
  /** What is published, without dishes that were withdrawn. */
  standing: StandingMeal[]
  /** Every meal of the week and whether it is served. */
  meals: (TargetMeal & { reason: string | null })[]
  /** The draft: what was written, and what is published where nothing was or where a meal is over. */
  draft: MenuMeal[]
  dishes: Map<string, Dish>
  plans: MealPlans
}

/** Dishes of a canteen as the rules look at them. */
export const namesOf = (dishes: ReadonlyMap<string, Dish>): DishNames =>
  new Map([...dishes].map(([id, { name, retiredAt }]) => [id, { name, retired: retiredAt !== null }]))

/** Meals of a draft that publishing may touch: they are served, and not over. */
export function publishable({ draft, meals }: WeekState): MenuMeal[] {
  const served = new Set(meals.filter(({ state }) => state === 'served').map(keyOf))
  return draft.filter((one) => served.has(keyOf(one)))
}

/** What publishing a week would change. */
export const weekChanges = (week: WeekState): StoredChange[] =>
  changesOf(publishable(week), week.standing, namesOf(week.dishes))

/** A dish of a meal with how many portions of it are published and how many the draft has; null where there are none. */
export interface PlannedDish {
  meal: Meal
  dishId: string
  menuPortions: number | null
  draftPortions: number | null
  soldHalves: number
}

/** Dishes of a meal: what is published in its order, then what the draft adds. */
export function plannedDishes(draft: MenuMeal, standing: readonly StandingMeal[]): PlannedDish[] {
  const there = standing.find((other) => keyOf(other) === keyOf(draft))?.dishes ?? []
  const ids = new Set([...there, ...draft.dishes].map(({ dishId }) => dishId))
  return [...ids].map((dishId) => {
    const old = there.find((dish) => dish.dishId === dishId)
    const draftPortions = draft.dishes.find((dish) => dish.dishId === dishId)?.portions ?? null
    const menuPortions = old?.portions ?? null
    return { meal: draft.meal, dishId, menuPortions, draftPortions, soldHalves: old?.soldHalves ?? 0 }
  })
}

/** Meals that are published and whose draft says something else that is not: by `keyOf`. */
export function changedMeals(week: WeekState): Set<string> {
  const published = publishable(week).filter(
    (one) => one.dishes.length > 0 && week.standing.some((there) => keyOf(there) === keyOf(one)),
  )
  return new Set(changesOf(published, week.standing, namesOf(week.dishes)).map(keyOf))
}

/** What is written, where it says something and the meal is not over; otherwise what is published. */
export function draftOf(row: MenuWeek | null, standing: StandingMeal[], meals: WeekState['meals']): MenuMeal[] {
  return meals.map(({ day, meal, state }) => {
    const there = standing.find((one) => one.day === day && one.meal === meal)
    const written = row?.meals.find((one) => one.day === day && one.meal === meal)
    const published = there?.dishes.map(({ dishId, portions, keptPortions, listFen, halfFen }) => ({
      dishId,
      portions,
      keptPortions,
      listFen,
      halfFen,
    }))
    const useWritten = written !== undefined && written.dishes.length > 0 && state !== 'over'
    return { day, meal, dishes: useWritten ? written.dishes : (published ?? []) }
  })
}

/** A change as people see it. */
export function toChange({ offerId: _offer, ...change }: StoredChange): MenuChange {
  return { ...change }
}
