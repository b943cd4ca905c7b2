import type { MenuChange, MenuMealView, MenuWeekView } from '@wanli/contracts/menus'
import type { ForecastDish } from '@wanli/contracts/manage'
import {
  byMeal,
  changeText,
  copiedText,
  isDraftAsShown,
  isSameMeal,
  losersText,
  plannedText,
  withForecast,
  withMeal,
} from './menu-week'

const dish = {
  dishId: 'fish',
  name: '红烧鱼',
  picture: 'dish-01',
  kind: '荤' as const,
  retired: false,
  soldHalves: 3,
  portions: 30,
  keptPortions: 10,
  listFen: 1250,
  halfFen: 700,
}
const lunch: MenuMealView = {
  day: '2026-11-25',
  meal: 'lunch',
  state: 'served',
  reason: null,
  sittingId: null,
  changed: false,
  dishes: [dish],
}
const week = { meals: [lunch, { ...lunch, meal: 'dinner' }] } as MenuWeekView
const change = (more: Partial<MenuChange>): MenuChange => ({
  kind: 'portions',
  day: '2026-11-25',
  meal: 'lunch',
  dishId: 'fish',
  dishName: '红烧鱼',
  before: 30,
  after: 40,
  orders: 0,
  ...more,
})

it('changes one meal and leaves the others', () => {
  const meals = withMeal(week, { day: '2026-11-25', meal: 'dinner', dishes: [] })
  expect(meals.map(({ meal, dishes }) => [meal, dishes.length])).toEqual([
    ['lunch', 1],
    ['dinner', 0],
  ])
})

it('follows the forecast on its day only', () => {
  const forecast = { dishId: 'fish', meal: 'lunch', portions: 8 } as ForecastDish
  const [changed, other] = withForecast(week, '2026-11-25', [forecast])
  expect(changed?.dishes[0]).toMatchObject({ portions: 8 })
  expect(other?.dishes[0]).toMatchObject({ portions: 30, keptPortions: 10 })
})

it.each([
  [27, 9, 21, 7],
  [27, 9, 30, 10],
  [30, 10, 8, 3],
  [30, 30, 8, 8],
  [30, 0, 8, 0],
  [27, 9, 27, 9],
])('of %i portions with %i put aside makes %i with %i: elders keep their share', (portions, kept, then, thenKept) => {
  const fish = { ...dish, portions, keptPortions: kept }
  const forecast = { dishId: 'fish', meal: 'lunch', portions: then } as ForecastDish
  const written = { meals: [{ ...lunch, dishes: [fish] }] } as MenuWeekView
  const [changed] = withForecast(written, lunch.day, [forecast])
  expect(changed?.dishes[0]).toMatchObject({ portions: then, keptPortions: thenKept })
})

it('says what the menu has, and the draft where it is not published yet', () => {
  const planned = (menuPortions: number | null, draftPortions: number | null) =>
    plannedText({ menuPortions, draftPortions } as ForecastDish)
  expect([planned(27, 27), planned(27, 21), planned(27, null), planned(null, 12)]).toEqual([
    '菜单 27',
    '菜单 27，草稿 21',
    '菜单 27，草稿里撤了',
    '草稿 12',
  ])
})

it('says changes in words, meal by meal', () => {
  expect(changeText(change({}))).toBe('「红烧鱼」30 份 → 40 份')
  expect(changeText(change({ kind: 'price', before: 1200, after: 1400 }))).toBe('「红烧鱼」¥12.00 → ¥14.00')
  expect(changeText(change({ kind: 'half_price', before: 700, after: null }))).toBe('「红烧鱼」小份 ¥7.00 → 没有')
  expect(byMeal([change({}), change({ kind: 'kept' }), change({ meal: 'dinner' })]).map((one) => one.title)).toEqual([
    '周三 午餐',
    '周三 晚餐',
  ])
})

it('names the orders that lose a dish, and of many how many there are', () => {
  const loser = (n: number, dishIds = ['fish']) => ({
    orderId: `order-${n}`,
    pickupNumber: `A00${n}`,
    day: '2026-11-25',
    meal: 'lunch' as const,
    dishIds,
  })
  const removed = change({ kind: 'dish_removed' })
  expect(losersText(removed, [loser(1), loser(2, ['rice']), loser(3), { ...loser(4), meal: 'dinner' }])).toBe(
    'A001、A003',
  )
  const many = Array.from({ length: 10 }, (_, n) => loser(n))
  expect(losersText(removed, many)).toBe('A000、A001、A002、A003、A004、A005、A006、A007 等 10 单')
  expect(losersText(change({}), many)).toBe('')
})

it('knows whether somebody wrote a meal in between, whatever became of the others', () => {
  const supper = { day: '2026-11-25', meal: 'dinner' as const }
  const other = {
    meals: [
      { ...lunch, dishes: [] },
      { ...lunch, meal: 'dinner', changed: true },
    ],
  } as unknown as MenuWeekView
  expect([isSameMeal(week, other, supper), isSameMeal(week, other, lunch)]).toEqual([true, false])
})

it('says once why a dish was left out of many meals', () => {
  const skipped = { day: '2026-11-25', meal: 'lunch' as const, dishName: '盐水鸭', why: 'retired' as const }
  expect(copiedText(3, [skipped, { ...skipped, meal: 'dinner' }, { ...skipped, dishName: null, why: 'closed' }])).toBe(
    '照搬了 3 餐。没搬：周三午餐不开餐，「盐水鸭」停用了',
  )
})

it('says how many meals a copy filled, and how many it found there and left', () => {
  const left = { day: '2026-11-25', meal: 'lunch' as const, dishName: null, why: 'drafted' as const }
  const two = [left, { ...left, meal: 'dinner' as const, why: 'published' as const }]
  expect(copiedText(4, two)).toBe('照搬了 4 餐，2 餐已经排过，没有动')
  expect(copiedText(0, two)).toBe('没有照搬，2 餐已经排过，没有动')
  expect(copiedText(4, [])).toBe('照搬了 4 餐')
})

it('knows whether somebody wrote the draft of a day since the forecast was looked at', () => {
  const shown = (draftPortions: number | null) =>
    isDraftAsShown(week, '2026-11-25', [{ dishId: 'fish', meal: 'lunch', draftPortions } as ForecastDish])
  expect([shown(30), shown(31), shown(null)]).toEqual([true, false, false])
  const gone = { dishId: 'duck', meal: 'lunch', draftPortions: null } as ForecastDish
  expect(isDraftAsShown(week, '2026-11-25', [gone])).toBe(true)
})
