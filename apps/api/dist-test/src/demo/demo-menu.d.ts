import type { DishKind, Meal } from '@wanli/contracts/canteen'
/** Every meal of a day, in order. */
export declare const MEALS: readonly Meal[]
/** A dish as the planner looks at it. */
export interface PlannedDish {
  id: string
  kind: DishKind
  meals: Meal[]
}
/** Instants of a sitting on a day. */
export declare function sittingTimes(
  day: string,
  meal: Meal,
): Record<'opensAt' | 'freezeAt' | 'cutOffAt' | 'servingFrom' | 'servingTo', Date>
/** Pick-up slots of a sitting: ten minutes each. */
export declare function slotTimes(
  day: string,
  meal: Meal,
): {
  fromAt: Date
  toAt: Date
  capacity: number
}[]
/** Dishes of a sitting with their portions: the catalogue goes round, so that each day differs and a week repeats little. */
export declare function menuOf<Dish extends PlannedDish>(
  dishes: readonly Dish[],
  day: string,
  meal: Meal,
): {
  dish: Dish
  portions: number
}[]
