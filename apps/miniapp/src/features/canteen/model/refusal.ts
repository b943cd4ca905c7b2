import type { ErrorCode } from '@wanli/contracts/errors'
import { yuan } from '@wanli/kernel/money'
import { CANTEEN_TEXT } from '../text'

const TEXT = CANTEEN_TEXT.refused

/** What a person can do about a refused order: fit the cart to what is left, take the next meal, see the wallet, the menu, or the orders. */
export type RefusalAction = 'fit' | 'next_meal' | 'wallet' | 'menu' | 'orders'

/** A refused order in words, with the next thing to do; `slot` when the fault lies with the pick-up time. */
export interface Refusal {
  readonly text: string
  readonly action: RefusalAction | null
  readonly slot: boolean
}

/** What an error of the API carries that words are made of. */
export interface RefusalFacts {
  readonly code: ErrorCode | 'network'
  readonly detail: string
  readonly params: Readonly<Record<string, string | number | boolean>>
}

const just = (text: string, action: RefusalAction | null = null): Refusal => ({ text, action, slot: false })

/** No time was chosen: said before the server is asked. */
export const SLOT_MISSING: Refusal = { text: TEXT.slotRequired, action: null, slot: true }

/** Too little money, in words. Amounts in fen. */
export function tooLittleMoney(neededFen: number, balanceFen: number): Refusal {
  return just(TEXT.insufficient(yuan(neededFen), yuan(balanceFen)), 'wallet')
}

/** Why an order was not taken and what to do next. Whatever has no words of its own here says what the server said. */
export function refusalOf({ code, detail, params }: RefusalFacts): Refusal {
  switch (code) {
    case 'network':
      return just(TEXT.network)
    case 'canteen.sold_out':
      return just(TEXT.soldOut(String(params.dishName), Number(params.left)), 'fit')
    case 'canteen.slot_full':
    case 'canteen.slot_not_found':
      return { text: TEXT.slotFull, action: null, slot: true }
    case 'canteen.slot_required':
      return SLOT_MISSING
    case 'canteen.cut_off_passed':
      return just(TEXT.cutOff, 'next_meal')
    case 'canteen.offer_not_found':
    case 'canteen.no_half_portion':
    case 'canteen.duplicate_line':
    case 'canteen.sitting_not_open':
    case 'canteen.sitting_not_found':
      return just(detail, 'menu')
    case 'wallet.insufficient':
      return just(detail, 'wallet')
    case 'canteen.price_changed':
      return just(TEXT.priceChanged(String(params.was), String(params.now)))
    case 'request.idempotency_mismatch':
      return just(TEXT.maybePlaced, 'orders')
    default:
      return just(detail)
  }
}
