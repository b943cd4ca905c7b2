import type { Meal, OrderAction, OrderStatus, PayBy, ServiceMode, StoredOrderStatus } from '@wanli/contracts/canteen'
import { WALLET } from '@wanli/kernel/limits'
import { yuan } from '@wanli/kernel/money'
import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'

/**
 * Which states may follow which. A state with no successor is terminal and never reopens; `expired` is left only by money that was
 * under way when the time ended, and only when everything the order held can be had again. The kitchen may take one step back.
 */
export const NEXT_STATUSES = {
  placed: ['paid', 'expired', 'cancelled_by_eater', 'cancelled_by_canteen'],
  expired: ['paid'],
  paid: [
    'cooking',
    'ready',
    'handed_over',
    'out_for_delivery',
    'offered',
    'not_collected',
    'cancelled_by_eater',
    'cancelled_by_canteen',
  ],
  cooking: ['paid', 'ready', 'handed_over', 'out_for_delivery', 'offered', 'not_collected', 'cancelled_by_canteen'],
  ready: ['cooking', 'handed_over', 'out_for_delivery', 'not_collected', 'cancelled_by_canteen'],
  offered: ['paid', 'cooking', 'taken_over', 'not_collected', 'cancelled_by_canteen'],
  out_for_delivery: ['delivered', 'undelivered', 'cancelled_by_canteen'],
  undelivered: ['delivered', 'welfare_check'],
  welfare_check: ['delivered', 'closed'],
  handed_over: [],
  delivered: [],
  taken_over: [],
  not_collected: [],
  closed: [],
  cancelled_by_eater: [],
  cancelled_by_canteen: [],
} as const satisfies Record<StoredOrderStatus, readonly StoredOrderStatus[]>

const statuses = (test: (next: readonly StoredOrderStatus[]) => boolean): StoredOrderStatus[] =>
  (Object.keys(NEXT_STATUSES) as StoredOrderStatus[]).filter((status) => test(NEXT_STATUSES[status]))

/** States of a meal that waits at the window: who comes with the number gets it. */
export const COLLECTABLE: readonly StoredOrderStatus[] = statuses((next) => next.includes('handed_over'))

/** States of a meal that nobody fetches, once its sitting is over. */
export const UNCOLLECTED: readonly StoredOrderStatus[] = statuses((next) => next.includes('not_collected'))

/** States in which the canteen may still take an order back. */
export const CANCELLABLE_BY_CANTEEN: readonly StoredOrderStatus[] = statuses((next) =>
  next.includes('cancelled_by_canteen'),
)

/** States of a meal that is still to come. */
export const LIVE: readonly StoredOrderStatus[] = statuses((next) => next.length > 0).filter(
  (status) => status !== 'expired',
)

/** Whether a meal is still to come. */
export const isLive = (status: StoredOrderStatus): boolean => LIVE.includes(status)

/** Those whom an order may concern. */
export interface OrderPeople {
  eaterId: string
  placedById: string
  paidById: string
  door: 'app' | 'counter'
}

/**
 * Whose an order is: who eats, who placed it in the app, who pays, each once. They see it and are told of it. Staff who place one at the
 * counter do so for somebody else: it is not theirs.
 */
export function peopleOf({ eaterId, placedById, paidById, door }: OrderPeople): string[] {
  return [...new Set(door === 'app' ? [eaterId, placedById, paidById] : [eaterId, paidById])]
}

/**
 * What somebody may do with an order: all of it (`whole`); pay it and take that back before the kitchen counts (`money`); see that they
 * ordered it (`record`).
 */
export type Hold = 'whole' | 'money' | 'record' | 'none'

/**
 * What somebody may do with an order now. `mayAct`: whether they may order for who eats it. Once they may not, the meal is the eater's
 * alone; money stays that of who paid it.
 */
export function holdOf(order: OrderPeople, personId: string, mayAct: boolean): Hold {
  if (!peopleOf(order).includes(personId)) return 'none'
  if (personId === order.eaterId || mayAct) return 'whole'
  return personId === order.paidById ? 'money' : 'record'
}

/** Who is told of an order: its people, but for guests, who are nobody in particular and read nothing. */
export function toldOf(order: OrderPeople, guests: ReadonlySet<string>): string[] {
  return peopleOf(order).filter((id) => !guests.has(id))
}

/** Where so many fen of an order go back to, as somebody reads of it: nobody looks in their own wallet for what another has paid. */
export function backText(
  { payBy, paidById }: { payBy: PayBy; paidById: string },
  fen: number,
  readerId: string,
  payerName: string,
): string {
  const whose = readerId === paidById ? '' : `${payerName}的`
  return payBy === 'wechat' ? `¥${yuan(fen)} 原路退回${whose}微信` : `¥${yuan(fen)} 已经退回${whose}钱包`
}

const MINUTE_MS = 60_000

/** The name of a meal: `午餐`. */
export const MEAL_NAMES: Record<Meal, string> = { breakfast: '早餐', lunch: '午餐', dinner: '晚餐' }

/** A meal of a day as people say it, seen from today: `今天午餐`, `11月25日晚餐`. */
export function mealText({ day, meal }: { day: string; meal: Meal }, today: string): string {
  return `${dayText(day, today)}${MEAL_NAMES[meal]}`
}

