import type { Meal, OrderAction, OrderStatus, PayBy } from '@wanli/contracts/canteen'
import { WALLET } from '@wanli/kernel/limits'
import { clockText, dayText } from '@wanli/kernel/shanghai-time'

import { DomainError } from '../common/domain-error.js'

/**
 * Which states may follow which. A state with no successor is terminal and never reopens; `expired` is left only by money that was
 * under way when the time ended, and only when everything the order held can be had again.
 */
export const NEXT_STATUSES = {
  placed: ['paid', 'expired', 'cancelled_by_eater'],
  expired: ['paid'],
  paid: ['handed_over', 'cancelled_by_eater', 'cancelled_by_canteen'],
  handed_over: [],
  cancelled_by_eater: [],
  cancelled_by_canteen: [],
} as const satisfies Record<OrderStatus, readonly OrderStatus[]>

const MINUTE_MS = 60_000

/** The name of a meal: `午餐`. */
export const MEAL_NAMES: Record<Meal, string> = { breakfast: '早餐', lunch: '午餐', dinner: '晚餐' }

/** The times of a sitting that rules look at. */
export interface SittingTimes {
  opensAt: Date
  freezeAt: Date
  cutOffAt: Date
}

/** A day and a time as people say it, seen from today: `明天 6:00`. */
export function whenText(at: Date, day: string, today: string): string {
  return `${dayText(day, today)} ${clockText(at)}`
}

/** Whether orders are taken at `now`. */
export function isOpen(times: SittingTimes, now: Date): boolean {
  return now >= times.opensAt && now < times.cutOffAt
}

/** Makes sure that orders are taken at `now`. Throws `canteen.sitting_not_open` or `canteen.cut_off_passed` (409). */
export function assertOpen(times: SittingTimes, now: Date, say: (at: Date) => string): void {
  if (now < times.opensAt) throw new DomainError('canteen.sitting_not_open', { opensAt: say(times.opensAt) })
  if (now >= times.cutOffAt) throw new DomainError('canteen.cut_off_passed', { cutOffAt: say(times.cutOffAt) })
}

/** What an order is looked at for its time. */
export interface OrderClock {
  status: OrderStatus
  payUntil: Date | null
}

/** The state of an order at `now`: one whose time to be paid is over is expired, whether or not somebody has written it down. */
export function statusAt({ status, payUntil }: OrderClock, now: Date): OrderStatus {
  return status === 'placed' && payUntil !== null && payUntil <= now ? 'expired' : status
}

/**
 * How an order begins: paid at once, or waiting ten minutes for WeChat's money. One that costs nothing has nothing to wait for.
 */
export function beginOrder(payBy: PayBy, payFen: number, now: Date): OrderClock {
  if (payBy === 'wallet' || payFen === 0) return { status: 'paid', payUntil: null }
  return { status: 'placed', payUntil: new Date(now.getTime() + WALLET.mealMinutes * MINUTE_MS) }
}

/** Whether an order may still be cancelled by its eater: not paid yet, or paid and before the kitchen freezes its count. */
export function mayCancel(order: OrderClock, freezeAt: Date, now: Date): boolean {
  const status = statusAt(order, now)
  if (!NEXT_STATUSES[status].some((next: OrderStatus) => next === 'cancelled_by_eater')) return false
  return status === 'placed' || now < freezeAt
}

/** What somebody who eats, placed or paid an order may do with it now; only who pays it pays it. */
export function orderActions(order: OrderClock, freezeAt: Date, now: Date, isPayer: boolean): OrderAction[] {
  const actions: OrderAction[] = []
  if (isPayer && statusAt(order, now) === 'placed') actions.push('pay')
  if (mayCancel(order, freezeAt, now)) actions.push('cancel')
  return [...actions, 'reorder']
}

/** Most pick-up numbers of one sitting: 26 letters of 999 numbers. */
export const MAX_PICKUP = 26 * 999

/** The n-th pick-up number of a sitting, from 1: `A001` … `A999`, `B001` … `Z999`. */
export function pickupNumber(sequence: number): string {
  const letter = String.fromCharCode(65 + Math.floor((sequence - 1) / 999))
  return `${letter}${String(((sequence - 1) % 999) + 1).padStart(3, '0')}`
}

/** Whether a text is a pick-up number (and not the secret code of a QR), in capitals. */
export function isPickupNumber(text: string): boolean {
  return /^[A-Z]\d{3}$/.test(text)
}
