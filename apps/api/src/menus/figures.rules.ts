import type { DishFigures, Figures, MealFigures } from '@wanli/contracts/manage'
import type { Meal, StoredOrderStatus } from '@wanli/contracts/canteen'
import { sumFen } from '@wanli/kernel/money'

import { counts, isLost, isServed } from './sales.rules.js'

/** A dish of a sitting: what was cooked of it, and what a portion costs the canteen. */
export interface CookedDish {
  offerId: string
  sittingId: string
  dishId: string
  dishName: string
  picture: string
  cookedHalves: number
  costFen: number
}

/** What orders of one state hold of one dish: lines that stand, none that was refunded. */
export interface SoldPart {
  sittingId: string
  offerId: string
  status: StoredOrderStatus
  halves: number
  payFen: number
  discountFen: number
}

/** A sitting as the figures look at it. */
export interface CountedMeal {
  sittingId: string
  day: string
  meal: Meal
  isOver: boolean
  closedReason: string | null
  orders: number
  /** What the street owes for it. */
  subsidyFen: number
}

const NOTHING: Figures = {
  cookedHalves: 0,
  orderedHalves: 0,
  servedHalves: 0,
  notCollectedHalves: 0,
  wastedHalves: 0,
  payFen: 0,
  discountFen: 0,
  subsidyFen: 0,
  costFen: 0,
  resultFen: 0,
}

/** Adds figures up; what is wasted of a meal that is not over is not known, and so is no sum with it. */
function addUp(parts: readonly Figures[]): Figures {
  const sum = (pick: (figures: Figures) => number): number => sumFen(parts.map(pick))
  const known = parts.every(({ wastedHalves }) => wastedHalves !== null)
  return {
    cookedHalves: sum((one) => one.cookedHalves),
    orderedHalves: sum((one) => one.orderedHalves),
    servedHalves: sum((one) => one.servedHalves),
    notCollectedHalves: sum((one) => one.notCollectedHalves),
    wastedHalves: known ? sum((one) => one.wastedHalves ?? 0) : null,
    payFen: sum((one) => one.payFen),
    discountFen: sum((one) => one.discountFen),
    subsidyFen: sum((one) => one.subsidyFen),
    costFen: sum((one) => one.costFen),
    resultFen: sum((one) => one.resultFen),
  }
}

/** Figures of one dish in one sitting. The street's share is of whole orders, so it is counted with the meal and not here. */
function ofOffer(dish: CookedDish, sold: readonly SoldPart[], isOver: boolean): Figures {
  const standing = sold.filter((part) => part.offerId === dish.offerId && counts(part.status))
  const halves = (test: (status: StoredOrderStatus) => boolean): number =>
    sumFen(standing.filter(({ status }) => test(status)).map((part) => part.halves))
  const servedHalves = halves(isServed)
  const payFen = sumFen(standing.map((part) => part.payFen))
  // A 小份 costs half: it is counted as one half everywhere.
  const costFen = Math.ceil((dish.costFen * dish.cookedHalves) / 2)
  return {
    ...NOTHING,
    cookedHalves: dish.cookedHalves,
    orderedHalves: halves(() => true),
    servedHalves,
    notCollectedHalves: halves(isLost),
    wastedHalves: isOver ? Math.max(0, dish.cookedHalves - servedHalves) : null,
    payFen,
    discountFen: sumFen(standing.map((part) => part.discountFen)),
    costFen,
    resultFen: payFen - costFen,
  }
}

/** Figures of meals, of dishes over all of them, and of all. A closed meal was not cooked. */
export function figuresOf(
  meals: readonly CountedMeal[],
  cooked: readonly CookedDish[],
  sold: readonly SoldPart[],
): { total: Figures; meals: MealFigures[]; dishes: DishFigures[] } {
  const byOffer = cooked.flatMap((dish) => {
    const meal = meals.find(({ sittingId }) => sittingId === dish.sittingId)
    if (meal === undefined) return []
    const made = meal.closedReason === null ? dish : { ...dish, cookedHalves: 0 }
    return [{ dish, figures: ofOffer(made, sold, meal.isOver) }]
  })
  const mealFigures = meals.map(({ subsidyFen, ...meal }): MealFigures => {
    const own = addUp(byOffer.filter(({ dish }) => dish.sittingId === meal.sittingId).map(({ figures }) => figures))
    return { ...own, subsidyFen, resultFen: own.resultFen + subsidyFen, ...meal }
  })
  const dishIds = [...new Set(byOffer.map(({ dish }) => dish.dishId))]
  const dishes = dishIds.flatMap((dishId): DishFigures[] => {
    const own = byOffer.filter(({ dish }) => dish.dishId === dishId)
    const [first] = own
    if (first === undefined) return []
    const { dishName, picture } = first.dish
    return [{ ...addUp(own.map(({ figures }) => figures)), dishId, dishName, picture }]
  })
  return {
    total: addUp(mealFigures),
    meals: mealFigures,
    dishes: dishes.sort((a, b) => b.orderedHalves - a.orderedHalves || (a.dishName < b.dishName ? -1 : 1)),
  }
}