/** A meal as somebody reads of it: `今天午餐`, and of somebody else's `王秀珍的今天午餐`. */
export function mealFor(meal: string, eater: { id: string; name: string }, readerId: string): string {
  return readerId === eater.id ? meal : `${eater.name}的${meal}`
}

/** A day and a time as people say it, seen from today: `明天 6:00`. */
export function whenText(at: Date, day: string, today: string): string {
  return `${dayText(day, today)} ${clockText(at)}`
}

/** What an order is looked at for its time. */
export interface OrderClock {
  status: StoredOrderStatus
  payUntil: Date | null
}

/** The state of an order at `now`: one whose time to be paid is over is expired, whether or not somebody has written it down. */
export function statusAt({ status, payUntil }: OrderClock, now: Date): StoredOrderStatus {
  return status === 'placed' && payUntil !== null && payUntil <= now ? 'expired' : status
}

/** The state as people are told it: a paid order that the kitchen has counted is `frozen`. */
export function shownStatus(order: OrderClock, freezeAt: Date, now: Date): OrderStatus {
  const status = statusAt(order, now)
  return status === 'paid' && now >= freezeAt ? 'frozen' : status
}

/** The state as its people are told it: what nobody came for on its day was not fetched, though the window has not closed that day yet. */
export function toldStatus(
  order: OrderClock & { mode: ServiceMode; day: string },
  freezeAt: Date,
  now: Date,
): OrderStatus {
  const isForgotten = order.mode !== 'delivery' && order.day < businessDayOf(now) && UNCOLLECTED.includes(order.status)
  return isForgotten ? 'not_collected' : shownStatus(order, freezeAt, now)
}

/**
 * How an order begins: paid at once, or waiting ten minutes for its money. One that costs nothing has nothing to wait for.
 */
export function beginOrder(payBy: PayBy, payFen: number, now: Date): OrderClock {
  if (payBy === 'wallet' || payFen === 0) return { status: 'paid', payUntil: null }
  return { status: 'placed', payUntil: new Date(now.getTime() + WALLET.mealMinutes * MINUTE_MS) }
}

/** Whether an order may still be cancelled by its eater: not paid yet, or paid and before the kitchen freezes its count. */
export function mayCancel(order: OrderClock, freezeAt: Date, now: Date): boolean {
  const status = statusAt(order, now)
  if (!NEXT_STATUSES[status].some((next: StoredOrderStatus) => next === 'cancelled_by_eater')) return false
  return status === 'placed' || now < freezeAt
}

/**
 * Where a given-up meal goes on from, for its giver or its taker: what was on the stove when it was given up still is, which its
 * `progressAt` says as long as it is given up.
 */
export const kitchenStatusOf = ({ progressAt }: { progressAt: Date | null }): 'paid' | 'cooking' =>
  progressAt === null ? 'paid' : 'cooking'

/** Whether its eater may give a meal up for somebody else: after the freeze, before it is served. A delivery has its own way. */
export function mayOffer(order: OrderClock & { mode: ServiceMode }, times: OfferTimes, now: Date): boolean {
  const { status, mode } = order
  return (
    (status === 'paid' || status === 'cooking') && mode !== 'delivery' && now >= times.freezeAt && now < times.servingTo
  )
}

/** The times of a sitting between which a meal may be given up. */
export interface OfferTimes {
  freezeAt: Date
  servingTo: Date
}

/** Who looks at an order, as far as it decides what they may do with it. */
export interface OrderViewer {
  isPayer: boolean
  hold: Hold
}

/** What somebody who eats, placed or paid an order may do with it now; only who pays it pays it. */
export function orderActions(
  order: OrderClock & { mode: ServiceMode },
  times: OfferTimes,
  now: Date,
  { isPayer, hold }: OrderViewer,
): OrderAction[] {
  if (hold !== 'whole' && hold !== 'money') return []
  const actions: OrderAction[] = []
  const status = statusAt(order, now)
  if (isPayer && status === 'placed') actions.push('pay')
  if (mayCancel(order, times.freezeAt, now)) actions.push('cancel')
  if (hold === 'money') return actions
  if (mayOffer(order, times, now)) actions.push('offer')
  if (status === 'offered') actions.push('withdraw')
  if (status === 'handed_over' || status === 'delivered') actions.push('review')
  return [...actions, 'reorder']
}

/** Most pick-up numbers of one sitting: 26 letters of 999 numbers. */
export const MAX_PICKUP = 26 * 999

/** The n-th pick-up number of a sitting, from 1: `A001` … `A999`, `B001` … `Z999`. */
export function pickupNumber(sequence: number): string {
  const letter = String.fromCharCode(65 + Math.floor((sequence - 1) / 999))
  return `${letter}${String(((sequence - 1) % 999) + 1).padStart(3, '0')}`
}

/** The pick-up number that somebody typed, also in small letters, `Ａ ００１` as a Chinese keyboard has it; null for the secret code of a QR. */
export function readPickupNumber(text: string): string | null {
  const tidy = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  return /^[A-Z]\d{3}$/.test(tidy) ? tidy : null
}
