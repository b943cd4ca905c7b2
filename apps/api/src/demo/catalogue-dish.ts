import type { DishKind, Meal, Nutrition } from '@wanli/contracts/canteen'

/** A dish as the catalogue file writes it; `id` is also the name of its picture. */
export interface CatalogueDish {
  id: string
  name: string
  kind: DishKind
  meals: Meal[]
  priceFen: number
  halfPriceFen: number | null
  ingredients: string[]
  allergens: string[]
  nutrition: Nutrition
  soft: boolean
  lowSalt: boolean
  tags: string[]
}
