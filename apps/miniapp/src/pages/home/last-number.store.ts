import Taro from '@tarojs/taro'
import type { OrderListItem } from '@wanli/contracts/canteen'
import type { Instant } from '@wanli/contracts/time'

const STORAGE_KEY = 'wanli.last-number'

/** A pick-up number kept on the phone, for a counter without network. */
export interface LastNumber {
  personId: string
  pickupNumber: string
  where: string
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
    where: `${order.canteenName} ${order.window}`,
    until: order.serving.to,
    savedAt: now.toISOString(),
  }
  Taro.setStorageSync(STORAGE_KEY, kept)
}

/** The number kept for this person, unless its meal is over. */
export function lastNumber(personId: string, now: Date): LastNumber | null {
  const kept = Taro.getStorageSync<LastNumber | ''>(STORAGE_KEY)
  if (!kept || kept.personId !== personId || new Date(kept.until) <= now) return null
  return kept
}
