import type { Meal } from '@wanli/contracts/canteen'
import type { MealState, MenuChangeKind, MenuDish, MenuMeal, SkippedItem, SkipReason } from '@wanli/contracts/menus'
import type { FieldProblem } from '@wanli/contracts/errors'
import { weekdayText } from '@wanli/kernel/shanghai-time'

import { MEAL_NAMES } from '../canteen/order.rules.js'
import { DomainError } from '../common/domain-error.js'
import { InvalidRequestError } from '../common/invalid-request.js'

import type { StoredChange } from './version.entity.js'

/** A dish of a published sitting with what stands of it. */
interface StandingDish extends MenuDish {
  offerId: string
  /** Half portions that orders hold. */
  soldHalves: number
  /** Orders that hold it. */
  orders: number
}

/** A published sitting. */
export interface StandingMeal {
  sittingId: string
  day: string
  meal: Meal
  dishes: StandingDish[]
}

/** A meal of a week by its day and name. */
export const keyOf = ({ day, meal }: { day: string; meal: Meal }): string => `${day} ${meal}`

/** A meal of the week at hand, as its cooks say it: `周三午餐`. */
export function weekMealText({ day, meal }: { day: string; meal: Meal }): string {
  return `${weekdayText(day)}${MEAL_NAMES[meal]}`
}

/** What each dish is called, and whether it may be put on a menu. */
export type DishNames = ReadonlyMap<string, { name: string; retired: boolean }>

const nameOf = (names: DishNames, dishId: string): string => names.get(dishId)?.name ?? ''

/**
 * Makes sure that a draft can be kept: dishes of this canteen, each once a meal, none that is retired unless it is on the published
 * menu; what is put aside is a part of what is cooked, and a 小份 costs less. Throws `menus.dish_not_found` (404),
 * `menus.duplicate_dish` (422), `menus.dish_retired` (409), InvalidRequestError (422) with the fields.
 */
export function assertDraft(draft: readonly MenuMeal[], standing: readonly StandingMeal[], names: DishNames): void {
  assertNumbers(draft)
  for (const one of draft) {
    const there = standing.find((other) => keyOf(other) === keyOf(one))
    const seen = new Set<string>()
    for (const { dishId } of one.dishes) {
      const dish = names.get(dishId)
      if (dish === undefined) throw new DomainError('menus.dish_not_found')
      const meal = weekMealText(one)
      if (seen.has(dishId)) throw new DomainError('menus.duplicate_dish', { dishName: dish.name, meal })
      seen.add(dishId)
      const published = there?.dishes.some((other) => other.dishId === dishId) === true
      if (dish.retired && !published) throw new DomainError('menus.dish_retired', { dishName: dish.name })
    }
  }
}

function assertNumbers(draft: readonly MenuMeal[]): void {
  const wrong = draft.flatMap(({ dishes }, at) =>
    dishes.flatMap(({ portions, keptPortions, listFen, halfFen }, index): FieldProblem[] => {
      const path = `meals.${at}.dishes.${index}`
      if (keptPortions > portions)
        return [{ path: `${path}.keptPortions`, rule: 'max', message: '留给长者的不能比做的多' }]
      if (halfFen !== null && halfFen >= listFen)
        return [{ path: `${path}.halfFen`, rule: 'below_list', message: '小份要比一份便宜' }]
      return []
    }),
  )
  if (wrong.length > 0) throw new InvalidRequestError(wrong)
}

/**
 * What differs between a draft and what is published, meal by meal: what a cook is shown before publishing, and what publishing does.
 * A meal without dishes that is not published is no change. Throws `menus.close_instead` (409) for a published one left empty.
 */
export function changesOf(
  draft: readonly MenuMeal[],
  standing: readonly StandingMeal[],
  names: DishNames,
): StoredChange[] {
  return draft.flatMap((one) => {
    const there = standing.find((other) => keyOf(other) === keyOf(one))
    if (there === undefined) return one.dishes.length === 0 ? [] : [mealAdded(one)]
    if (one.dishes.length === 0) throw new DomainError('menus.close_instead', { meal: weekMealText(one) })
    return [...removed(one, there, names), ...one.dishes.flatMap((dish) => dishChanges(one, dish, there, names))]
  })
}

