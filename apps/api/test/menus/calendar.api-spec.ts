import type { OrderView } from '@wanli/contracts/canteen'

import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'

import { cookOf, DISH, draft, NEXT_MONDAY, onMenu, publish, spareDish, THIS_MONDAY, weekOf } from './kitchen-table.js'

let app: TestApp
let lunch: Lunch
let cook: Api

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  cook = await cookOf(lunch)
})

const order = async (api: Api): Promise<OrderView> =>
  ok(await api.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() }))
const balance = async (api: Api): Promise<number> => (await api.call('GET /wallet')).reply.balanceFen

describe('copying last week', () => {
  it('takes all of it but what is retired, closed, not served or published, and says so', async () => {
    const chicken = await spareDish(cook, '葱油鸡')
    const duck = await spareDish(cook, '盐水鸭')
    const tuesday = '2026-11-24'
    await draft(cook, THIS_MONDAY, [
      { day: tuesday, meal: 'lunch', dishes: [onMenu(chicken), onMenu(duck, { portions: 12 })] },
      { day: '2026-11-25', meal: 'lunch', dishes: [onMenu(chicken)] },
    ])
    await publish(cook, THIS_MONDAY)
    await cook.call('POST /menus/dishes/:id/retire', { params: { id: chicken } })
    await cook.call('POST /menus/closings', {
      body: { day: '2026-12-02', meal: 'lunch', reason: '换灶台' },
      idempotencyKey: newKey(),
    })
    await lunch.make.lunch(lunch.canteen.id, { day: NEXT_MONDAY })
    const { reply } = await cook.call('POST /menus/weeks/:monday/copy', {
      params: { monday: NEXT_MONDAY },
      body: { revision: 0 },
      idempotencyKey: newKey(),
    })
    expect(reply.copiedMeals).toBe(1)
    expect(reply.skipped).toEqual([
      { day: NEXT_MONDAY, meal: 'lunch', dishName: null, why: 'published' },
      { day: '2026-12-01', meal: 'lunch', dishName: '葱油鸡', why: 'retired' },
      { day: '2026-12-02', meal: 'lunch', dishName: null, why: 'closed' },
    ])
    const copied = reply.week.meals.filter(({ dishes }) => dishes.length > 0)
    expect(copied.map(({ day, dishes }) => [day, dishes.map(({ name, portions }) => [name, portions])])).toEqual([
      // At the price that the catalogue has now.
      ['2026-12-01', [['盐水鸭', 12]]],
    ])
    expect(copied[0]?.dishes[0]?.listFen).toBe(DISH.listFen)
    expect(reply.week).toMatchObject({ revision: 1, version: 0 })
  })

  it('has nothing to copy from an empty week', async () => {
    const copy = { params: { monday: '2026-12-14' }, body: { revision: 0 }, idempotencyKey: newKey() }
    expect(refusalOf(await cook.call('POST /menus/weeks/:monday/copy', copy))).toBe('409 menus.nothing_to_copy')
  })
})

