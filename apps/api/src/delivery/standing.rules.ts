import type { DishKind, OrderLineRequest, Portion } from '@wanli/contracts/canteen'
import type { StandingWish } from '@wanli/contracts/standing'

import { clashesOf } from '../canteen/basket.rules.js'

/** A day is ordered from so many hours before the kitchen counts: late enough to change one's mind, early enough for a portion. */
export const ORDER_HOURS_BEFORE = 24
const HOUR_MS = 3_600_000

/** The times of a sitting that a standing order looks at. */
export interface StandingTimes {
  opensAt: Date
  freezeAt: Date
}

/** From when on a day is ordered by itself: a day before the kitchen counts, and not before orders are taken. */
export function orderFrom({ opensAt, freezeAt }: StandingTimes): Date {
  return new Date(Math.max(opensAt.getTime(), freezeAt.getTime() - ORDER_HOURS_BEFORE * HOUR_MS))
}

/** Whether a day is to be ordered at `now`: from {@link orderFrom} until the kitchen counts. */
export function isDue(times: StandingTimes, now: Date): boolean {
  return now >= orderFrom(times) && now < times.freezeAt
}

/** Whether a standing order rests on a day. Both ends of the pause are in it. */
export function isPaused(
  { pausedFrom, pausedTo }: { pausedFrom: string | null; pausedTo: string | null },
  day: string,
): boolean {
  return pausedFrom !== null && pausedTo !== null && pausedFrom <= day && day <= pausedTo
}

/** The times of a sitting that decide what somebody may do when its meal does not come. */
export interface AdviceTimes {
  closedAt: Date | null
  cutOffAt: Date
  servingTo: Date
}

/** What is left to do at `now` when a meal of a standing order does not come; `phone` is the canteen's. */
export function adviceOf({ closedAt, cutOffAt, servingTo }: AdviceTimes, now: Date, phone: string): string {
  if (closedAt !== null) return '这一餐请另外安排'
  if (now < cutOffAt) return '可以自己订一份'
  if (now < servingTo) return `可以打食堂电话 ${phone} 问问，或到窗口买一份`
  return `没有扣钱，有事打食堂电话 ${phone}`
}

/** A dish on the menu as a standing order looks at it. `leftHalves` is what a delivery may still have. */
export interface MenuDish {
  offerId: string
  name: string
  kind: DishKind
  soft: boolean
  lowSalt: boolean
  ingredients: string[]
  allergens: string[]
  hasHalf: boolean
  leftHalves: number
}

/** What the eater does not eat, and how they like it. */
export interface EaterDiet {
  avoid: readonly string[]
  soft: boolean
  lowSalt: boolean
}

/** What of some wishes is on the menu, as lines of an order, and which of them cannot be had. */
export interface Tray {
  lines: OrderLineRequest[]
  unmet: StandingWish[]
}

/**
 * Chooses from the menu what a standing order wants: for each wish the first of its dishes that is there, may be eaten and is left,
 * else one of its kind, as the eater likes it and not chosen yet if there is another. A 小份 that the dish does not have becomes a
 * whole one.
 */
export function trayFor(wishes: readonly StandingWish[], menu: readonly MenuDish[], diet: EaterDiet): Tray {
  const left = new Map(menu.map(({ offerId, leftHalves }) => [offerId, leftHalves]))
  const lines: Required<OrderLineRequest>[] = []
  const unmet: StandingWish[] = []
  for (const wish of wishes) {
    const portionOf = (dish: MenuDish): Portion => (wish.portion === 'half' && dish.hasHalf ? 'half' : 'whole')
    const halvesOf = (dish: MenuDish): number => wish.quantity * (portionOf(dish) === 'half' ? 1 : 2)
    const eatable = menu.filter(
      (dish) => (left.get(dish.offerId) ?? 0) >= halvesOf(dish) && clashesOf([dish], diet.avoid).length === 0,
    )
    const dish = namedOf(wish, eatable) ?? kindOf(wish, eatable, { diet, chosen: lines.map(({ offerId }) => offerId) })
    if (dish === undefined) {
      unmet.push(wish)
      continue
    }
    left.set(dish.offerId, (left.get(dish.offerId) ?? 0) - halvesOf(dish))
    const portion = portionOf(dish)
    const same = lines.find((line) => line.offerId === dish.offerId && line.portion === portion)
    if (same === undefined) lines.push({ offerId: dish.offerId, quantity: wish.quantity, portion })
    else same.quantity += wish.quantity
  }
  return { lines, unmet }
}

function namedOf({ dishNames }: StandingWish, menu: readonly MenuDish[]): MenuDish | undefined {
  return dishNames.flatMap((name) => menu.find((dish) => dish.name === name) ?? [])[0]
}

function kindOf(
  { kind }: StandingWish,
  menu: readonly MenuDish[],
  { diet, chosen }: { diet: EaterDiet; chosen: readonly string[] },
): MenuDish | undefined {
  const penalty = (dish: MenuDish): number =>
    (chosen.includes(dish.offerId) ? 4 : 0) +
    (diet.soft && !dish.soft ? 2 : 0) +
    (diet.lowSalt && !dish.lowSalt ? 1 : 0)
  // Sorting is stable: among equals the first on the menu.
  return menu.filter((dish) => dish.kind === kind).sort((a, b) => penalty(a) - penalty(b))[0]
}
