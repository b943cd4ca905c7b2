import type { OfferView, Portion, ServiceMode } from '@wanli/contracts/canteen'
import { CANTEEN } from '@wanli/kernel/limits'
import { percentFen, sumFen, timesFen } from '@wanli/kernel/money'

/** One dish a person has picked. */
export interface CartLine {
  readonly offerId: string
  readonly portion: Portion
  readonly quantity: number
}

/** Everything a person has chosen or typed for one sitting, before ordering. `forPersonId` is who eats; null is the person themself. */
export interface Cart {
  readonly lines: readonly CartLine[]
  readonly forPersonId: string | null
  readonly mode: ServiceMode
  readonly slotId: string | null
  /** Where it is brought; carts kept before there were addresses have none. */
  readonly addressId?: string | null
  readonly note: string
}

/** A cart with nothing in it. */
export const EMPTY_CART: Cart = { lines: [], forPersonId: null, mode: 'dine_in', slotId: null, note: '' }

/** Carts by the sitting they are for. */
export type Carts = Readonly<Record<string, Cart>>

/** One's own carts with the dishes that were `picked` before signing in, where one had picked none oneself. */
export function joinCarts(own: Carts, picked: Carts): Carts {
  const added = Object.entries(picked).flatMap(([id, { lines }]): [string, Cart][] => {
    const before = own[id] ?? EMPTY_CART
    return before.lines.length === 0 && lines.length > 0 ? [[id, { ...before, lines }]] : []
  })
  return { ...own, ...Object.fromEntries(added) }
}

/** What may happen to a cart. `set` with quantity 0 takes the dish out. */
export type CartAction =
  | { kind: 'set'; offer: OfferView; portion: Portion; quantity: number }
  | { kind: 'fill'; lines: readonly CartLine[] }
  | { kind: 'eater'; forPersonId: string | null }
  | { kind: 'mode'; mode: ServiceMode }
  | { kind: 'slot'; slotId: string | null }
  | { kind: 'address'; addressId: string | null }
  | { kind: 'note'; note: string }

/** Half portions a line takes from the pot: a whole portion is two. */
const halvesOf = (portion: Portion, quantity: number): number => (portion === 'whole' ? quantity * 2 : quantity)

/** How many of a dish are in the cart in one size. */
export function quantityOf(cart: Cart, offerId: string, portion: Portion): number {
  return cart.lines.find((line) => line.offerId === offerId && line.portion === portion)?.quantity ?? 0
}

/** Pieces in the cart, all sizes. */
export function countOf(cart: Cart): number {
  return cart.lines.reduce((sum, line) => sum + line.quantity, 0)
}

/**
 * The most of a dish in one size that this cart may hold: what is left in the pot after the other size has taken its share,
 * at most the limit a dish, and nothing new when the cart already holds as many dishes as an order may.
 */
export function mostOf(cart: Cart, offer: OfferView, portion: Portion): number {
  const other: Portion = portion === 'whole' ? 'half' : 'whole'
  const free = offer.left * 2 - halvesOf(other, quantityOf(cart, offer.id, other))
  const fits = Math.max(0, Math.floor(portion === 'whole' ? free / 2 : free))
  const isNew = quantityOf(cart, offer.id, portion) === 0
  if (isNew && cart.lines.length >= CANTEEN.maxLines) return 0
  return Math.min(fits, CANTEEN.maxQuantity)
}

function setLine(cart: Cart, offer: OfferView, portion: Portion, wanted: number): Cart {
  const quantity = Math.max(0, Math.min(Math.trunc(wanted), mostOf(cart, offer, portion)))
  const isLine = (line: CartLine): boolean => line.offerId === offer.id && line.portion === portion
  if (quantity === 0) return { ...cart, lines: cart.lines.filter((line) => !isLine(line)) }
  if (!cart.lines.some(isLine)) return { ...cart, lines: [...cart.lines, { offerId: offer.id, portion, quantity }] }
  return { ...cart, lines: cart.lines.map((line) => (isLine(line) ? { ...line, quantity } : line)) }
}

/** The cart after an action. Never holds more than the pot, the limits or the note's length allow. */
export function changeCart(cart: Cart, action: CartAction): Cart {
  switch (action.kind) {
    case 'set':
      return setLine(cart, action.offer, action.portion, action.quantity)
    case 'fill':
      return { ...cart, lines: action.lines.slice(0, CANTEEN.maxLines) }
    case 'eater':
      // Somebody else lives somewhere else.
      return action.forPersonId === cart.forPersonId
        ? cart
        : { ...cart, forPersonId: action.forPersonId, addressId: null }
    case 'mode':
      return { ...cart, mode: action.mode }
    case 'slot':
      return { ...cart, slotId: action.slotId }
    case 'address':
      return { ...cart, addressId: action.addressId }
    case 'note':
      return { ...cart, note: Array.from(action.note).slice(0, CANTEEN.noteLength).join('') }
  }
}

/** A cart that fits the sitting as it is now, with the names of the dishes that had to shrink or go. */
export interface FittedCart {
  readonly cart: Cart
  readonly gone: readonly string[]
  readonly fewer: readonly string[]
}

/**
 * Fits a kept cart to the offers of now: a dish that is no longer offered or sold out goes, one with fewer portions shrinks.
 * A dish the sitting has never heard of has no name to tell and goes silently. Gives the same cart back when nothing changed.
 */
export function fitCart(cart: Cart, offers: readonly OfferView[]): FittedCart {
  const gone = new Set<string>()
  const fewer = new Set<string>()
  let fitted: Cart = { ...cart, lines: [] }
  let changed = false
  for (const line of cart.lines) {
    const offer = offers.find((candidate) => candidate.id === line.offerId)
    const sells = offer !== undefined && (line.portion === 'whole' || offer.half !== null)
    const before = fitted
    if (sells) fitted = setLine(fitted, offer, line.portion, line.quantity)
    const kept = sells
      ? quantityOf(fitted, line.offerId, line.portion) - quantityOf(before, line.offerId, line.portion)
      : 0
    if (kept === line.quantity) continue
    changed = true
    if (offer) (kept === 0 ? gone : fewer).add(offer.dish.name)
  }
  return { cart: changed ? fitted : cart, gone: [...gone], fewer: [...fewer] }
}

/** A line together with the dish it stands for. Amounts in fen, for the whole line. */
export interface PricedLine extends CartLine {
  readonly offer: OfferView
  readonly listFen: number
  readonly myFen: number
}

/** The lines with their dishes, in menu order. A line whose dish is unknown is left out. */
export function priceLines(cart: Cart, offers: readonly OfferView[]): PricedLine[] {
  return offers.flatMap((offer) =>
    cart.lines
      .filter((line) => line.offerId === offer.id)
      .map((line) => {
        const unit = line.portion === 'half' && offer.half ? offer.half : offer
        return {
          ...line,
          offer,
          listFen: timesFen(unit.listFen, line.quantity),
          myFen: timesFen(unit.myFen, line.quantity),
        }
      }),
  )
}

/** What the cart comes to before any subsidy, in fen: the age discount is rounded once for the whole order, as the canteen does. */
export function cartTotal(lines: readonly PricedLine[], percent: number): { listFen: number; myFen: number } {
  const listFen = sumFen(lines.map((line) => line.listFen))
  return { listFen, myFen: percentFen(listFen, percent) }
}
