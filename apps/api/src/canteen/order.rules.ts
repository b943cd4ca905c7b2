import type { Meal, OrderAction, OrderStatus } from '@wanli/contracts/canteen'
import { clockText, dayText } from '@wanli/kernel/shanghai-time'

import { DomainError } from '../common/domain-error.js'

/** Which states may follow which. A state with no successor is terminal and never reopens. */
export const NEXT_STATUSES = {
  paid: ['handed_over', 'cancelled_by_eater', 'cancelled_by_canteen'],
  handed_over: [],
  cancelled_by_eater: [],
  cancelled_by_canteen: [],
} as const satisfies Record<OrderStatus, readonly OrderStatus[]>

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

/** Whether an order in this state may still be cancelled by its eater: paid, and before the kitchen freezes its count. */
export function mayCancel(status: OrderStatus, freezeAt: Date, now: Date): boolean {
  return NEXT_STATUSES[status].some((next) => next === 'cancelled_by_eater') && now < freezeAt
}

/** What a person who eats, placed or paid an order may do with it now. */
export function orderActions(status: OrderStatus, freezeAt: Date, now: Date): OrderAction[] {
  return mayCancel(status, freezeAt, now) ? ['cancel', 'reorder'] : ['reorder']
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
