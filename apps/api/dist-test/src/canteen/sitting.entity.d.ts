import type { Meal } from '@wanli/contracts/canteen'
/** One canteen's meal on one day. `lastPickup` counts the pick-up numbers given out. */
export declare class Sitting {
  id: string
  canteenId: string
  day: string
  meal: Meal
  opensAt: Date
  freezeAt: Date
  cutOffAt: Date
  servingFrom: Date
  servingTo: Date
  lastPickup: number
}