describe('the calendar', () => {
  const month = async (text: string) => (await cook.call('GET /menus/calendar', { query: { month: text } })).reply

  it('marks holidays and the weekend days that are worked for them', async () => {
    const october = await month('2026-10')
    expect([october.isKnown, october.source]).toEqual([true, '国办发明电〔2025〕7号'])
    const kinds = new Map(october.days.map(({ day, kind, name }) => [day, [kind, name]]))
    expect(kinds.get('2026-10-07')).toEqual(['holiday', '国庆节'])
    expect(kinds.get('2026-10-08')).toEqual(['workday', null])
    expect(kinds.get('2026-10-10')).toEqual(['makeup_workday', '国庆节'])
    expect(kinds.get('2026-10-11')).toEqual(['weekend', null])
    expect((await month('2027-05')).isKnown).toBe(false)
  })

  it('closes a meal that is not published, so that it is not, and opens it again', async () => {
    const body = { day: NEXT_MONDAY, meal: 'lunch' as const, reason: '换灶台' }
    expect((await cook.call('POST /menus/closings', { body, idempotencyKey: newKey() })).reply).toEqual({
      cancelled: 0,
      refundedFen: 0,
    })
    expect(await weekOf(cook, NEXT_MONDAY)).toMatchObject({ revision: 0, version: 0, published: null })
    expect(refusalOf(await publish(cook, NEXT_MONDAY))).toBe('409 menus.nothing_to_publish')
    const dishes = [onMenu(lunch.meat.dishId)]
    await draft(cook, NEXT_MONDAY, [{ day: NEXT_MONDAY, meal: 'lunch', dishes }])
    expect(refusalOf(await publish(cook, NEXT_MONDAY))).toBe('409 menus.nothing_to_publish')
    const again = await cook.call('POST /menus/closings', { body, idempotencyKey: newKey() })
    expect(again.problem).toMatchObject({ code: 'menus.meal_closed', params: { reason: '换灶台' } })
    const meal = (await month('2026-11')).days.find(({ day }) => day === NEXT_MONDAY)?.meals[1]
    expect(meal).toMatchObject({ state: 'closed', reason: '换灶台', sittingId: null })
    const params = { id: meal!.closingId! }
    expect((await cook.call('DELETE /menus/closings/:id', { params })).status).toBe(200)
    expect((await publish(cook, NEXT_MONDAY)).reply.changes).toMatchObject([{ kind: 'meal_added' }])
    expect(refusalOf(await cook.call('DELETE /menus/closings/:id', { params }))).toBe('404 menus.closing_not_found')
  })

  it('ends nothing when the tap that closed it comes again, and it is served after all by then', async () => {
    const close = { body: { day: NEXT_MONDAY, meal: 'lunch' as const, reason: '换灶台' }, idempotencyKey: newKey() }
    const first = await cook.call('POST /menus/closings', close)
    const closed = (await month('2026-11')).days.find(({ day }) => day === NEXT_MONDAY)?.meals[1]
    await cook.call('DELETE /menus/closings/:id', { params: { id: closed!.closingId! } })
    await draft(cook, NEXT_MONDAY, [{ day: NEXT_MONDAY, meal: 'lunch', dishes: [onMenu(lunch.meat.dishId)] }])
    await publish(cook, NEXT_MONDAY)
    const query = { canteenId: lunch.canteen.id, day: NEXT_MONDAY }
    const resident = lunch.api.as((await lunch.make.person()).id)
    const [brief] = (await resident.call('GET /canteen/sittings', { query })).reply.items
    const sitting = (await resident.call('GET /canteen/sittings/:id', { params: { id: brief!.id } })).reply
    const lines = [{ offerId: sitting.offers[0]!.id, quantity: 1 }]
    const body = lunch.body({ sittingId: sitting.id, slotId: sitting.slots[0]!.id, lines })
    const placed = await resident.call('POST /canteen/orders', { body, idempotencyKey: newKey() })
    const again = await cook.call('POST /menus/closings', close)
    expect([again.status, again.reply]).toEqual([first.status, first.reply])
    const { status } = (await resident.call('GET /canteen/orders/:id', { params: { id: placed.reply.id } })).reply
    expect([status, await balance(resident)]).toEqual(['paid', 8_800])
  })

  it('closes a published meal: everybody is refunded, and the calendar said how many', async () => {
    const resident = lunch.api.as((await lunch.make.person()).id)
    await order(resident)
    const meal = (await month('2026-11')).days.find(({ day }) => day === THIS_MONDAY)?.meals[1]
    expect(meal).toMatchObject({ state: 'served', orders: 1, standing: 1, sittingId: lunch.sitting.id })
    const body = { day: THIS_MONDAY, meal: 'lunch' as const, reason: '停水', standing: 1 }
    const { reply } = await cook.call('POST /menus/closings', { body, idempotencyKey: newKey() })
    expect(reply).toEqual({ cancelled: 1, refundedFen: 1200 })
    expect(await balance(resident)).toBe(10_000)
    expect((await month('2026-11')).days.find(({ day }) => day === THIS_MONDAY)?.meals[1]).toMatchObject({
      state: 'closed',
      reason: '停水',
      orders: 0,
    })
  })

  it('closes no meal with more orders than were shown, and says how many there are; what was handed over is none of them', async () => {
    const apis = await Promise.all([0, 1, 2].map(async () => lunch.api.as((await lunch.make.person()).id)))
    const [first, second, third] = apis as [Api, Api, Api]
    await order(first)
    const body = { day: THIS_MONDAY, meal: 'lunch' as const, reason: '停水', standing: 1 }
    const close = (standing?: number) =>
      cook.call('POST /menus/closings', { body: { ...body, standing }, idempotencyKey: newKey() })
    // Between the look and the tap somebody else orders.
    await order(second)
    const refused = await close(1)
    expect(refusalOf(refused)).toBe('409 menus.more_standing')
    expect(refused.problem.detail).toBe('又有人订了，周一午餐现在有 2 单要退。还没有停，看过再按一次')
    expect(refusalOf(await close())).toBe('409 menus.more_standing')
    expect([await balance(first), await balance(second)]).toEqual([8_800, 8_800])
    // Who has their meal keeps it.
    const { pickupCode } = await order(third)
    app.clock.set('2026-11-23T11:40:00+08:00')
    const handOver = { body: { code: pickupCode ?? '' }, idempotencyKey: newKey() }
    expect((await cook.call('POST /canteen/pickups', handOver)).status).toBe(200)
    const meal = (await month('2026-11')).days.find(({ day }) => day === THIS_MONDAY)?.meals[1]
    expect(meal).toMatchObject({ orders: 3, standing: 2 })
    expect((await close(meal?.standing)).reply).toMatchObject({ cancelled: 2 })
    expect(await Promise.all(apis.map(balance))).toEqual([10_000, 10_000, 8_800])
  })

  it('does not close what is over', async () => {
    const body = { day: '2026-11-20', meal: 'lunch' as const, reason: '停水' }
    expect(refusalOf(await cook.call('POST /menus/closings', { body, idempotencyKey: newKey() }))).toBe(
      '409 menus.meal_over',
    )
  })

  it('follows the canteen’s rule for weekends, and serves a made-up workday', async () => {
    const [plan] = (await cook.call('GET /menus/meals', { query: {} })).reply.items.filter(
      ({ meal }) => meal === 'dinner',
    )
    const { meal: _meal, ...body } = { ...plan!, servesWeekend: false }
    await cook.call('PUT /menus/meals/:meal', { params: { meal: 'dinner' }, query: {}, body })
    const days = (await month('2026-11')).days
    const state = (day: string) => days.find((one) => one.day === day)?.meals[2]
    expect(state('2026-11-28')).toMatchObject({ state: 'not_served', reason: '周末不开' })
    app.clock.set('2026-02-01T02:00:00.000Z')
    const makeup = (await month('2026-02')).days.find(({ day }) => day === '2026-02-28')
    expect(makeup).toMatchObject({ kind: 'makeup_workday', meals: [{}, {}, { state: 'served' }] })
  })

  it('keeps the times of a meal in order', async () => {
    const [plan] = (await cook.call('GET /menus/meals', { query: {} })).reply.items
    const { meal, ...body } = { ...plan!, servingFrom: '12:00', servingTo: '11:00' }
    const answer = await cook.call('PUT /menus/meals/:meal', { params: { meal }, query: {}, body })
    expect(refusalOf(answer)).toBe('422 request.invalid')
    expect(answer.problem.fields?.map(({ path }) => path)).toContain('servingTo')
  })
})
