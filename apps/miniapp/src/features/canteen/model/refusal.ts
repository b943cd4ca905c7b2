import type { QuoteView } from '@wanli/contracts/canteen'
import type { ErrorCode } from '@wanli/contracts/errors'
import { yuan } from '@wanli/kernel/money'
import { DELIVERY_TEXT } from '../delivery-text'
import { CANTEEN_TEXT } from '../text'

const TEXT = CANTEEN_TEXT.refused

/** What a person can do about a refused order: have it priced again, fit the cart to what is left, take the next meal, see the wallet, the menu, or the orders. */
export type RefusalAction = 'price' | 'fit' | 'next_meal' | 'wallet' | 'menu' | 'orders'

/** A refused order in words, with the next thing to do; `slot` when the fault lies with the time or the door, which stand far above the button. */
export interface Refusal {
  readonly text: string
  readonly action: RefusalAction | null
  readonly slot: boolean
  /** A question that the server asks before it takes the order, with what its sentence is made of. */
  readonly ask?: Question
}

/** Leave out what the eater does not eat, or order a second meal all the same. */
export type Question =
  | { readonly kind: 'leave_out'; readonly lines: readonly string[]; readonly canLeaveOut: boolean }
  | { readonly kind: 'again'; readonly by: string; readonly number: string }

/** What an error of the API carries that words are made of. */
export interface RefusalFacts {
  readonly code: ErrorCode | 'network'
  readonly detail: string
  readonly params: Readonly<Record<string, string | number | boolean>>
}

const just = (text: string, action: RefusalAction | null = null): Refusal => ({ text, action, slot: false })

/** No time was chosen: said before the server is asked. */
export const SLOT_MISSING: Refusal = { text: TEXT.slotRequired, action: null, slot: true }

/** No order is taken any more: said before the server is asked. */
export const TOO_LATE: Refusal = just(TEXT.cutOff, 'next_meal')

/** No address was chosen: said before the server is asked. */
export const ADDRESS_MISSING: Refusal = { text: DELIVERY_TEXT.choose, action: null, slot: true }

/** Too little money, in words. Amounts in fen. */
export function tooLittleMoney(neededFen: number, balanceFen: number): Refusal {
  return just(TEXT.insufficient(yuan(neededFen), yuan(balanceFen)), 'wallet')
}

/** More than a mandate allows today, as far as the price tells: said before anybody taps to pay. Null when it is not. */
export function overCap({ payFen, capLeftFen }: Pick<QuoteView, 'payFen' | 'capLeftFen'>): Refusal | null {
  return capLeftFen !== null && payFen > capLeftFen
    ? just(CANTEEN_TEXT.checkout.capShort(yuan(capLeftFen)), 'menu')
    : null
}

type Tell = (facts: RefusalFacts) => Refusal

const SLOT_FULL: Refusal = { text: TEXT.slotFull, action: null, slot: true }
const lookAtMenu: Tell = ({ detail }) => just(detail, 'menu')

/** Refusals that have words or a way out of their own. */
const TOLD: Readonly<Partial<Record<RefusalFacts['code'], Tell>>> = {
  network: () => just(TEXT.network),
  'canteen.sold_out': ({ params }) => just(TEXT.soldOut(String(params.dishName), Number(params.left)), 'fit'),
  'canteen.slot_full': () => SLOT_FULL,
  'canteen.slot_not_found': () => SLOT_FULL,
  'canteen.slot_required': () => SLOT_MISSING,
  'canteen.cut_off_passed': () => TOO_LATE,
  'canteen.offer_not_found': lookAtMenu,
  'canteen.no_half_portion': lookAtMenu,
  'canteen.duplicate_line': lookAtMenu,
  'mandates.cap_reached': lookAtMenu,
  'canteen.sitting_not_open': lookAtMenu,
  'canteen.sitting_not_found': lookAtMenu,
  'people.no_mandate': () => just(TEXT.noMandate),
  'wallet.insufficient': ({ detail }) => just(detail, 'wallet'),
  'canteen.price_changed': ({ params }) => just(TEXT.priceChanged(String(params.was), String(params.now))),
  'canteen.address_required': () => ADDRESS_MISSING,
  'canteen.clash': ({ detail, params }) => ({
    ...just(detail),
    ask: {
      kind: 'leave_out',
      lines: [...String(params.all).split('；'), String(params.how)],
      canLeaveOut: params.canLeaveOut === true,
    },
  }),
  'canteen.already_ordered': ({ detail, params }) => ({
    ...just(detail),
    ask: { kind: 'again', by: String(params.by), number: String(params.number) },
  }),
  'request.idempotency_mismatch': () => just(TEXT.maybePlaced, 'orders'),
}

/** What the price of a basket, or that there is none, says against ordering it; `error` is why it could not be had. */
export function refusedByPrice(
  quote: Pick<QuoteView, 'payFen' | 'capLeftFen'> | undefined,
  error: RefusalFacts | null,
): Refusal | null {
  if (error !== null) return unpricedBy(error)
  return quote === undefined ? null : overCap(quote)
}

/** Why there is no price: without an answer it is asked for again, else as for an order. */
function unpricedBy(facts: RefusalFacts): Refusal {
  return facts.code === 'network' ? just(TEXT.unpriced, 'price') : refusalOf(facts)
}

/** Why an order was not taken and what to do next. Whatever has no words of its own here says what the server said. */
export function refusalOf(facts: RefusalFacts): Refusal {
  return TOLD[facts.code]?.(facts) ?? just(facts.detail)
}
