import type { SampleMeal, SampleView } from '@wanli/contracts/kitchen'
import { businessDayOf, clockText, monthDayText } from '@wanli/kernel/shanghai-time'
import { KITCHEN_TEXT } from '../kitchen-text'

const TEXT = KITCHEN_TEXT.past

/** An instant by its date and clock, as it stands on paper: `11月24日 10:45`. */
export function stampOf(instant: string): string {
  const at = new Date(instant)
  return `${monthDayText(businessDayOf(at))} ${clockText(at)}`
}

/** Dishes of a meal of which a sample counts. */
export const keptCount = ({ dishes }: SampleMeal): number => dishes.filter(({ sample }) => sample !== null).length

/** What became of a box: who took it away and when, or that it stands in the fridge, at `now` perhaps longer than it must. */
export function goneText({ discardedAt, discardedBy, keepUntil }: SampleView, now: Date): string {
  if (discardedAt !== null) return TEXT.goneBy(stampOf(discardedAt), discardedBy ?? '')
  return Date.parse(keepUntil) <= now.getTime() ? TEXT.due : TEXT.stands
}
