import type { DishFigures, Figures, MealFigures } from '@wanli/contracts/manage'
import type { Meal, StoredOrderStatus } from '@wanli/contracts/canteen'
import { sumFen } from '@wanli/kernel/money'

import { counts, isLost, isServed } from './sales.rules.js'

/**
 * A dish of a sitting: what its kitchen was told of it, and what a portion costs the canteen. `capacityHalves` is what the menu has;
 * `extraPortions` what the sheet has for the staff and the sample, null where the kitchen did not count; `calledOffHalves` what stood of
 * it when its meal was closed, and was refunded for that.
 */
export interface CookedDish {
  offerId: string
  sittingId: string
  dishId: string
  dishName: string
  picture: string
  capacityHalves: number
  extraPortions: number | null
  calledOffHalves: number
  isWithdrawn: boolean
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

/**
 * What was cooked of a dish, for guests and besides. Where the kitchen has counted it was told its sheet and every change since, which
 * together are what is ordered, an odd half cooked whole, with what a closing has called off since; of a dish that was taken off and
 * refunded, nothing. Where it has not, nobody knows better than the menu, and of a closed meal than what was handed over early.
 */
function cookedOf(
  { capacityHalves, extraPortions, calledOffHalves, isWithdrawn }: CookedDish,
  { orderedHalves, servedHalves }: Pick<Figures, 'orderedHalves' | 'servedHalves'>,
  isClosed: boolean,
): { guestHalves: number; extraHalves: number } {
  const toldHalves = orderedHalves + calledOffHalves
  if (isWithdrawn && toldHalves === 0) return { guestHalves: 0, extraHalves: 0 }
  if (extraPortions !== null) return { guestHalves: wholeOf(toldHalves), extraHalves: 2 * extraPortions }
  return { guestHalves: isClosed ? wholeOf(servedHalves) : capacityHalves, extraHalves: 0 }
}

/** An odd half is cooked whole. */
const wholeOf = (halves: number): number => 2 * Math.ceil(halves / 2)

/** Figures of one dish in one sitting. The street's share is of whole orders, so it is counted with the meal and not here. */
function ofOffer(dish: CookedDish, sold: readonly SoldPart[], meal: CountedMeal): Figures {
  const standing = sold.filter((part) => part.offerId === dish.offerId && counts(part.status))
  const halves = (test: (status: StoredOrderStatus) => boolean): number =>
    sumFen(standing.filter(({ status }) => test(status)).map((part) => part.halves))
  const orderedHalves = halves(() => true)
  const servedHalves = halves(isServed)
  const { guestHalves, extraHalves } = cookedOf(dish, { orderedHalves, servedHalves }, meal.closedReason !== null)
  const cookedHalves = guestHalves + extraHalves
  const payFen = sumFen(standing.map((part) => part.payFen))
  // A 小份 costs half: it is counted as one half everywhere.
  const costFen = Math.ceil((dish.costFen * cookedHalves) / 2)
  return {
    ...NOTHING,
    cookedHalves,
    orderedHalves,
    servedHalves,
    notCollectedHalves: halves(isLost),
    // What the staff ate and what is kept as a sample is not wasted.
    // Of a meal that is closed nothing is left, also before its time is over.
    wastedHalves: meal.isOver || meal.closedReason !== null ? Math.max(0, guestHalves - servedHalves) : null,
    payFen,
    discountFen: sumFen(standing.map((part) => part.discountFen)),
    costFen,
    resultFen: payFen - costFen,
  }
}

/** Figures of meals, of dishes over all of them, and of all. */
export function figuresOf(
  meals: readonly CountedMeal[],
  cooked: readonly CookedDish[],
  sold: readonly SoldPart[],
): { total: Figures; meals: MealFigures[]; dishes: DishFigures[] } {
  const byOffer = cooked.flatMap((dish) => {
    const meal = meals.find(({ sittingId }) => sittingId === dish.sittingId)
    if (meal === undefined) return []
    return [{ dish, figures: ofOffer(dish, sold, meal) }]
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
