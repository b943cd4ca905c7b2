import type { OfferView, OrderLineRequest, Portion } from '@wanli/contracts/canteen'

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

/** Notes a guest may hand over for an amount in fen: the next round ones, at most four, in whole yuan. */
export function likelyNotes(payFen: number): number[] {
  const due = payFen / 100
  const notes = [10, 20, 50, 100].map((note) => Math.ceil(due / note) * note)
  return [...new Set(notes.filter((note) => note > due))].sort((a, b) => a - b).slice(0, 4)
}
