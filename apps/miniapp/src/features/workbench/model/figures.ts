import type { DishFigures } from '@wanli/contracts/manage'

/** Dishes as a chart draws them: in the order of its bars, what was fetched and then what was made. */
export function inChart(dishes: readonly DishFigures[]): DishFigures[] {
  return [...dishes].sort((a, b) => b.servedHalves - a.servedHalves || b.cookedHalves - a.cookedHalves)
}
