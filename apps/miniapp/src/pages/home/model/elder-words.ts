import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { waitsAtWindow } from '@/shared/text/order-words'
import { MEAL_TEXT } from '@/shared/text/when'
import { HOME_TEXT } from '../text'
import { collectFrom, type NextThing } from './next-thing.rules'

/** What to do about the next meal, in one spoken line. */
export function elderNextWords(next: NextThing, now: Date): string {
  const meal = MEAL_TEXT[next.order.meal]
  if (next.phase === 'unpaid') return HOME_TEXT.elderUnpaid(meal)
  if (next.phase === 'coming') return comesWords(next, meal, now)
  if (next.phase === 'ready') return HOME_TEXT.elderReady(meal)
  if (next.phase === 'ending') return HOME_TEXT.elderEnding(meal, next.minutes)
  return HOME_TEXT.elderWhen(dayText(next.order.day, businessDayOf(now)), clockText(collectFrom(next.order)), meal)
}

function comesWords({ order }: NextThing, meal: string, now: Date): string {
  if (!waitsAtWindow(order.status)) return HOME_TEXT.elderOnWay(meal)
  return HOME_TEXT.elderComes(dayText(order.day, businessDayOf(now)), clockText(collectFrom(order)), meal)
}

/** The page as it is read aloud. Signs of the number are spoken one by one. `next` is null when no meal waits, undefined while that is not known. */
export function elderSpeech(greeting: string, next: NextThing | null | undefined, now: Date): string {
  if (!next) return HOME_TEXT.elderSpeech([greeting, next === null ? HOME_TEXT.elderNothing : ''])
  const { order } = next
  return HOME_TEXT.elderSpeech([
    greeting,
    elderNextWords(next, now),
    ...(next.phase === 'unpaid' || next.phase === 'coming'
      ? []
      : [HOME_TEXT.spokenNumber(order.pickupNumber), `${order.canteenName}${order.window}`]),
  ])
}
