import type { DishFigures, FiguresView } from '@wanli/contracts/manage'

/** No meal, or none but closed ones of which nothing was cooked and nobody has had anything. */
export const nothingServed = ({ meals, total }: Pick<FiguresView, 'meals' | 'total'>): boolean =>
  total.orderedHalves === 0 && total.cookedHalves === 0 && meals.every(({ closedReason }) => closedReason !== null)

/** Whether a meal of the span has not ended yet: what is to be cooked of it is not cooked. */
export const isGoing = ({ meals }: Pick<FiguresView, 'meals'>): boolean =>
  meals.some(({ isOver, closedReason }) => !isOver && closedReason === null)

/** Dishes as a chart draws them: in the order of its bars, what was fetched and then what was made; those of closed meals that were not cooked are none. */
export function inChart(dishes: readonly DishFigures[]): DishFigures[] {
  const made = dishes.filter(({ servedHalves, cookedHalves }) => servedHalves > 0 || cookedHalves > 0)
  return made.sort((a, b) => b.servedHalves - a.servedHalves || b.cookedHalves - a.cookedHalves)
}
