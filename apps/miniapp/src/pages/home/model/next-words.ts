import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { waitsAtWindow } from '@/shared/text/order-words'
import { MEAL_TEXT } from '@/shared/text/when'
import { HOME_TEXT } from '../text'
import { collectFrom, type NextThing } from './next-thing.rules'
import { unpaidWords } from './unpaid-words'

/** Above this many minutes a clock says more than a count. */
const COUNTED_MINUTES = 90

/** Nobody answered the door: what is being done, and what to do. `who` as of {@link called}. */
export function searchWords(who: string): { what: string; line: string } {
  if (who === '') return { what: HOME_TEXT.search, line: HOME_TEXT.searchLine }
  return { what: HOME_TEXT.searchOf(who), line: HOME_TEXT.searchOfLine }
}

/** The two ends of the card's first line: what it is, and when. `who` as of {@link called}. */
export function nextWords(thing: NextThing, who: string, now: Date): { what: string; when: string } {
  const { order, phase, minutes } = thing
  const meal = HOME_TEXT.whose(who, MEAL_TEXT[order.meal])
  if (phase === 'search') return { what: searchWords(who).what, when: '' }
  if (phase === 'unpaid') return unpaidWords(order, who, now, undefined)
  if (phase === 'ending') return { what: HOME_TEXT.ending(meal), when: HOME_TEXT.waitsFor(minutes) }
  const until = HOME_TEXT.waitsUntil(clockText(new Date(order.serving.to)))
  if (phase === 'cooking') return { what: HOME_TEXT.cooking(meal), when: HOME_TEXT.soon }
  if (phase === 'ready') return { what: HOME_TEXT.ready(meal), when: until }
  if (phase === 'offered') return { what: HOME_TEXT.offered(meal), when: minutes === 0 ? until : whenWords(thing, now) }
  if (phase === 'coming') {
    if (!waitsAtWindow(order.status)) return { what: HOME_TEXT.onWay(meal), when: until }
    return { what: HOME_TEXT.comes(meal), when: minutes === 0 ? until : whenWords(thing, now) }
  }
  return { what: HOME_TEXT.next(meal), when: whenWords(thing, now) }
}

function whenWords({ order, minutes }: NextThing, now: Date): string {
  if (minutes <= COUNTED_MINUTES) return HOME_TEXT.inMinutes(minutes)
  return `${dayText(order.day, businessDayOf(now))} ${clockText(collectFrom(order))}`
}
