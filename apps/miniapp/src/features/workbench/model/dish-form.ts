import type { DishKind, Meal } from '@wanli/contracts/canteen'
import type { CatalogueDishView, DishRequest, DishStation } from '@wanli/contracts/menus'
import { MENUS_TEXT } from '../menus-text'
import { fenOfYuan, typedYuan } from './yuan'

const TEXT = MENUS_TEXT.dishes

/** Names of nutrition figures, in the order they are asked for. */
export const NUTRIENTS = ['kcal', 'proteinG', 'fatG', 'carbohydrateG', 'sodiumMg'] as const

/** A dish as it is typed. */
export interface DishForm {
  name: string
  kind: DishKind
  picture: string
  meals: Meal[]
  list: string
  half: string
  cost: string
  station: DishStation
  ingredients: string
  allergens: string
  tags: string
  soft: boolean
  lowSalt: boolean
  nutrition: Record<(typeof NUTRIENTS)[number], string>
}

/** What is wrong with a form, by field. */
export type DishProblems = Partial<Record<'name' | 'meals' | 'list' | 'half' | 'cost' | 'nutrition', string>>

/** Drawings a dish may have. */
export const DISH_PICTURES: readonly string[] = [
  ...Array.from({ length: 36 }, (_, index) => `dish-${String(index + 1).padStart(2, '0')}`),
  'dish-rice',
]

/** A dish that nobody has described yet. */
export const NEW_DISH: DishForm = {
  name: '',
  kind: '荤',
  picture: 'dish-01',
  meals: ['lunch', 'dinner'],
  list: '',
  half: '',
  cost: '',
  station: 'hot',
  ingredients: '',
  allergens: '',
  tags: '',
  soft: false,
  lowSalt: false,
  nutrition: { kcal: '', proteinG: '', fatG: '', carbohydrateG: '', sodiumMg: '' },
}

const join = (words: readonly string[]): string => words.join('、')
const split = (text: string): string[] =>
  text
    .split(/[、，,；;\s]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** A dish of the catalogue as it is edited. */
export function formOf(dish: CatalogueDishView): DishForm {
  const { nutrition } = dish
  return {
    name: dish.name,
    kind: dish.kind,
    picture: dish.picture,
    meals: dish.meals,
    list: typedYuan(dish.listFen),
    half: dish.halfFen === null ? '' : typedYuan(dish.halfFen),
    cost: dish.costFen === 0 ? '' : typedYuan(dish.costFen),
    station: dish.station,
    ingredients: join(dish.ingredients),
    allergens: join(dish.allergens),
    tags: join(dish.tags),
    soft: dish.soft,
    lowSalt: dish.lowSalt,
    nutrition: {
      kcal: String(nutrition.kcal),
      proteinG: String(nutrition.proteinG),
      fatG: String(nutrition.fatG),
      carbohydrateG: String(nutrition.carbohydrateG),
      sodiumMg: String(nutrition.sodiumMg),
    },
  }
}

const isAmount = (text: string): boolean => text.trim() === '' || fenOfYuan(text) !== null

/** What has to be put right before a dish can be kept. */
export function problemsOfDish(form: DishForm): DishProblems {
  const list = fenOfYuan(form.list)
  const half = fenOfYuan(form.half)
  const problems: DishProblems = {}
  if (form.name.trim() === '') problems.name = TEXT.nameWrong
  if (form.meals.length === 0) problems.meals = TEXT.mealsWrong
  if (list === null || list === 0) problems.list = TEXT.priceWrong
  if (!isAmount(form.half)) problems.half = TEXT.priceWrong
  else if (half !== null && list !== null && half >= list) problems.half = TEXT.halfWrong
  if (!isAmount(form.cost)) problems.cost = TEXT.priceWrong
  if (NUTRIENTS.some((name) => !/^(\d{1,5}(\.\d)?)?$/.test(form.nutrition[name].trim())))
    problems.nutrition = TEXT.nutritionWrong
  return problems
}

/** The request of a form without problems. */
export function dishOf(form: DishForm): DishRequest {
  const amount = (name: (typeof NUTRIENTS)[number]): number => Number(form.nutrition[name] || '0')
  return {
    name: form.name.trim(),
    kind: form.kind,
    picture: form.picture,
    meals: form.meals,
    listFen: fenOfYuan(form.list) ?? 0,
    halfFen: fenOfYuan(form.half),
    costFen: fenOfYuan(form.cost) ?? 0,
    station: form.station,
    ingredients: split(form.ingredients),
    allergens: split(form.allergens),
    tags: split(form.tags),
    soft: form.soft,
    lowSalt: form.lowSalt,
    nutrition: {
      kcal: amount('kcal'),
      proteinG: amount('proteinG'),
      fatG: amount('fatG'),
      carbohydrateG: amount('carbohydrateG'),
      sodiumMg: amount('sodiumMg'),
    },
  }
}

const LABELS = {
  name: TEXT.name,
  kind: TEXT.kind,
  picture: TEXT.picture,
  meals: TEXT.meals,
  list: TEXT.listFen,
  half: TEXT.halfFen,
  cost: TEXT.costFen,
  station: TEXT.station,
  ingredients: TEXT.ingredients,
  allergens: TEXT.allergens,
  tags: TEXT.tags,
  soft: TEXT.soft,
  lowSalt: TEXT.lowSalt,
  nutrition: TEXT.nutrition,
} as const satisfies Record<keyof DishForm, string>

const NAMES = Object.keys(LABELS) as (keyof DishForm)[]

/** The first words of a label: `一份卖价`, without how it is written. */
const nameOf = (name: keyof DishForm): string => LABELS[name].replace(/[（，].*$/, '')

/** The first problem of a form, with the words that stand at its field: `一份卖价：价钱填数字，比如 12.5`. Empty without problems. */
export function firstDishProblem(problems: DishProblems): string {
  const [first] = Object.entries(problems) as [keyof DishProblems, string][]
  return first === undefined ? '' : `${nameOf(first[0])}：${first[1]}`
}

/** What of two forms is not the same, by name. */
export function dishDifferences(one: DishForm, other: DishForm): string[] {
  return NAMES.filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name])).map(nameOf)
}
