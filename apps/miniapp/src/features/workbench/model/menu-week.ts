import type {
  DroppedOrder,
  MenuChange,
  MenuDish,
  MenuMeal,
  MenuMealView,
  MenuWeekView,
  SkippedItem,
} from '@wanli/contracts/menus'
import type { ForecastDish } from '@wanli/contracts/manage'
import { yuan } from '@wanli/kernel/money'
import { weekdayText } from '@wanli/kernel/shanghai-time'
import { MEAL_TEXT } from '@/shared/text/when'
import { MANAGE_TEXT } from '../manage-text'
import { MENUS_TEXT } from '../menus-text'

const TEXT = MENUS_TEXT.changes

const bare = ({ day, meal, dishes }: MenuMealView): MenuMeal => ({
  day,
  meal,
  dishes: dishes.map(({ dishId, portions, keptPortions, listFen, halfFen }) => ({
    dishId,
    portions,
    keptPortions,
    listFen,
    halfFen,
  })),
})

/** A week with other dishes at one meal. */
export function withMeal(week: MenuWeekView, changed: MenuMeal): MenuMeal[] {
  return week.meals.map((one) => (one.day === changed.day && one.meal === changed.meal ? changed : bare(one)))
}

type WhichMeal = Pick<MenuMeal, 'day' | 'meal'>

/** A meal of a week. */
export const mealOf = (week: MenuWeekView, { day, meal }: WhichMeal): MenuMealView | undefined =>
  week.meals.find((one) => one.day === day && one.meal === meal)

/** Whether a meal has the same dishes, portions and prices in two looks at its week. */
export function isSameMeal(one: MenuWeekView, other: MenuWeekView, which: WhichMeal): boolean {
  const words = (week: MenuWeekView): string => {
    const meal = mealOf(week, which)
    return JSON.stringify(meal && bare(meal))
  }
  return words(one) === words(other)
}

/** What is put aside of other portions: the share that it was, rounded up for the elders and never more than is cooked. */
const keptOf = ({ portions, keptPortions }: MenuDish, next: number): number =>
  portions === 0 ? 0 : Math.min(next, Math.ceil((keptPortions * next) / portions))

/** A week whose portions of one day are those of the forecast. Of each dish elders keep their share. */
export function withForecast(week: MenuWeekView, day: string, dishes: readonly ForecastDish[]): MenuMeal[] {
  return week.meals.map((one) => {
    const meal = bare(one)
    if (one.day !== day) return meal
    return {
      ...meal,
      dishes: meal.dishes.map((dish) => {
        const found = dishes.find((other) => other.meal === one.meal && other.dishId === dish.dishId)
        const portions = Math.max(1, found?.portions ?? dish.portions)
        return { ...dish, portions, keptPortions: keptOf(dish, portions) }
      }),
    }
  })
}

/** Whether the draft of a day has the portions that the forecast shows beside its own: nobody has written it in between. */
export function isDraftAsShown(week: MenuWeekView, day: string, dishes: readonly ForecastDish[]): boolean {
  return dishes.every(({ meal, dishId, draftPortions }) => {
    const dish = mealOf(week, { day, meal })?.dishes.find((one) => one.dishId === dishId)
    return (dish?.portions ?? null) === draftPortions
  })
}

/** What the menu says of a dish, and what its draft says where that is something else: `菜单 27，草稿 21`. */
export function plannedText({ menuPortions, draftPortions }: ForecastDish): string {
  const draft = draftPortions === null ? MANAGE_TEXT.draftedNone : MANAGE_TEXT.drafted(draftPortions)
  if (menuPortions === null) return draft
  const menu = MANAGE_TEXT.planned(menuPortions)
  return menuPortions === draftPortions ? menu : `${menu}，${draft}`
}

/** A change in words. */
export function changeText(change: MenuChange): string {
  const { kind, dishName, before, after } = change
  const money = (fen: number | null): string => (fen === null ? TEXT.noHalf : `¥${yuan(fen)}`)
  switch (kind) {
    case 'meal_added':
      return TEXT.mealAdded(after ?? 0)
    case 'dish_added':
      return TEXT.dishAdded(dishName, after ?? 0)
    case 'dish_removed':
      return TEXT.dishRemoved(dishName)
    case 'portions':
      return TEXT.portions(dishName, before ?? 0, after ?? 0)
    case 'kept':
      return TEXT.kept(dishName, before ?? 0, after ?? 0)
    case 'price':
      return TEXT.price(dishName, yuan(before ?? 0), yuan(after ?? 0))
    case 'half_price':
      return TEXT.halfPrice(dishName, money(before), money(after))
  }
}

/** Changes by the meal they are of, in the order of the week. */
export function byMeal(changes: readonly MenuChange[]): { key: string; title: string; changes: MenuChange[] }[] {
  const groups = new Map<string, { key: string; title: string; changes: MenuChange[] }>()
  for (const change of changes) {
    const key = `${change.day} ${change.meal}`
    const title = `${weekdayText(change.day)} ${MEAL_TEXT[change.meal]}`
    const group = groups.get(key) ?? { key, title, changes: [] }
    group.changes.push(change)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** Numbers of orders that a line names; of more it says how many. */
const NAMED = 8

/** Which orders lose the dish that a change takes off, in words: `A001、A004`, `A001、A002 等 12 单`. Empty where none does. */
export function losersText({ kind, day, meal, dishId }: MenuChange, dropped: readonly DroppedOrder[]): string {
  if (kind !== 'dish_removed' || dishId === null) return ''
  const own = dropped.filter((one) => one.day === day && one.meal === meal && one.dishIds.includes(dishId))
  const numbers = own.map(({ pickupNumber }) => pickupNumber)
  return TEXT.numbers(numbers.slice(0, NAMED), Math.max(0, numbers.length - NAMED))
}

/** What a copy did, in words: how many meals were filled, how many were there already and stay as they are, and what else was left out. */
export function copiedText(copiedMeals: number, skipped: readonly SkippedItem[]): string {
  const { week } = MENUS_TEXT
  const isThere = ({ why }: SkippedItem): boolean => why === 'drafted' || why === 'published'
  const left = skipped.filter(isThere).length
  const rest = skipped.filter((one) => !isThere(one))
  const done = copiedMeals === 0 ? week.copiedNone : week.copied(copiedMeals)
  const told = left === 0 ? done : `${done}，${week.copiedLeft(left)}`
  return rest.length === 0 ? told : `${told}。${week.skipped(skippedText(rest))}`
}

/** What was left out of a copy, in words; the same reason for many meals is said once. */
function skippedText(skipped: readonly SkippedItem[]): string {
  const retired = skipped.filter(({ why }) => why === 'retired').map(({ dishName }) => dishName ?? '')
  const dishes = [...new Set(retired)].map((name) => `「${name}」${MENUS_TEXT.skip.retired}`)
  const meals = skipped
    .filter(({ why }) => why !== 'retired')
    .map(({ day, meal, why }) => `${weekdayText(day)}${MEAL_TEXT[meal]}${MENUS_TEXT.skip[why]}`)
  return [...meals, ...dishes].join('，')
}
