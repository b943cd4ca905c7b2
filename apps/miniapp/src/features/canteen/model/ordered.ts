import type { OrderListItem } from '@wanli/contracts/canteen'
import { businessDayOf, dayText } from '@wanli/kernel/shanghai-time'
import { spanText } from '@/shared/text/when'
import { DELIVERY_TEXT, NUMBER_TEXT } from '../delivery-text'
import { MODE_TEXT } from '../text'
import { windowOf } from './countdown'

type Earlier = Pick<OrderListItem, 'day' | 'mode' | 'slot' | 'serving'>

/**
 * What somebody has ordered for this meal already: who, how and when it comes, and its number. `earlier` is null where the order is not the
 * caller's to see.
 */
export function orderedWords(by: string, number: string, earlier: Earlier | null, now: Date): string {
  if (earlier === null) return DELIVERY_TEXT.againText(by, number)
  const when = `${dayText(earlier.day, businessDayOf(now))} ${spanText(windowOf(earlier))}`
  const how = MODE_TEXT[earlier.mode].name
  return DELIVERY_TEXT.againKnown(by, how, when, `${NUMBER_TEXT[earlier.mode]} ${number}`)
}
