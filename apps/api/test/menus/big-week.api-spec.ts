import type { MenuDish, MenuMeal } from '@wanli/contracts/menus'
import { addDays } from '@wanli/kernel/shanghai-time'

import { newId } from '../../src/common/new-id.js'
import { Dish } from '../../src/canteen/dish.entity.js'
import { insertRows } from '../../src/database/bulk.js'
import { newKey, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'

import { cookOf, draft, NEXT_MONDAY, onMenu, publish, weekOf } from './kitchen-table.js'

/** As many as a meal may have. */
const DISHES = 40
const MEALS = ['breakfast', 'lunch', 'dinner'] as const

let app: TestApp
let lunch: Lunch
let cook: Api
let dishIds: string[]

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  cook = await cookOf(lunch)
  const { manager } = app.dataSource
  const like = await manager.findOneByOrFail(Dish, { id: lunch.meat.dishId })
  const dishes = [...Array(DISHES).keys()].map((n) =>
    Object.assign(new Dish(), like, { id: newId(), name: `香泉食堂的红烧狮子头配菜${String(n).padStart(2, '0')}` }),
  )
  dishIds = dishes.map(({ id }) => id)
  await insertRows(manager, Dish, dishes)
})

const week = (monday: string, change: Partial<MenuDish> = {}): MenuMeal[] =>
  [0, 1, 2, 3, 4, 5, 6].flatMap((n) =>
    MEALS.map((meal) => ({ day: addDays(monday, n), meal, dishes: dishIds.map((id) => onMenu(id, change)) })),
  )

it('a week of as many dishes as a menu may have is drafted, published, changed throughout and copied', async () => {
  expect((await draft(cook, NEXT_MONDAY, week(NEXT_MONDAY))).status).toBe(200)
  ok(await publish(cook, NEXT_MONDAY))
  const dearer = { portions: 40, keptPortions: 5, listFen: 1300, halfFen: 750 }
  expect((await draft(cook, NEXT_MONDAY, week(NEXT_MONDAY, dearer))).status).toBe(200)
  expect(ok(await publish(cook, NEXT_MONDAY)).changes).toHaveLength(21 * DISHES * 4)
  const after = addDays(NEXT_MONDAY, 7)
  const { revision } = await weekOf(cook, after)
  const copy = { params: { monday: after }, body: { revision }, idempotencyKey: newKey() }
  const copied = ok(await cook.call('POST /menus/weeks/:monday/copy', copy))
  expect(copied.copiedMeals).toBe(21)
  expect((await cook.call('POST /menus/weeks/:monday/copy', copy)).reply).toEqual(copied)
})
