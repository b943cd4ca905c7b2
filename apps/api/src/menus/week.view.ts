import type { MenuDish, MenuDishView, MenuMealView, MenuWeekView } from '@wanli/contracts/menus'

import type { Dish } from '../canteen/dish.entity.js'
import { toCanteenView } from '../canteen/sitting.view.js'

import { markOf, weekOf } from './calendar.rules.js'
import { keyOf } from './menu.rules.js'
import { changedMeals, type WeekState } from './week.rules.js'

/** A week's menu as who runs it sees it. */
export function toMenuWeekView(week: WeekState, published: { at: Date; by: string } | null): MenuWeekView {
  const changed = changedMeals(week)
  return {
    canteen: toCanteenView(week.canteen),
    monday: week.monday,
    revision: week.row?.revision ?? 0,
    version: week.row?.version ?? 0,
    published: published === null ? null : { at: published.at.toISOString(), by: published.by },
    days: weekOf(week.monday).map(markOf),
    meals: week.meals.map((one) => toMenuMealView(week, one, changed.has(keyOf(one)))),
  }
}

function toMenuMealView(week: WeekState, meal: WeekState['meals'][number], changed: boolean): MenuMealView {
  return {
    day: meal.day,
    meal: meal.meal,
    state: meal.state,
    reason: meal.reason,
    sittingId: meal.sittingId,
    changed,
    dishes: dishesOf(week, meal),
  }
}

function dishesOf({ draft, standing, dishes }: WeekState, meal: WeekState['meals'][number]): MenuDishView[] {
  const there = standing.find((other) => keyOf(other) === keyOf(meal))
  const written = draft.find((other) => keyOf(other) === keyOf(meal))
  return (written?.dishes ?? []).flatMap((dish) => {
    const known = dishes.get(dish.dishId)
    const soldHalves = there?.dishes.find(({ dishId }) => dishId === dish.dishId)?.soldHalves ?? 0
    return known === undefined ? [] : [toMenuDishView(dish, known, soldHalves)]
  })
}

function toMenuDishView(dish: MenuDish, known: Dish, soldHalves: number): MenuDishView {
  return {
    dishId: dish.dishId,
    portions: dish.portions,
    keptPortions: dish.keptPortions,
    listFen: dish.listFen,
    halfFen: dish.halfFen,
    name: known.name,
    picture: known.picture,
    kind: known.kind,
    retired: known.retiredAt !== null,
    soldHalves,
  }
}
