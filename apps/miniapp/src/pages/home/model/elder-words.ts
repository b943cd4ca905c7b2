import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { waitsAtWindow } from '@/shared/text/order-words'
import { MEAL_TEXT } from '@/shared/text/when'
import { HOME_TEXT } from '../text'
import { collectFrom, hasNumber, type NextThing } from './next-thing.rules'
import { searchWords } from './next-words'
import { unpaidWords, type ToPay } from './unpaid-words'

/** A thing of the care home. `who` as of {@link called}; `pay` of an unpaid one, once it is known. */
export interface ElderThing {
  thing: NextThing
  who: string
  pay?: ToPay
}

/** What to do about a meal, in one spoken line. */
export function elderNextWords({ thing, who, pay }: ElderThing, now: Date): string {
  const { order, phase } = thing
  const meal = HOME_TEXT.whose(who, MEAL_TEXT[order.meal])
  if (phase === 'search') return searchWords(who).what
  if (phase === 'offered') return HOME_TEXT.comma(HOME_TEXT.offered(meal), HOME_TEXT.offeredStill(who))
  if (phase === 'unpaid') {
    const { what, when } = unpaidWords(order, who, now, pay)
    return pay?.payUntil ? HOME_TEXT.comma(what, when) : what
  }
  if (phase === 'coming') return comesWords(thing, meal, now)
  if (phase === 'cooking') return HOME_TEXT.comma(HOME_TEXT.cooking(meal), HOME_TEXT.soon)
  if (phase === 'ready') return HOME_TEXT.elderReady(meal, clockText(new Date(order.serving.to)))
  if (phase === 'ending') return HOME_TEXT.elderEnding(meal, thing.minutes)
  return HOME_TEXT.elderWhen(dayText(order.day, businessDayOf(now)), clockText(collectFrom(order)), meal)
}

function comesWords({ order }: NextThing, meal: string, now: Date): string {
  if (!waitsAtWindow(order.status)) return HOME_TEXT.elderOnWay(meal)
  return HOME_TEXT.elderComes(dayText(order.day, businessDayOf(now)), clockText(collectFrom(order)), meal)
}

/** The page as it is read aloud. Signs of a number are spoken one by one. `things` is undefined while they are not known. */
export function elderSpeech(greeting: string, things: readonly ElderThing[] | undefined, now: Date): string {
  if (!things) return HOME_TEXT.elderSpeech([greeting])
  if (things.length === 0) return HOME_TEXT.elderSpeech([greeting, HOME_TEXT.elderNothing])
  const said = things.flatMap((one) => [elderNextWords(one, now), ...spokenFacts(one)])
  return HOME_TEXT.elderSpeech([greeting, ...said])
}

function spokenFacts(one: ElderThing): string[] {
  const { order, phase } = one.thing
  if (phase === 'search') return [searchWords(one.who).line]
  if (phase === 'coming' || !hasNumber(one.thing)) return []
  return [HOME_TEXT.spokenNumber(order.pickupNumber), `${order.canteenName}${order.window}`]
}
