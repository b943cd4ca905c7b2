import type { CatalogueDishView } from '@wanli/contracts/menus'

import type { Dish } from '../canteen/dish.entity.js'
import { toDishView } from '../canteen/sitting.view.js'

/** A dish as who runs the menu sees it. */
export function toCatalogueDish(dish: Dish): CatalogueDishView {
  return {
    ...toDishView(dish),
    revision: dish.revision,
    meals: dish.meals,
    listFen: dish.listFen,
    halfFen: dish.halfFen,
    costFen: dish.costFen,
    station: dish.station,
    retiredAt: dish.retiredAt?.toISOString() ?? null,
  }
}