function mealAdded({ day, meal, dishes }: MenuMeal): StoredChange {
  const none = { dishId: null, dishName: '', offerId: null, before: null, orders: 0 }
  return { kind: 'meal_added', day, meal, ...none, after: dishes.length }
}

function removed({ day, meal, dishes }: MenuMeal, there: StandingMeal, names: DishNames): StoredChange[] {
  return there.dishes
    .filter((old) => !dishes.some(({ dishId }) => dishId === old.dishId))
    .map(({ dishId, offerId, portions, orders }) => {
      const dishName = nameOf(names, dishId)
      return { kind: 'dish_removed', day, meal, dishId, dishName, offerId, before: portions, after: null, orders }
    })
}

function dishChanges({ day, meal }: MenuMeal, dish: MenuDish, there: StandingMeal, names: DishNames): StoredChange[] {
  const old = there.dishes.find(({ dishId }) => dishId === dish.dishId)
  const about = { day, meal, dishId: dish.dishId, dishName: nameOf(names, dish.dishId) }
  if (old === undefined)
    return [{ kind: 'dish_added', ...about, offerId: null, before: null, after: dish.portions, orders: 0 }]
  const differences: [MenuChangeKind, number | null, number | null][] = [
    ['portions', old.portions, dish.portions],
    ['kept', old.keptPortions, dish.keptPortions],
    ['price', old.listFen, dish.listFen],
    ['half_price', old.halfFen, dish.halfFen],
  ]
  return differences
    .filter(([, before, after]) => before !== after)
    .map(([kind, before, after]) => ({ kind, ...about, offerId: old.offerId, before, after, orders: old.orders }))
}

/** Days between a week's days and those of the week before. */
const WEEK = 7

/** A meal of the week into which another is copied. */
export interface TargetMeal {
  day: string
  meal: Meal
  state: MealState
  sittingId: string | null
}

/** What a dish costs now, by the catalogue; a retired one is not copied. */
export type CataloguePrices = ReadonlyMap<
  string,
  { name: string; retired: boolean; listFen: number; halfFen: number | null }
>

/**
 * Last week's menu as the draft of this week, with what was left out. Dishes have the prices of the catalogue as it is now. Meals that
 * are published, drafted, closed, not served or over stay as they are in `draft`: one tap loses nobody's work.
 */
export function copyWeek(
  source: readonly MenuMeal[],
  target: readonly TargetMeal[],
  draft: readonly MenuMeal[],
  catalogue: CataloguePrices,
  dayBefore: (day: string, count: number) => string,
): { meals: MenuMeal[]; copiedMeals: number; skipped: SkippedItem[] } {
  const skipped: SkippedItem[] = []
  let copiedMeals = 0
  const meals = target.map((one): MenuMeal => {
    const { day, meal } = one
    const kept = draft.find((other) => keyOf(other) === keyOf(one))?.dishes ?? []
    const from = source.find((other) => other.day === dayBefore(day, -WEEK) && other.meal === meal)
    if (from === undefined || from.dishes.length === 0) return { day, meal, dishes: kept }
    const why = whyNot(one, kept)
    if (why !== null) {
      skipped.push({ day, meal, dishName: null, why })
      return { day, meal, dishes: kept }
    }
    const dishes = from.dishes.flatMap((dish): MenuDish[] => {
      const now = catalogue.get(dish.dishId)
      if (now === undefined || now.retired) {
        skipped.push({ day, meal, dishName: now?.name ?? null, why: 'retired' })
        return []
      }
      return [{ ...dish, listFen: now.listFen, halfFen: now.halfFen }]
    })
    if (dishes.length > 0) copiedMeals += 1
    return { day, meal, dishes }
  })
  return { meals, copiedMeals, skipped }
}

function whyNot({ state, sittingId }: TargetMeal, written: readonly MenuDish[]): SkipReason | null {
  if (state !== 'served') return state
  if (sittingId !== null) return 'published'
  return written.length > 0 ? 'drafted' : null
}
