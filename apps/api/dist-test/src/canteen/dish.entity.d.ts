import type { DishKind, Meal, Nutrition } from '@wanli/contracts/canteen'
/** A dish of a canteen's catalogue. Prices are list prices of one portion; `halfFen` is null when there is no 小份. */
export declare class Dish {
  id: string
  canteenId: string
  name: string
  kind: DishKind
  picture: string
  meals: Meal[]
  listFen: number
  halfFen: number | null
  ingredients: string[]
  allergens: string[]
  nutrition: Nutrition
  soft: boolean
  lowSalt: boolean
  tags: string[]
}
