import type { OfferView, OrderLineView } from '@wanli/contracts/canteen'
import { CANTEEN_TEXT } from '../text'
import { changeCart, EMPTY_CART, quantityOf, type CartLine } from './cart'

/** What an old order becomes in another sitting. Names are of dishes. */
export interface Reorder {
  readonly lines: readonly CartLine[]
  readonly missing: readonly string[]
  readonly fewer: readonly string[]
}

/**
 * The dishes of an old order as lines of another sitting's cart. A dish that is not offered there, sold out, or without the small
 * portion that was eaten is told as missing; one with too few portions is told as fewer.
 */
export function reorder(lines: readonly OrderLineView[], offers: readonly OfferView[]): Reorder {
  const missing = new Set<string>()
  const fewer = new Set<string>()
  let cart = EMPTY_CART
  for (const { dishId, dishName, portion, quantity } of lines) {
    const offer = offers.find((candidate) => candidate.dish.id === dishId)
    if (!offer || (portion === 'half' && offer.half === null)) {
      missing.add(dishName)
      continue
    }
    cart = changeCart(cart, { kind: 'set', offer, portion, quantity })
    const got = quantityOf(cart, offer.id, portion)
    if (got === 0) missing.add(dishName)
    else if (got < quantity) fewer.add(dishName)
  }
  return { lines: cart.lines, missing: [...missing], fewer: [...fewer] }
}

/** What the menu says of a repeated order: into which meal's basket it went (`今天 晚餐`), and what could not come along. */
export function reorderWords(meal: string, { lines, missing, fewer }: Reorder): string {
  const { menu } = CANTEEN_TEXT
  if (lines.length === 0) return menu.missingAll(meal)
  if (missing.length > 0) return menu.missing(meal, missing)
  return fewer.length > 0 ? menu.filledFewer(meal, fewer) : menu.filled(meal)
}
