import type { DishKind, Meal } from '@wanli/contracts/canteen'
import type { MenuMeal } from '@wanli/contracts/menus'
import { percentFen } from '@wanli/kernel/money'
import { daysBetween } from '@wanli/kernel/shanghai-time'

import type { Station } from '../canteen/dish.entity.js'

/** How many dishes of a kind a sitting has, and portions of each. */
const PLAN: Record<Meal, Partial<Record<DishKind, { dishes: number; portions: number }>>> = {
  breakfast: { 主食: { dishes: 3, portions: 60 }, 点心: { dishes: 4, portions: 60 } },
  lunch: {
    荤: { dishes: 4, portions: 36 },
    半荤: { dishes: 3, portions: 40 },
    素: { dishes: 3, portions: 45 },
    主食: { dishes: 2, portions: 120 },
    汤: { dishes: 2, portions: 60 },
    点心: { dishes: 1, portions: 24 },
    套餐: { dishes: 2, portions: 20 },
  },
  dinner: {
    荤: { dishes: 3, portions: 24 },
    半荤: { dishes: 2, portions: 28 },
    素: { dishes: 2, portions: 30 },
    主食: { dishes: 3, portions: 80 },
    汤: { dishes: 1, portions: 40 },
    点心: { dishes: 1, portions: 20 },
  },
}

/** Portions of the first 荤 dish of a lunch: a fish that runs short, so that scarcity is seen. */
const SCARCE_PORTIONS = 4

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
  return Object.entries(PLAN[meal]).flatMap(([kind, { dishes: count, portions }]) => {
    const candidates = dishes.filter((dish) => dish.kind === kind && dish.meals.includes(meal))
    // Turned so that today's first dish is another one than yesterday's.
    const first = candidates.length === 0 ? 0 : (turn * count) % candidates.length
    const chosen = [...candidates.slice(first), ...candidates.slice(0, first)].slice(0, count)
    return chosen.map((dish, index) => ({
      dish,
      portions: meal === 'lunch' && kind === '荤' && index === 0 ? SCARCE_PORTIONS : portions,
    }))
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
