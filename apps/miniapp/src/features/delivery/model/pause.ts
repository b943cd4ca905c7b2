import type { PauseRequest, Weekday } from '@wanli/contracts/standing'
import { addDays, daysBetween, daysFrom, weekdayOf } from '@wanli/kernel/shanghai-time'

/** How many days a pause is; both ends are in it. */
export const lengthOf = ({ from, to }: PauseRequest): number => daysBetween(from, to) + 1

/** The pause as so many days from its first one on. */
export const withLength = ({ from }: PauseRequest, days: number): PauseRequest => ({
  from,
  to: addDays(from, days - 1),
})

/** The pause begun on another day: as long as it was. */
export const withStart = (pause: PauseRequest, from: string): PauseRequest =>
  withLength({ ...pause, from }, lengthOf(pause))

/** The pause ended on another day, never before it begins. */
export const withEnd = ({ from }: PauseRequest, to: string): PauseRequest => ({ from, to: to < from ? from : to })

const WEEK = 7

/** The first day after the pause on which a standing order of these weekdays brings something again. */
export function firstAfter({ to }: PauseRequest, weekdays: readonly Weekday[]): string {
  const next = addDays(to, 1)
  return daysFrom(next, WEEK).find((day) => weekdays.includes(weekdayOf(day))) ?? next
}
