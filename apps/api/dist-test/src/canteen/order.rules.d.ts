import type { Meal, OrderAction, OrderStatus } from '@wanli/contracts/canteen'
/** Which states may follow which. A state with no successor is terminal and never reopens. */
export declare const NEXT_STATUSES: {
  readonly paid: readonly ['handed_over', 'cancelled_by_eater', 'cancelled_by_canteen']
  readonly handed_over: readonly []
  readonly cancelled_by_eater: readonly []
  readonly cancelled_by_canteen: readonly []
}
/** The name of a meal: `午餐`. */
export declare const MEAL_NAMES: Record<Meal, string>
/** The times of a sitting that rules look at. */
export interface SittingTimes {
  opensAt: Date
  freezeAt: Date
  cutOffAt: Date
}
/** A day and a time as people say it, seen from today: `明天 6:00`. */
export declare function whenText(at: Date, day: string, today: string): string
/** Whether orders are taken at `now`. */
export declare function isOpen(times: SittingTimes, now: Date): boolean
/** Makes sure that orders are taken at `now`. Throws `canteen.sitting_not_open` or `canteen.cut_off_passed` (409). */
export declare function assertOpen(times: SittingTimes, now: Date, say: (at: Date) => string): void
/** Whether an order in this state may still be cancelled by its eater: paid, and before the kitchen freezes its count. */
export declare function mayCancel(status: OrderStatus, freezeAt: Date, now: Date): boolean
/** What a person who eats, placed or paid an order may do with it now. */
export declare function orderActions(status: OrderStatus, freezeAt: Date, now: Date): OrderAction[]
/** Most pick-up numbers of one sitting: 26 letters of 999 numbers. */
export declare const MAX_PICKUP: number
/** The n-th pick-up number of a sitting, from 1: `A001` … `A999`, `B001` … `Z999`. */
export declare function pickupNumber(sequence: number): string
/** Whether a text is a pick-up number (and not the secret code of a QR), in capitals. */
export declare function isPickupNumber(text: string): boolean
