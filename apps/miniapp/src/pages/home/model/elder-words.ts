import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { waitsAtWindow } from '@/shared/text/order-words'
import { MEAL_TEXT } from '@/shared/text/when'
import { HOME_TEXT } from '../text'
import { collectFrom, type NextThing } from './next-thing.rules'
import { searchWords } from './next-words'

/** What to do about the next meal, in one spoken line. `who` as of {@link called}. */
export function elderNextWords(next: NextThing, who: string, now: Date): string {
  const meal = HOME_TEXT.whose(who, MEAL_TEXT[next.order.meal])
  if (next.phase === 'search') return searchWords(who).what
  if (next.phase === 'offered') return HOME_TEXT.comma(HOME_TEXT.offered(meal), HOME_TEXT.offeredStill(who))
  if (next.phase === 'unpaid') return HOME_TEXT.elderUnpaid(meal)
  if (next.phase === 'coming') return comesWords(next, meal, now)
  if (next.phase === 'ready') return HOME_TEXT.elderReady(meal, clockText(new Date(next.order.serving.to)))
  if (next.phase === 'ending') return HOME_TEXT.elderEnding(meal, next.minutes)
  return HOME_TEXT.elderWhen(dayText(next.order.day, businessDayOf(now)), clockText(collectFrom(next.order)), meal)
}

function comesWords({ order }: NextThing, meal: string, now: Date): string {
  if (!waitsAtWindow(order.status)) return HOME_TEXT.elderOnWay(meal)
  return HOME_TEXT.elderComes(dayText(order.day, businessDayOf(now)), clockText(collectFrom(order)), meal)
}

/** The page as it is read aloud. Signs of the number are spoken one by one. `next` is null when no meal waits, undefined while that is not known. */
export function elderSpeech(greeting: string, next: NextThing | null | undefined, who: string, now: Date): string {
  if (!next) return HOME_TEXT.elderSpeech([greeting, next === null ? HOME_TEXT.elderNothing : ''])
  return HOME_TEXT.elderSpeech([greeting, elderNextWords(next, who, now), ...spokenFacts(next, who)])
}

function spokenFacts({ order, phase }: NextThing, who: string): string[] {
  if (phase === 'search') return [searchWords(who).line]
  if (phase === 'unpaid' || phase === 'coming' || phase === 'offered') return []
  return [HOME_TEXT.spokenNumber(order.pickupNumber), `${order.canteenName}${order.window}`]
}
