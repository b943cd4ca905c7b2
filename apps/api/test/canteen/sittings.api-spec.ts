import type { Meal, ServiceDay } from '@wanli/contracts/canteen'

import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok } from '../support/family.js'
import { closing, setLunch, type Lunch } from '../support/lunch.js'

import { cookOf } from '../menus/kitchen-table.js'

let app: TestApp
let lunch: Lunch
let elder: Api

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  elder = lunch.api.as((await lunch.make.elder(82, { name: '王秀珍' })).id)
})

describe('the menu of somebody who has not signed in', () => {
  const look = (api: Api, query: { forPersonId?: string } = {}) =>
    api.call('GET /canteen/sittings/:id', { params: { id: lunch.sitting.id }, query })

  it('is what everybody sees of it, at list prices', async () => {
    const guest = lunch.api
    expect(ok(await guest.call('GET /canteen/canteens')).items).toMatchObject([{ id: lunch.canteen.id }])
    const query = { canteenId: lunch.canteen.id }
    expect(ok(await guest.call('GET /canteen/sittings', { query })).items).toMatchObject([{ id: lunch.sitting.id }])
    const menu = ok(await look(guest))
    expect(menu.offers[0]).toMatchObject({ listFen: 1200, myFen: 1200, half: { listFen: 700, myFen: 700 }, left: 30 })
    expect(menu.basis).toEqual({ eater: null, age: null, percent: 100, reason: '原价，登录后看你的价钱' })
    expect([menu.waitingAhead, menu.actions]).toEqual([null, ['order']])
    const { dish } = menu.offers[0]!
    expect(ok(await guest.call('GET /menus/dishes/:id/rating', { params: { id: dish.id } }))).toEqual({ rating: null })
  })

  it('keeps from them what is put aside for elders', async () => {
    const offer = await lunch.make.offer(lunch.sitting, { name: '蒸蛋', portions: 10, kept: 4 })
    const left = async (api: Api) => ok(await look(api)).offers.find(({ id }) => id === offer.id)?.left
    expect([await left(lunch.api), await left(elder)]).toEqual([6, 10])
  })

  it('shows nobody else’s prices, and takes no order', async () => {
    const { id: forPersonId } = await lunch.make.elder(70)
    expect(refusalOf(await look(lunch.api, { forPersonId }))).toBe('401 auth.required')
    const order = await lunch.api.raw('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() })
    expect(refusalOf(order)).toBe('401 auth.required')
  })

  it('is refused to who shows a token that is not good: the app is to renew it, not to show another price', async () => {
    expect(refusalOf(await look(lunch.api.with('not a token')))).toBe('401 auth.invalid')
    const token = await elder.token()
    app.clock.set('2026-11-23T02:15:00.000Z')
    expect(refusalOf(await look(lunch.api.with(token)))).toBe('401 auth.expired')
  })
})

describe('the menu', () => {
  it('shows what is left and what this eater pays', async () => {
    await elder.call('POST /canteen/orders', {
      body: lunch.body({
        lines: [
          { offerId: lunch.meat.id, quantity: 3 },
          { offerId: lunch.meat.id, quantity: 1, portion: 'half' },
        ],
      }),
      idempotencyKey: newKey(),
    })
    const { reply } = await elder.call('GET /canteen/sittings/:id', { params: { id: lunch.sitting.id } })
    expect(reply.offers[0]).toMatchObject({ listFen: 1200, myFen: 1020, half: { listFen: 700, myFen: 595 }, left: 26 })
    expect(reply.basis).toMatchObject({ percent: 85, reason: '82 岁，80 岁以上 85 折' })
    expect(reply.slots).toEqual([
      { id: lunch.slot.id, from: '2026-11-23T03:40:00.000Z', to: '2026-11-23T03:50:00.000Z', left: 999 },
    ])
    expect(reply.actions).toEqual(['order'])
  })

  it('lists the sittings of a day and of the days ahead, and knows which take orders', async () => {
    await lunch.make.lunch(lunch.canteen.id, { day: '2026-11-24' })
    const { id: canteenId } = lunch.canteen
    const all = await elder.call('GET /canteen/sittings', { query: { canteenId } })
    expect(all.reply.items.map((item) => item.day)).toEqual(['2026-11-23', '2026-11-24'])
    app.clock.set('2026-11-23T03:30:00.000Z')
    const one = await elder.call('GET /canteen/sittings', { query: { canteenId, day: '2026-11-23' } })
    expect(one.reply.items.map((item) => item.actions)).toEqual([[]])
    expect(refusalOf(await elder.call('GET /canteen/sittings', { query: { canteenId: lunch.sitting.id } }))).toBe(
      '404 canteen.not_found',
    )
    const noDay = await elder.call('GET /canteen/sittings', { query: { canteenId, day: '2026-02-30' } })
    expect(refusalOf(noDay)).toBe('422 request.invalid')
    const unknown = await elder.call('GET /canteen/sittings/:id', { params: { id: canteenId } })
    expect(refusalOf(unknown)).toBe('404 canteen.sitting_not_found')
    expect((await elder.call('GET /canteen/canteens')).reply.items).toMatchObject([
      { name: '香泉社区食堂', window: '3 号窗口' },
    ])
  })
})

describe('the days ahead', () => {
  const days = async (): Promise<ServiceDay[]> =>
    ok(await elder.call('GET /canteen/sittings', { query: { canteenId: lunch.canteen.id } })).days

  it('are known by what kind they are, and by name on a holiday', async () => {
    app.clock.set('2026-09-19T02:00:00.000Z')
    expect(await days()).toMatchObject([
      { day: '2026-09-19', kind: 'weekend', name: null, off: null },
      { day: '2026-09-20', kind: 'makeup_workday', name: '国庆节', off: null },
      { day: '2026-09-21', kind: 'workday', name: null, off: null },
      { day: '2026-09-22', kind: 'workday' },
      { day: '2026-09-23', kind: 'workday' },
      { day: '2026-09-24', kind: 'workday' },
      { day: '2026-09-25', kind: 'holiday', name: '中秋节', off: null },
    ])
  })

  it('say why nothing is served on them: the rule of the day, or what somebody closed', async () => {
    const cook = await cookOf(lunch)
    for (const { meal, ...plan } of ok(await cook.call('GET /menus/meals', { query: {} })).items) {
      const body = { ...plan, servesHoliday: false }
      ok(await cook.call('PUT /menus/meals/:meal', { params: { meal }, query: {}, body }))
    }
    app.clock.set('2026-09-19T02:00:00.000Z')
    const festival = async () => (await days()).find(({ day }) => day === '2026-09-25')?.off
    expect(await festival()).toBe('节假日不开')
    const close = (meal: Meal) =>
      cook.call('POST /menus/closings', {
        body: { day: '2026-09-25', meal, reason: '换灶台' },
        idempotencyKey: newKey(),
      })
    ok(await close('dinner'))
    expect(await festival()).toBe('换灶台')
    // One meal of three that is closed leaves the day open, as does one that is not published yet.
    const close24 = { day: '2026-09-24', meal: 'lunch' as const, reason: '换灶台' }
    ok(await cook.call('POST /menus/closings', { body: close24, idempotencyKey: newKey() }))
    expect((await days())[5]).toMatchObject({ day: '2026-09-24', off: null })
  })

  it('are off once every meal that was published for them is closed', async () => {
    const cook = await cookOf(lunch)
    await lunch.make.lunch(lunch.canteen.id, { day: '2026-11-24' })
    ok(await cook.call('POST /menus/closings', closing(lunch.sitting, '煤气停了')))
    expect((await days()).slice(0, 2).map(({ off }) => off)).toEqual(['煤气停了', null])
  })
})
