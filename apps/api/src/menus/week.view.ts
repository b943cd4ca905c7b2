import type { MenuWeekView } from '@wanli/contracts/menus'

import { toCanteenView } from '../canteen/sitting.view.js'

import { markOf, weekOf } from './calendar.rules.js'
import { keyOf } from './menu.rules.js'
import type { WeekState } from './weeks.queries.js'

/** A week's menu as who runs it sees it. */
export function toMenuWeekView(week: WeekState, published: { at: Date; by: string } | null): MenuWeekView {
  const { canteen, monday, row, meals, draft, standing, dishes } = week
  return {
    canteen: toCanteenView(canteen),
    monday,
    revision: row?.revision ?? 0,
    version: row?.version ?? 0,
    published: published === null ? null : { at: published.at.toISOString(), by: published.by },
    days: weekOf(monday).map(markOf),
    meals: meals.map((one) => {
      const there = standing.find((other) => keyOf(other) === keyOf(one))
      const written = draft.find((other) => keyOf(other) === keyOf(one))
      return {
        day: one.day,
        meal: one.meal,
        state: one.state,
        reason: one.reason,
        sittingId: one.sittingId,
        dishes: (written?.dishes ?? []).flatMap((dish) => {
          const known = dishes.get(dish.dishId)
          if (known === undefined) return []
          const sold = there?.dishes.find(({ dishId }) => dishId === dish.dishId)
          return [
            {
              dishId: dish.dishId,
              portions: dish.portions,
              keptPortions: dish.keptPortions,
              listFen: dish.listFen,
              halfFen: dish.halfFen,
              name: known.name,
              picture: known.picture,
              kind: known.kind,
              retired: known.retiredAt !== null,
              soldHalves: sold?.soldHalves ?? 0,
            },
          ]
        }),
      }
    }),
  }
}
