import type { SittingBrief } from '@wanli/contracts/canteen'
import { MEAL_TEXT } from '@/shared/text/when'
import { COUNTER_TEXT as TEXT } from '../counter-text'

/** Why a counter sells nothing more today, in words: `off` is why the canteen serves no meal at all, null when it serves one. */
export function whyNothing(
  meals: readonly Pick<SittingBrief, 'meal' | 'serving' | 'closedReason'>[],
  off: string | null,
  now: Date,
): { title: string; text: string } {
  if (off !== null) return { title: TEXT.offToday, text: off }
  if (meals.length === 0) return { title: TEXT.notPublished, text: TEXT.notPublishedText }
  // Meals that are closed for one reason are told in one breath.
  const mealsOf = new Map<string, string[]>()
  for (const { meal, closedReason, serving } of meals)
    if (closedReason !== null && new Date(serving.to) > now)
      mealsOf.set(closedReason, [...(mealsOf.get(closedReason) ?? []), MEAL_TEXT[meal]])
  const closed = [...mealsOf].map(([reason, names]) => TEXT.closedMeal(names.join('、'), reason))
  const title = meals.every(({ closedReason }) => closedReason !== null) ? TEXT.offToday : TEXT.noSitting
  return { title, text: closed.length > 0 ? closed.join('；') : TEXT.noSittingText }
}
