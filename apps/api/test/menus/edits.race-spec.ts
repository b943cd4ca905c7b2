import { Dish } from '../../src/canteen/dish.entity.js'
import { MealPlanRow } from '../../src/menus/meal-plan.entity.js'
import type { Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setLunch, type Lunch } from '../support/lunch.js'

import { cookOf, DISH, spareDish } from './kitchen-table.js'

let app: TestApp
let lunch: Lunch
let cooks: Api[]

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  cooks = await Promise.all([...Array(8).keys()].map((n) => cookOf(lunch, `厨师${n}`)))
})

/** Eight who saw the same save at once: how many were taken, and what the others were told. */
async function outcome(answers: Promise<{ status: number; problem: { code?: string } }>[]) {
  const all = await Promise.all(answers)
  const refused = all.filter(({ status }) => status !== 200)
  return { taken: all.length - refused.length, told: [...new Set(refused.map(({ problem }) => problem.code))] }
}

it('takes one of eight changes of a dish that all saw the same', async () => {
  const id = await spareDish(cooks[0]!, '葱油鸡')
  const saves = cooks.map((cook, n) =>
    cook.call('PUT /menus/dishes/:id', { params: { id }, body: { ...DISH, listFen: 1500 + n, revision: 1 } }),
  )
  expect(await outcome(saves)).toEqual({ taken: 1, told: ['menus.dish_changed'] })
  expect(await app.dataSource.manager.findOneByOrFail(Dish, { id })).toMatchObject({ revision: 2 })
})

it.each([
  ['that nobody has set before', 0],
  ['that was set before', 1],
])('takes one of eight changes of the times of a meal %s', async (_, before) => {
  const plan = (await cooks[0]!.call('GET /menus/meals', { query: {} })).reply.items[1]!
  const { meal, ...seen } = plan
  const save = (cook: Api, slotCapacity: number, revision: number) =>
    cook.call('PUT /menus/meals/:meal', { params: { meal }, query: {}, body: { ...seen, slotCapacity, revision } })
  if (before === 1) await save(cooks[0]!, 99, 0)
  expect(await outcome(cooks.map((cook, n) => save(cook, 30 + n, before)))).toEqual({
    taken: 1,
    told: ['menus.plan_changed'],
  })
  const [row] = await app.dataSource.manager.findBy(MealPlanRow, { canteenId: lunch.canteen.id })
  expect(row?.revision).toBe(before + 1)
})
