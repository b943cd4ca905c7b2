import Taro from '@tarojs/taro'
import type { Meal, OrderListItem } from '@wanli/contracts/canteen'
import type { BusinessDay, Instant, Span } from '@wanli/contracts/time'

const STORAGE_KEY = 'wanli.last-number'

/** A pick-up number kept on the phone, for a counter without network. */
export interface LastNumber {
  personId: string
  pickupNumber: string
  /** Whose meal it is; null for one's own. */
  eaterName: string | null
  day: BusinessDay
  meal: Meal
  /** When it can be had. */
  span: Span
  /** The window; null for what is brought home. */
  where: string | null
  until: Instant
  savedAt: Instant
}

/** Keeps the soonest open order's number, or forgets the last one when nothing is open. */
export function keepLastNumber(personId: string, order: OrderListItem | undefined, now: Date): void {
  if (!order) {
    Taro.removeStorageSync(STORAGE_KEY)
    return
  }
  const kept: LastNumber = {
    personId,
    pickupNumber: order.pickupNumber,
    eaterName: order.eater.id === personId ? null : order.eater.name,
    day: order.day,
    meal: order.meal,
    span: order.slot ?? order.serving,
    where: order.mode === 'delivery' ? null : `${order.canteenName} ${order.window}`,
    until: order.serving.to,
    savedAt: now.toISOString(),
  }
  Taro.setStorageSync(STORAGE_KEY, kept)
}

/** The number kept for this person, unless its meal is over. What an older app has kept says no meal: it is none. */
export function lastNumber(personId: string, now: Date): LastNumber | null {
  const kept = Taro.getStorageSync<LastNumber | ''>(STORAGE_KEY)
  if (!kept || kept.personId !== personId || new Date(kept.until) <= now || !('meal' in kept)) return null
  return kept
}
