import type { ChangeMealPlanRequest } from '@wanli/contracts/menus'

import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setLunch, type Lunch } from '../support/lunch.js'

import { cookOf, DISH, NEXT_MONDAY, spareDish, THIS_MONDAY } from './kitchen-table.js'

let app: TestApp
let lunch: Lunch
let sun: Api
let xu: Api

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  sun = await cookOf(lunch, '孙大勺')
  xu = await cookOf(lunch, '许大勺')
})

describe('a dish that two cooks have open', () => {
  let id: string
  beforeEach(async () => {
    id = await spareDish(sun, '葱油鸡')
  })
  const save = (cook: Api, change: Partial<typeof DISH>, revision: number) =>
    cook.call('PUT /menus/dishes/:id', { params: { id }, body: { ...DISH, ...change, revision } })
  const shown = async () =>
    (await sun.call('GET /menus/dishes', { query: {} })).reply.items.find((dish) => dish.id === id)

  it.each([
    ['孙大勺', '许大勺'],
    ['许大勺', '孙大勺'],
  ])('keeps what %s saved first, and tells %s who it was and when', async (first) => {
    const [one, other] = first === '孙大勺' ? [sun, xu] : [xu, sun]
    expect((await save(one, { name: '葱油鸡', listFen: 1500 }, 1)).status).toBe(200)
    app.clock.set('2026-11-24T02:05:00.000Z')
    const late = await save(other, { name: '葱油鸡', costFen: 700 }, 1)
    expect(refusalOf(late)).toBe('409 menus.dish_changed')
    expect(late.problem.detail).toBe(`${first} 昨天 10:00 改过「葱油鸡」，请先看看`)
    expect(await shown()).toMatchObject({ listFen: 1500, costFen: DISH.costFen, revision: 2 })
    // Whoever has seen it may write over it, and that is told in turn.
    expect((await save(other, { name: '葱油鸡', costFen: 700 }, 2)).reply).toMatchObject({ costFen: 700, revision: 3 })
    expect(refusalOf(await save(one, { name: '葱油鸡', listFen: 1600 }, 2))).toBe('409 menus.dish_changed')
  })

  it('is said to be as somebody wants it when it is: the same word of a colleague, or a tap whose answer was lost', async () => {
    await save(sun, { name: '葱油鸡', listFen: 1500 }, 1)
    const again = await save(sun, { name: '葱油鸡', listFen: 1500 }, 1)
    expect([again.status, again.reply.revision]).toEqual([200, 2])
  })

  it('is not changed by who does not say which they saw', async () => {
    const body = { ...DISH, listFen: 1500 }
    expect(refusalOf(await sun.raw('PUT /menus/dishes/:id', { params: { id }, body }))).toBe('422 request.invalid')
    const zero = { ...body, revision: 0 }
    expect(refusalOf(await sun.raw('PUT /menus/dishes/:id', { params: { id }, body: zero }))).toBe(
      '422 request.invalid',
    )
  })

  it('keeps its words when a colleague retires it meanwhile, and stays retired', async () => {
    await xu.call('POST /menus/dishes/:id/retire', { params: { id } })
    const { reply } = await save(sun, { name: '葱油鸡', listFen: 1500 }, 1)
    expect([reply.listFen, reply.retiredAt !== null]).toEqual([1500, true])
  })
})

describe('the times of a meal that two managers have open', () => {
  const plan = async (): Promise<ChangeMealPlanRequest> => {
    const { items } = (await sun.call('GET /menus/meals', { query: {} })).reply
    const { meal: _meal, ...one } = items.find(({ meal }) => meal === 'lunch')!
    return one
  }
  const save = (cook: Api, body: ChangeMealPlanRequest) =>
    cook.call('PUT /menus/meals/:meal', { params: { meal: 'lunch' }, query: {}, body })

  it('are kept as the first saved them, and the second is told who it was and when', async () => {
    const seen = await plan()
    expect(seen.revision).toBe(0)
    expect((await save(xu, { ...seen, slotCapacity: 30 })).reply).toMatchObject({ slotCapacity: 30, revision: 1 })
    const late = await save(sun, { ...seen, slotMinutes: 15 })
    expect(refusalOf(late)).toBe('409 menus.plan_changed')
    expect(late.problem.detail).toBe('许大勺 今天 10:00 改过午餐的时间，请先看看')
    expect(await plan()).toMatchObject({ slotCapacity: 30, slotMinutes: 10, revision: 1 })
    expect((await save(sun, { ...seen, slotMinutes: 15, revision: 1 })).reply.revision).toBe(2)
    expect(await plan()).toMatchObject({ slotCapacity: 24, slotMinutes: 15, revision: 2 })
    expect(refusalOf(await save(xu, { ...seen, slotCapacity: 40, revision: 1 }))).toBe('409 menus.plan_changed')
  })

  it('are as somebody wants them when they are', async () => {
    const seen = await plan()
    await save(xu, { ...seen, slotCapacity: 30 })
    const again = await save(sun, { ...seen, slotCapacity: 30 })
    expect([again.status, again.reply.revision]).toEqual([200, 1])
  })

  it('are not of a future that nobody has seen', async () => {
    expect(refusalOf(await save(xu, { ...(await plan()), slotCapacity: 30, revision: 7 }))).toBe(
      '409 menus.plan_changed',
    )
  })
})

describe('a meal that two managers close', () => {
  const close = (cook: Api, day: string, reason: string) =>
    cook.call('POST /menus/closings', { body: { day, meal: 'lunch', reason }, idempotencyKey: newKey() })

  it.each([
    ['that is published', THIS_MONDAY, '周一午餐'],
    ['that is not', NEXT_MONDAY, '周一午餐'],
  ])('%s is closed by the first, and the second is told who, when and why', async (_, day, meal) => {
    expect((await close(xu, day, '停水停电')).status).toBe(200)
    const late = await close(sun, day, '设备检修')
    expect(refusalOf(late)).toBe('409 menus.meal_closed')
    expect(late.problem.detail).toBe(`许大勺 今天 10:00 已经把${meal}停了：停水停电`)
  })
})
