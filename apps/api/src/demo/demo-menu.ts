import type { DishKind, Meal } from '@wanli/contracts/canteen'
import type { MenuMeal } from '@wanli/contracts/menus'
import { percentFen } from '@wanli/kernel/money'
import { daysBetween } from '@wanli/kernel/shanghai-time'

import type { Station } from '../canteen/dish.entity.js'
import { isWorked, markOf } from '../menus/calendar.rules.js'

/**
 * Portions of each dish that a sitting has of a kind. The first 荤 dish of a lunch is a fish that runs short, so that scarcity is seen;
 * of its two 主食, noodles are the first and rice is the second.
 */
const PLAN: Record<Meal, Partial<Record<DishKind, readonly number[]>>> = {
  breakfast: { 主食: [60, 60, 60], 点心: [60, 60, 60, 60] },
  lunch: {
    荤: [4, 36, 36, 36],
    半荤: [40, 40, 40],
    素: [45, 45, 45],
    主食: [24, 150],
    汤: [60, 40],
    点心: [20],
    套餐: [20, 14],
  },
  dinner: { 荤: [24, 24, 24], 半荤: [28, 28], 素: [30, 30], 主食: [80, 80, 80], 汤: [40], 点心: [20] },
}

/** On days on which people do not work, the canteen cooks so much of that, in percent. */
const QUIET_PERCENT = 75

const EPOCH = '2026-01-01'

/** A dish as the planner looks at it. */
export interface PlannedDish {
  id: string
  kind: DishKind
  meals: Meal[]
}

/** Portions that are put aside for elders and deliveries, of those that are cooked. */
const keptPortions = (meal: Meal, portions: number): number => (meal === 'breakfast' ? 0 : Math.floor(portions / 3))

/** Where in the kitchen a kind of dish is made. */
const STATIONS: Record<DishKind, Station> = {
  荤: 'hot',
  半荤: 'hot',
  素: 'hot',
  主食: 'staple',
  点心: 'steam',
  汤: 'soup',
  套餐: 'hot',
}

/** Where in the kitchen a dish of this kind is made. */
export const stationOf = (kind: DishKind): Station => STATIONS[kind]

/** What an invented portion costs the canteen, of its price. */
const COST_PERCENT = 55

/** What an invented portion costs the canteen, in fen. */
export const costOf = (priceFen: number): number => percentFen(priceFen, COST_PERCENT)

/** Dishes of a sitting with their portions: the catalogue goes round, so that each day differs and a week repeats little. */
function menuOf<Dish extends PlannedDish>(
  dishes: readonly Dish[],
  day: string,
  meal: Meal,
): { dish: Dish; portions: number }[] {
  const turn = daysBetween(EPOCH, day)
  const percent = isWorked(markOf(day).kind) ? 100 : QUIET_PERCENT
  return Object.entries(PLAN[meal]).flatMap(([kind, portions]) => {
    const candidates = dishes.filter((dish) => dish.kind === kind && dish.meals.includes(meal))
    // Turned so that today's first dish is another one than yesterday's.
    const first = candidates.length === 0 ? 0 : (turn * portions.length) % candidates.length
    const chosen = [...candidates.slice(first), ...candidates.slice(0, first)].slice(0, portions.length)
    return chosen.map((dish, index) => ({ dish, portions: Math.ceil(((portions[index] ?? 0) * percent) / 100) }))
  })
}

/** A meal of a day as a menu writes it. */
export function menuMealOf(
  dishes: readonly (PlannedDish & { listFen: number; halfFen: number | null })[],
  day: string,
  meal: Meal,
): MenuMeal {
  return {
    day,
    meal,
    dishes: menuOf(dishes, day, meal).map(({ dish, portions }) => ({
      dishId: dish.id,
      portions,
      keptPortions: keptPortions(meal, portions),
      listFen: dish.listFen,
      halfFen: dish.halfFen,
    })),
  }
}
