import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { waitsAtWindow } from '@/shared/text/order-words'
import { dayAndMeal, spanText } from '@/shared/text/when'
import { HOME_TEXT } from '../text'
import { fetchSpan, type NextThing } from './next-thing.rules'
import { searchWords } from './next-words'

/** A thing under the first one, in one line: its number and time, or what is to be known before those. `who` as of {@link called}. */
export function alsoWords({ order, phase }: NextThing, who: string, now: Date): string {
  const meal = HOME_TEXT.whose(who, dayAndMeal(order.day, order.meal, businessDayOf(now)))
  if (phase === 'search') return searchWords(who).what
  if (phase === 'unpaid') return HOME_TEXT.unpaid(meal)
  if (phase === 'offered') return HOME_TEXT.comma(HOME_TEXT.offered(meal), HOME_TEXT.offeredStill(who))
  if (phase === 'coming' && !waitsAtWindow(order.status)) return HOME_TEXT.onWay(meal)
  return HOME_TEXT.also(meal, order.pickupNumber, spanText(fetchSpan(order, now)))
}
