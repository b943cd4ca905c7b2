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
  const closed = meals.find(({ closedReason, serving }) => closedReason !== null && new Date(serving.to) > now)
  const text = closed ? TEXT.closedMeal(MEAL_TEXT[closed.meal], closed.closedReason ?? '') : TEXT.noSittingText
  return { title: TEXT.noSitting, text }
}
