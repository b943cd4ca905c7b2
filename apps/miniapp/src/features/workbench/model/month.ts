import { addDays, daysBetween, weekdayOf } from '@wanli/kernel/shanghai-time'

/** The month of a day, `YYYY-MM`. */
export const monthOf = (day: string): string => day.slice(0, 7)

/** The month `count` months after another. */
export function addMonths(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** Empty places before the first day of a month in a grid whose weeks begin on Monday. */
export const placesBefore = (month: string): number => weekdayOf(`${month}-01`) - 1

/** The days from one to another, both included. */
export function daysFrom(from: string, to: string): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))
}
