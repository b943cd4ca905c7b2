import type { SlipView } from '@wanli/contracts/counter'
import type { PickupView } from '@wanli/contracts/pickups'
import type { ErrorCode } from '@wanli/contracts/errors'
import { waitsAtWindow } from '@/shared/text/order-words'

/** What is going on at the window. */
export type WindowState =
  | { readonly step: 'idle' }
  | { readonly step: 'looking' }
  | { readonly step: 'unreachable' }
  | { readonly step: 'choose'; readonly items: readonly PickupView[] }
  | { readonly step: 'preview'; readonly pickup: PickupView }
  | { readonly step: 'slip'; readonly slip: SlipView }
  | { readonly step: 'handed'; readonly pickup: PickupView }
  | { readonly step: 'refused'; readonly why: Why; readonly detail: string; readonly pickup: PickupView | null }

/** Why a meal is not handed over. */
export type Why =
  'already' | 'cancelled' | 'expired' | 'given_up' | 'out' | 'over' | 'unpaid' | 'not_found' | 'nothing_waits' | 'other'

/** Waiting for somebody. */
export const IDLE: WindowState = { step: 'idle' }

/** What is shown for one order: the way to hand it over, or why not. */
export function showPickup(pickup: PickupView): WindowState {
  switch (pickup.status) {
    case 'paid':
    case 'frozen':
    case 'cooking':
    case 'ready':
      return { step: 'preview', pickup }
    case 'handed_over':
    case 'delivered':
      return { step: 'refused', why: 'already', detail: '', pickup }
    case 'placed':
      return { step: 'refused', why: 'unpaid', detail: '', pickup }
    case 'expired':
      return { step: 'refused', why: 'expired', detail: '', pickup }
    case 'offered':
    case 'taken_over':
      return { step: 'refused', why: 'given_up', detail: '', pickup }
    case 'out_for_delivery':
    case 'undelivered':
    case 'welfare_check':
      return { step: 'refused', why: 'out', detail: '', pickup }
    case 'not_collected':
    case 'closed':
      return { step: 'refused', why: 'over', detail: '', pickup }
    case 'cancelled_by_eater':
    case 'cancelled_by_canteen':
      return { step: 'refused', why: 'cancelled', detail: '', pickup }
  }
}

/**
 * What is shown for the orders behind a code. Numbers repeat from sitting to sitting: when exactly one still waits it is that one;
 * when several wait the clerk chooses; when none waits the first tells why.
 */
export function showFound(items: readonly PickupView[]): WindowState {
  const waiting = items.filter((item) => waitsAtWindow(item.status))
  if (waiting.length > 1) return { step: 'choose', items: waiting }
  const one = waiting[0] ?? items[0]
  return one ? showPickup(one) : { step: 'refused', why: 'not_found', detail: '', pickup: null }
}

/** What is shown when the server refused. `pickup` is the order in question when it was already on the screen. */
export function showRefusal(code: ErrorCode | 'network', detail: string, pickup: PickupView | null): WindowState {
  const why: Partial<Record<ErrorCode | 'network', Why>> = {
    'canteen.already_handed_over': 'already',
    'canteen.order_cancelled': 'cancelled',
    'canteen.pickup_not_found': 'not_found',
  }
  // Its title says all that the server does.
  if (code === 'counter.nothing_waits') return { step: 'refused', why: 'nothing_waits', detail: '', pickup }
  return { step: 'refused', why: why[code] ?? 'other', detail, pickup }
}
