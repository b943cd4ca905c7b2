import { DomainError } from '../common/domain-error.js'

import { clashError, clashesOf, priceLines, type Menu, type PricedBasket } from './basket.rules.js'
import type { OrderLine } from './order-line.entity.js'
import type { Order } from './order.entity.js'
import { peopleOf, type OrderPeople } from './order.rules.js'
import type { EaterFacts } from './price.rules.js'

/** How long a given-up meal is kept for each of those who wait, in their order (canteen page, point 6). */
const TURN_MINUTES = 5

const MINUTE_MS = 60_000

/** Those of a line for whom a given-up meal is: not its own people, who would keep the others waiting for nothing. */
export function lineFor(line: readonly string[], order: OrderPeople): string[] {
  const own = peopleOf(order)
  return line.filter((personId) => !own.includes(personId))
}

/** From when on a person may take a meal that was given up at `offeredAt`: who waits longest at once, whoever does not wait last. */
export function turnAt(line: readonly string[], personId: string, offeredAt: Date): Date {
  const place = line.indexOf(personId)
  const before = place < 0 ? line.length : place
  return new Date(offeredAt.getTime() + before * TURN_MINUTES * MINUTE_MS)
}

/** Until when a meal is somebody's before it is the next one's or everybody's; null when everybody may take it. */
export function turnEndsAt(line: readonly string[], offeredAt: Date, now: Date): Date | null {
  const turns = Math.floor((now.getTime() - offeredAt.getTime()) / (TURN_MINUTES * MINUTE_MS))
  return turns >= line.length ? null : new Date(offeredAt.getTime() + (turns + 1) * TURN_MINUTES * MINUTE_MS)
}

/** A given-up meal with all that its price for somebody else is made of. */
export interface GivenUp {
  order: Pick<Order, 'day' | 'mode'>
  /** What is left of it. */
  lines: readonly OrderLine[]
  menu: Menu
}

/** Who might take a given-up meal over. */
export interface Taker {
  facts: EaterFacts
  /** Allergens that they do not eat. */
  avoid: readonly string[]
  subsidyUsed: boolean
}

/** Whether a dish of it was taken off the menu: then the meal ends whole in a moment, and is nobody's to take. */
export function isEnding({ lines, menu }: GivenUp): boolean {
  return lines.some(({ offerId }) => menu.offers.get(offerId)?.withdrawnAt !== null)
}

/** Why a taker does not eat a given-up meal; undefined when they do. What is cooked is cooked: nothing can be left out of it. */
export function whyNotEaten({ lines, menu }: GivenUp, { avoid }: Taker): DomainError | undefined {
  const dishes = lines.flatMap(({ dishId }) => menu.dishes.get(dishId) ?? [])
  return clashError(clashesOf(dishes, avoid).map((clash) => ({ ...clash, canLeaveOut: false })))
}

/**
 * What is left of a given-up meal, at the price of its taker: the list prices are those it was sold at, since its portions may be sold at
 * others now, or not at all.
 */
export function dealOf({ order, lines }: GivenUp, { facts, subsidyUsed }: Taker): PricedBasket {
  const unpriced = lines.map(({ offerId, dishId, dishName, picture, portion, quantity, unitFen, listFen }) => {
    return { offerId, dishId, dishName, picture, portion, quantity, unitFen, listFen }
  })
  return priceLines(unpriced, { day: order.day, mode: order.mode, eater: facts, subsidyUsed })
}
