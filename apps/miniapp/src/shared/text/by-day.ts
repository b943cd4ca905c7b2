import type { Instant } from '@wanli/contracts/time'
import { businessDayOf, dayText, weekdayText } from '@wanli/kernel/shanghai-time'

/** Things of one Shanghai day, with the day as a heading says it. */
export interface DayGroup<Item> {
  day: string
  heading: string
  items: Item[]
}

/** Groups a list by Shanghai day and keeps its order; days come in the order in which they are first met. */
export function groupByDay<Item extends { createdAt: Instant }>(items: readonly Item[], now: Date): DayGroup<Item>[] {
  const today = businessDayOf(now)
  const groups: DayGroup<Item>[] = []
  for (const item of items) {
    const day = businessDayOf(new Date(item.createdAt))
    const known = groups.find((group) => group.day === day)
    if (known) known.items.push(item)
    else groups.push({ day, heading: `${dayText(day, today)} ${weekdayText(day)}`, items: [item] })
  }
  return groups
}
