import type { MenuMealView } from '@wanli/contracts/menus'
import {
  dishesOf,
  firstLineProblem,
  lineDifferences,
  linesOf,
  newLine,
  problemsOfLines,
  refusalsOfLines,
  type DishLine,
} from './meal-form'

const MEAL: MenuMealView = {
  day: '2026-11-25',
  meal: 'lunch',
  state: 'served',
  reason: null,
  sittingId: null,
  changed: false,
  dishes: [
    {
      dishId: 'fish',
      name: '红烧鱼',
      picture: 'dish-01',
      kind: '荤',
      retired: false,
      soldHalves: 3,
      portions: 27,
      keptPortions: 9,
      listFen: 1250,
      halfFen: 700,
    },
  ],
}
const [FISH] = linesOf(MEAL) as [DishLine]
const RICE = newLine({ id: 'rice', name: '白米饭', picture: 'dish-rice', listFen: 100, halfFen: null }, false)

it('gives back what was typed', () => {
  expect(problemsOfLines([FISH, RICE])).toEqual({})
  expect(dishesOf([FISH, RICE])).toEqual([
    { dishId: 'fish', portions: 27, keptPortions: 9, listFen: 1250, halfFen: 700 },
    { dishId: 'rice', portions: 30, keptPortions: 0, listFen: 100, halfFen: null },
  ])
})

it('puts a part of a new dish aside only where there is a pool', () => {
  const rice = { id: 'rice', name: '白米饭', picture: 'dish-rice', listFen: 100, halfFen: 50 }
  expect([newLine(rice, true).keptPortions, newLine(rice, false).keptPortions]).toEqual(['10', '0'])
})

it.each<[string, Partial<DishLine>, Record<string, string>]>([
  ['no portion of a dish with orders', { portions: '0', keptPortions: '0' }, { 'fish.portions': '少于已订的 1.5 份' }],
  ['fewer portions than a half', { portions: '1', keptPortions: '0' }, { 'fish.portions': '少于已订的 1.5 份' }],
  ['more put aside than there is', { keptPortions: '99' }, { 'fish.keptPortions': '不能多于份数' }],
  ['a 小份 at the price of a whole', { half: '12.5' }, { 'fish.half': '小份要比整份便宜' }],
  ['a price of nothing', { price: '0', half: '50' }, { 'fish.price': '不能是 0', 'fish.half': '小份要比整份便宜' }],
  ['a 小份 for nothing', { half: '0' }, { 'fish.half': '不能是 0' }],
  ['words for numbers', { portions: '', price: '十二' }, { 'fish.portions': '要填数字', 'fish.price': '要填数字' }],
  ['a comma', { half: '7,5' }, { 'fish.half': '要填数字' }],
  ['a minus', { keptPortions: '-1' }, { 'fish.keptPortions': '要填数字' }],
])('says at the field that there is %s', (_, typed, problems) => {
  expect(problemsOfLines([{ ...FISH, ...typed }, RICE])).toEqual(problems)
})

it('wants at least one portion of what nobody has ordered', () => {
  expect(problemsOfLines([FISH, { ...RICE, portions: '0' }])).toEqual({ 'rice.portions': '至少做 1 份' })
})

it('sells no 小份 where none is typed', () => {
  expect(dishesOf([{ ...FISH, half: ' ' }])[0]?.halfFen).toBeNull()
})

it('names the dish and the field of the first problem, in the order of the form', () => {
  const lines = [FISH, RICE]
  const problems = problemsOfLines([
    { ...FISH, keptPortions: '99' },
    { ...RICE, portions: '0' },
  ])
  expect(firstLineProblem(problems, lines)).toBe('红烧鱼，留给长者：不能多于份数')
  expect(firstLineProblem({}, lines)).toBe('')
  expect(firstLineProblem({ meal: '许大勺 10:00 改过了' }, lines)).toBe('许大勺 10:00 改过了')
})

it('puts what the server says of a field at that field, and of another meal under its own path', () => {
  const fields = [
    { path: 'meals.4.dishes.1.listFen', rule: 'max', message: '太贵了' },
    { path: 'meals.5.dishes.0.halfFen', rule: 'below_list', message: '小份要比一份便宜' },
  ]
  expect(refusalsOfLines(fields, 4, [FISH, RICE])).toEqual({
    'rice.price': '太贵了',
    'meals.5.dishes.0.halfFen': '小份要比一份便宜',
  })
})

it('names the dishes that two people wrote differently', () => {
  expect(lineDifferences([FISH, RICE], [{ ...FISH, portions: '30' }])).toEqual(['红烧鱼', '白米饭'])
  expect(lineDifferences([FISH, RICE], [RICE, FISH])).toEqual([])
})
