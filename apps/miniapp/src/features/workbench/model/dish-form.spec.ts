import type { CatalogueDishView } from '@wanli/contracts/menus'
import { dishDifferences, dishOf, firstDishProblem, formOf, NEW_DISH, problemsOfDish } from './dish-form'

const DISH: CatalogueDishView = {
  id: 'd',
  name: '葱油鸡',
  kind: '荤',
  picture: 'dish-07',
  meals: ['lunch'],
  ingredients: ['鸡', '葱'],
  allergens: [],
  nutrition: { kcal: 320, proteinG: 28, fatG: 18.5, carbohydrateG: 4, sodiumMg: 520 },
  soft: true,
  lowSalt: false,
  tags: ['招牌'],
  listFen: 1400,
  halfFen: 800,
  costFen: 760,
  station: 'steam',
  revision: 1,
  retiredAt: null,
}

it('gives back the dish that it was filled with', () => {
  const { id: _id, retiredAt: _retiredAt, revision: _revision, ...request } = DISH
  expect(dishOf(formOf(DISH))).toEqual(request)
})

it('takes lists with any mark between their words', () => {
  expect(dishOf({ ...formOf(DISH), ingredients: '鸡, 葱；姜 、' }).ingredients).toEqual(['鸡', '葱', '姜'])
})

it('says of each field what is wrong', () => {
  expect(problemsOfDish({ ...NEW_DISH, meals: [] })).toEqual({
    name: '写一个菜名',
    meals: '至少选一餐',
    list: '价钱填数字，比如 12.5',
  })
  // At the foot of the form, too: the field may stand where nobody looks.
  expect(firstDishProblem(problemsOfDish({ ...NEW_DISH, name: '葱油鸡' }))).toBe('一份卖价：价钱填数字，比如 12.5')
  expect(firstDishProblem({})).toBe('')
  expect(problemsOfDish({ ...formOf(DISH), half: '14' }).half).toBe('小份要比一份便宜')
  expect(problemsOfDish({ ...formOf(DISH), half: '' })).toEqual({})
})

it('names what two people wrote differently', () => {
  const form = formOf(DISH)
  expect(dishDifferences(form, { ...form, list: '15', meals: ['dinner'] })).toEqual(['哪几餐用', '一份卖价'])
  expect(dishDifferences(form, { ...form })).toEqual([])
})
