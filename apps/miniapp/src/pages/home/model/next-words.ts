import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { HOME_TEXT } from '../text'
import { collectFrom, type NextThing } from './next-thing.rules'

/** Above this many minutes a clock says more than a count. */
const COUNTED_MINUTES = 90

/** The two ends of the card's first line: what it is, and when. `meal` already says whose. */
export function nextWords(thing: NextThing, meal: string, now: Date): { what: string; when: string } {
  const { order, phase, minutes } = thing
  if (phase === 'unpaid') return { what: HOME_TEXT.unpaid(meal), when: HOME_TEXT.unpaidSoon }
  if (phase === 'ending') return { what: HOME_TEXT.ending(meal), when: HOME_TEXT.waitsFor(minutes) }
  if (phase === 'ready')
    return { what: HOME_TEXT.ready(meal), when: HOME_TEXT.waitsUntil(clockText(new Date(order.serving.to))) }
  const soon = minutes <= COUNTED_MINUTES
  const when = soon
    ? HOME_TEXT.inMinutes(minutes)
    : `${dayText(order.day, businessDayOf(now))} ${clockText(collectFrom(order))}`
  return { what: HOME_TEXT.next(meal), when }
}
