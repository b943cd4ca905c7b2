import type { OfferView, OrderLineRequest, Portion } from '@wanli/contracts/canteen'
import { COUNTER_TEXT } from '../counter-text'

/** What somebody at the counter wants: portions by offer and size. */
export type CounterBasket = Readonly<Record<string, number>>

/** Nothing yet. */
export const EMPTY_BASKET: CounterBasket = {}

const keyOf = (offerId: string, portion: Portion): string => `${offerId} ${portion}`

/** How many of an offer in one size. */
export function countOf(basket: CounterBasket, offerId: string, portion: Portion): number {
  return basket[keyOf(offerId, portion)] ?? 0
}

/** The basket with so many of an offer in one size. */
export function withCount(basket: CounterBasket, offerId: string, portion: Portion, count: number): CounterBasket {
  const { [keyOf(offerId, portion)]: _, ...others } = basket
  return count > 0 ? { ...others, [keyOf(offerId, portion)]: count } : others
}

/** Lines to be ordered, in the order in which the menu lists them. */
export function linesOf(basket: CounterBasket, offers: readonly OfferView[]): OrderLineRequest[] {
  return offers.flatMap(({ id }) =>
    (['whole', 'half'] as const).flatMap((portion) => {
      const quantity = countOf(basket, id, portion)
      return quantity > 0 ? [{ offerId: id, quantity, portion }] : []
    }),
  )
}

/** What was chosen, to be read back to a guest, in the order of the menu: `长者套餐 × 1`, `肉末蒸蛋 小份 × 2`. No line ends inside one. */
export function chosenWords(basket: CounterBasket, offers: readonly OfferView[]): string[] {
  return linesOf(basket, offers).map(({ offerId, portion, quantity }) => {
    const name = nameOf(offerId, portion, offers).replace(/（.*）/, '')
    return `${name} ${COUNTER_TEXT.times(quantity)}`.replace(/ /g, '\u00a0')
  })
}

/** What a line of a basket is called: `糖醋小排`, `糖醋小排 小份`. */
export function nameOf(offerId: string, portion: Portion | undefined, offers: readonly OfferView[]): string {
  const name = offers.find(({ id }) => id === offerId)?.dish.name ?? ''
  return portion === 'half' ? `${name} ${COUNTER_TEXT.half}` : name
}

/** How many portions of these offers were chosen, whole and half ones. */
export function portionsIn(basket: CounterBasket, offers: readonly Pick<OfferView, 'id'>[]): number {
  return offers.reduce((sum, { id }) => sum + countOf(basket, id, 'whole') + countOf(basket, id, 'half'), 0)
}

/** Notes a guest may hand over for an amount in fen: the next round ones, at most four, in whole yuan. */
export function likelyNotes(payFen: number): number[] {
  const due = payFen / 100
  const notes = [10, 20, 50, 100].map((note) => Math.ceil(due / note) * note)
  return [...new Set(notes.filter((note) => note > due))].sort((a, b) => a - b).slice(0, 4)
}
