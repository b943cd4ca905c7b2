import type { Meal } from '@wanli/contracts/canteen'

/** What is to be expected of a meal of a day, as long as no menu was published for it. */
export interface MealOutlook {
  canteenId: string
  day: string
  meal: Meal
  /** Why the canteen does not serve it: somebody closed it, or it is a day off; null when only the menu is missing. */
  off: 'closed' | 'holiday' | 'weekend' | null
  /** The same in words; empty when only the menu is missing. */
  reason: string
  /** When the kitchen would count it. */
  freezeAt: Date
}

/**
 * Why a day has no meal at all: every meal that was published is closed, or none was and each is off; null when one is served, or its
 * menu may still come.
 */
export function offOf(
  sittings: readonly { closedReason: string | null }[],
  outlooks: readonly MealOutlook[],
): string | null {
  const [first] = sittings
  if (first !== undefined)
    return sittings.every(({ closedReason }) => closedReason !== null) ? first.closedReason : null
  if (!outlooks.every(({ off }) => off !== null)) return null
  // What somebody closed has a reason of its own, which says more than the rule of the day.
  const [why] = [...outlooks].sort((a, b) => Number(b.off === 'closed') - Number(a.off === 'closed'))
  return why?.reason ?? null
}
