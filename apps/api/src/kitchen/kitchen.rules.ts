import type { StoredOrderStatus } from '@wanli/contracts/canteen'
import type { AmountChange, LeaveOutLine } from '@wanli/contracts/kitchen'
import { KITCHEN } from '@wanli/kernel/limits'
import { clockText } from '@wanli/kernel/shanghai-time'

import { DomainError } from '../common/domain-error.js'

/** Orders whose food is cooked: paid ones, wherever they are on their way. Of a meal that changed hands the taker's order is. */
export const COUNTED = [
  'paid',
  'cooking',
  'ready',
  'handed_over',
  'out_for_delivery',
  'delivered',
  'offered',
  'not_collected',
  'undelivered',
  'welfare_check',
  'closed',
] as const satisfies readonly StoredOrderStatus[]

/** Whether an order's food is cooked. */
export const isCounted = (status: StoredOrderStatus): boolean => COUNTED.some((one) => one === status)

/** Orders that the kitchen still has to do with; one that is given up waits for its taker. */
export const TO_COOK = ['paid', 'cooking'] as const satisfies readonly StoredOrderStatus[]

const NOT_MADE: readonly StoredOrderStatus[] = ['paid', 'cooking', 'offered']

/** Orders whose food has left the stove. */
export const MADE: readonly StoredOrderStatus[] = COUNTED.filter((status) => !NOT_MADE.includes(status))

/** Where a ticket goes with one tap, and where it came from. */
export const FORWARD = { paid: 'cooking', cooking: 'ready' } as const
export const BACK = { cooking: 'paid', ready: 'cooking' } as const

/** Portions of one dish in orders. */
export interface Portions {
  whole: number
  half: number
}

/** Halves as whole portions: two are one, an odd one is cooked whole. */
export const folded = (half: number): number => Math.ceil(half / 2)

/** Portions to cook for guests. */
export const portionsOf = ({ whole, half }: Portions): number => whole + folded(half)

/** The number on a sheet of a day: `1123-2`. */
export const sheetNumber = (day: string, number: number): string => `${day.slice(5, 7)}${day.slice(8, 10)}-${number}`

/** Makes sure that the kitchen has counted. Throws `kitchen.not_frozen` (409): before that an eater may still cancel. */
export function assertFrozen({ freezeAt }: { freezeAt: Date }, now: Date): void {
  if (now < freezeAt) throw new DomainError('kitchen.not_frozen', { from: clockText(freezeAt) })
}

/** What of a dish is on its sheet, and what was seen of its changes since. */
export interface CountedDish {
  dishId: string
  dishName: string
  /** Portions for guests at the freeze. */
  frozen: number
  /** Staff portions and the sample. */
  extra: number
  seen: number
  /** How many times a change of it was seen. */
  sequence: number
}

/**
 * How a dish differs from its sheet and what was seen since; null when it does not. Together with the sheet and what was seen this
 * always makes what is ordered, however the times of orders and looks fall.
 */
export function amountChange(dish: CountedDish, now: Portions): AmountChange | null {
  const amount = portionsOf(now) - dish.frozen - dish.seen
  if (amount === 0) return null
  const { dishId, dishName, sequence, extra } = dish
  return { kind: 'amount', dishId, dishName, amount, total: portionsOf(now) + extra, sequence }
}

/**
 * How far a dish is. Guests' portions are made with their tickets and the sample when it is kept; the staff eat from the last pan, so
 * theirs are made when no guest waits; of a dish that no guest has, once there is a box of it.
 */
export function madeOf(given: { guests: Portions; made: Portions; staff: number; sample: number; kept: boolean }): {
  made: number
  total: number
} {
  const guests = portionsOf(given.guests)
  const made = Math.min(guests, portionsOf(given.made))
  const sample = given.kept ? given.sample : 0
  const staff = made === guests && (guests > 0 || given.kept) ? given.staff : 0
  return { made: made + sample + staff, total: guests + given.staff + given.sample }
}

/** An order that leaves something out, with the dishes it is of. */
export interface LeavingOrder {
  id: string
  pickupNumber: string
  leaveOut: readonly string[]
  dishes: readonly { id: string; name: string; allergens: readonly string[] }[]
}

/** What is left out, dish by dish: only what a dish holds can be. */
export function leaveOutLines(orders: readonly LeavingOrder[]): LeaveOutLine[] {
  return orders.flatMap(({ id, pickupNumber, leaveOut, dishes }) =>
    dishes.flatMap((dish) => {
      const what = dish.allergens.filter((one) => leaveOut.includes(one))
      if (what.length === 0) return []
      return [{ orderId: id, pickupNumber, dishId: dish.id, dishName: dish.name, what: what.join('、').slice(0, 100) }]
    }),
  )
}

/** The instant until when a step made at `progressAt` may be taken back. */
export const undoUntil = (progressAt: Date): Date => new Date(progressAt.getTime() + KITCHEN.undoSeconds * 1_000)

/** The earliest step that may still be taken back at `now`. */
export const undoSince = (now: Date): Date => new Date(now.getTime() - KITCHEN.undoSeconds * 1_000)

/** Until when a sample taken at an instant is kept (48 hours, GB 31654-2021). */
export const keepUntil = (takenAt: Date): Date => new Date(takenAt.getTime() + KITCHEN.sampleHours * 3_600_000)

/** Makes sure that a sample can be examined. Throws `kitchen.sample_too_light` (422) below 125 g (GB 31654-2021). */
export function assertSample(grams: number): void {
  if (grams < KITCHEN.sampleGrams) throw new DomainError('kitchen.sample_too_light', { grams: KITCHEN.sampleGrams })
}

/**
 * Of the sittings of a day, in order, the one a kitchen works at: the first that is served and not over yet; the last one when there is
 * none.
 */
export function currentOf<One extends { servingTo: Date; closedAt: Date | null }>(
  sittings: readonly One[],
  now: Date,
): One | undefined {
  return sittings.find((one) => one.closedAt === null && now < one.servingTo) ?? sittings.at(-1)
}
