import type { CatalogueDish } from './catalogue-dish.js'

/** What the catalogue of dishes leaves out and no canteen can do without. Nutrition is an estimate for 150 g cooked. */
export const OWN_DISHES: readonly CatalogueDish[] = [
  {
    id: 'dish-rice',
    name: '白米饭',
    kind: '主食',
    meals: ['lunch', 'dinner'],
    priceFen: 100,
    halfPriceFen: 50,
    ingredients: ['大米', '水'],
    allergens: [],
    nutrition: { kcal: 174, proteinG: 3.9, fatG: 0.5, carbohydrateG: 38.9, sodiumMg: 4 },
    soft: true,
    lowSalt: true,
    tags: ['现煮'],
  },
]
