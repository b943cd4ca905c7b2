import type { DroppedOrder } from '@wanli/contracts/menus'

import { DomainError } from '../common/domain-error.js'

import { keyOf, weekMealText, type StandingMeal } from './menu.rules.js'
import type { HoldingOrder } from './sales.rules.js'
import type { StoredChange } from './version.entity.js'

/** Numbers that a sentence names; of more it says how many. */
const NAMED = 6

/** Offers that publishing takes off the menu. */
export const removedOffers = (changes: readonly StoredChange[]): string[] =>
  changes.flatMap(({ kind, offerId }) => (kind === 'dish_removed' && offerId !== null ? [offerId] : []))

/** Orders that lose a dish, meal by meal of the week and there by number. */
export function droppedOrders(holding: readonly HoldingOrder[], standing: readonly StandingMeal[]): DroppedOrder[] {
  return standing.flatMap(({ sittingId, day, meal, dishes }) =>
    holding
      .filter((order) => order.sittingId === sittingId)
      .map(({ orderId, pickupNumber, offerIds }) => ({
        orderId,
        pickupNumber,
        day,
        meal,
        dishIds: dishes.filter(({ offerId }) => offerIds.includes(offerId)).map(({ dishId }) => dishId),
      })),
  )
}

/** Makes sure that no order loses a dish that was not shown to whoever publishes. Throws `menus.drop_ordered` (409), which names those. */
export function assertShown(
  dropped: readonly DroppedOrder[],
  shown: readonly string[],
  nameOf: (dishId: string) => string,
): void {
  const seen = new Set(shown)
  const unseen = dropped.filter(({ orderId }) => !seen.has(orderId))
  if (unseen.length === 0) return
  const dishes = [...new Set(unseen.flatMap(({ dishIds }) => dishIds))].map((id) => `「${nameOf(id)}」`).join('')
  throw new DomainError('menus.drop_ordered', { dishes, orders: unseen.length, numbers: numbersText(unseen) })
}

/** `周一午餐 A001、A004；周二午餐 A002`: the first few, and that there are more. */
function numbersText(orders: readonly DroppedOrder[]): string {
  const named = orders.slice(0, NAMED)
  const meals = new Map<string, { title: string; numbers: string[] }>()
  for (const order of named) {
    const meal = meals.get(keyOf(order)) ?? { title: weekMealText(order), numbers: [] }
    meal.numbers.push(order.pickupNumber)
    meals.set(keyOf(order), meal)
  }
  const text = [...meals.values()].map(({ title, numbers }) => `${title} ${numbers.join('、')}`).join('；')
  return orders.length > named.length ? `${text} 等` : text
}
