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
