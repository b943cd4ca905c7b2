import type { StandingDayView, StandingView } from '@wanli/contracts/standing'

import { Order } from '../../src/canteen/order.entity.js'
import { Notice } from '../../src/notices/notice.entity.js'
import { AccountService } from '../../src/people/account.service.js'
import { newKey, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setDelivery, termsOf, whole, type Delivery } from '../support/delivery.js'
import { ok } from '../support/family.js'
import { openKitchen } from '../support/kitchen.js'
import { setLunch, type Lunch } from '../support/lunch.js'

/** Monday, the day of the lunch that is laid. */
const MONDAY = '2026-11-23'

let app: TestApp
let lunch: Lunch
let delivery: Delivery
let elderId: string
let addressId: string
let elder: Api

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  delivery = await setDelivery(app, lunch)
  elderId = (await lunch.make.elder(82, { name: '陈桂珍' })).id
  elder = lunch.api.as(elderId)
  addressId = await delivery.address(elderId)
})

const dayOf = (view: StandingView, day = MONDAY): StandingDayView | undefined =>
  view.days.find((one) => one.day === day)
const list = async (api: Api = elder): Promise<StandingView[]> => ok(await api.call('GET /delivery/standing')).items
const orders = () => app.dataSource.manager.find(Order, { order: { createdAt: 'ASC' } })
const setDay = (id: string, body: { skip: boolean; wishes?: StandingView['wishes'] }, day = MONDAY, api: Api = elder) =>
  api.call('PUT /delivery/standing/:id/days/:day', { params: { id, day }, body })
const named = (...dishNames: string[]) => [{ dishNames, kind: null, portion: 'whole' as const, quantity: 1 }]

const toldOf = (personId: string) =>
  app.dataSource.manager.find(Notice, { where: { personId }, order: { createdAt: 'ASC', id: 'ASC' } })

it('a meal that somebody ordered by hand and the canteen took back leaves its day to the standing order', async () => {
  app.clock.set('2026-11-21T02:00:00.000Z')
  await delivery.standing(elderId, addressId)
  const { id } = ok(await elder.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() }))
  await (await openKitchen(app, lunch)).takeOffMeat()
  expect((await orders()).map((order) => [order.id, order.status])).toEqual([[id, 'cancelled_by_canteen']])
  app.clock.set('2026-11-22T02:30:00.000Z')
  expect(dayOf((await list())[0]!)).toMatchObject({ status: 'ordered', dishes: [whole('白米饭')] })
})

describe('a standing order of a helper', () => {
  it('brings nothing once the mandate has ended, says so, and is the eater’s own when they save it', async () => {
    const daughterId = (await lunch.make.person({ name: '周敏' })).id
    await lunch.make.mandate(daughterId, elderId)
    app.clock.set('2026-11-22T02:00:00.000Z')
    const body = { ...termsOf(addressId), canteenId: lunch.canteen.id, forPersonId: elderId }
    const setUp = { body, idempotencyKey: newKey() }
    const { id } = ok(await lunch.api.as(daughterId).call('POST /delivery/standing', setUp))
    expect((await list())[0]?.lapsed).toBe(false)
    const { agents } = ok(await elder.call('GET /mandates'))
    await elder.call('POST /mandates/:id/revoke', { params: { id: agents[0]?.id ?? '' } })
    const lapsed = (await list())[0]
    expect(lapsed?.lapsed).toBe(true)
    expect(dayOf(lapsed!)).toMatchObject({
      status: 'failed',
      reason: '周敏不再代办，不会自动订了',
      canChange: false,
    })
    const saved = ok(await elder.call('PUT /delivery/standing/:id', { params: { id }, body: termsOf(addressId) }))
    expect(saved).toMatchObject({ lapsed: false, mine: true, setUpBy: { id: elderId } })
    app.clock.set('2026-11-22T02:30:00.000Z')
    expect(dayOf((await list())[0]!)).toMatchObject({ status: 'ordered' })
    expect((await orders())[0]).toMatchObject({ placedById: elderId, paidById: elderId })
  })

  it('does not end when who set it up is forgotten: the eater is told, and it is their own when they save it', async () => {
    const daughterId = (await lunch.make.person({ name: '周敏', balanceFen: 0 })).id
    await lunch.make.mandate(daughterId, elderId, { payer: 'principal' })
    const daughter = lunch.api.as(daughterId)
    app.clock.set('2026-11-14T02:00:00.000Z')
    const body = { ...termsOf(addressId), canteenId: lunch.canteen.id, forPersonId: elderId }
    const { id } = ok(await daughter.call('POST /delivery/standing', { body, idempotencyKey: newKey() }))
    ok(await daughter.call('POST /me/deletion'))
    const accounts = app.nest.get(AccountService, { strict: false })
    app.clock.set('2026-11-22T02:25:00.000Z')
    await accounts.eraseDue()
    app.clock.set('2026-11-22T02:30:00.000Z')
    const lapsed = (await list())[0]
    expect(lapsed).toMatchObject({ id, lapsed: true, setUpBy: { name: '已注销用户' }, wishes: body.wishes })
    expect(dayOf(lapsed!)).toMatchObject({ status: 'failed', reason: '已注销用户不再代办，不会自动订了' })
    const told = await toldOf(elderId)
    expect(told.map(({ body }) => body)).toContainEqual(expect.stringContaining('已注销用户不再代办'))
    app.clock.set('2026-11-22T02:35:00.000Z')
    await accounts.eraseDue()
    expect(await toldOf(elderId)).toEqual(told)
    ok(await elder.call('PUT /delivery/standing/:id', { params: { id }, body: termsOf(addressId) }))
    expect(dayOf((await list())[0]!)).toMatchObject({ status: 'ordered' })
  })

  it('orders the days that could not be had meanwhile, when the eater saves it and the kitchen has not counted', async () => {
    const daughterId = (await lunch.make.person({ name: '周敏' })).id
    await lunch.make.mandate(daughterId, elderId)
    app.clock.set('2026-11-22T02:00:00.000Z')
    const body = { ...termsOf(addressId), canteenId: lunch.canteen.id, forPersonId: elderId }
    const setUp = { body, idempotencyKey: newKey() }
    const { id } = ok(await lunch.api.as(daughterId).call('POST /delivery/standing', setUp))
    const { agents } = ok(await elder.call('GET /mandates'))
    await elder.call('POST /mandates/:id/revoke', { params: { id: agents[0]?.id ?? '' } })
    app.clock.set('2026-11-23T02:00:00.000Z')
    expect(dayOf((await list())[0]!)).toMatchObject({ status: 'failed', reason: '周敏不再代办，不会自动订了' })
    const save = async () =>
      ok(await elder.call('PUT /delivery/standing/:id', { params: { id }, body: termsOf(addressId) }))
    expect(dayOf(await save())).toMatchObject({ status: 'ordered', dishes: [whole('红烧狮子头')], reason: null })
    expect(await orders()).toMatchObject([{ placedById: elderId, paidById: elderId }])
    expect(dayOf(await save())).toMatchObject({ status: 'ordered' })
    expect(await orders()).toHaveLength(1)
  })

  it('leaves a day as it is that the kitchen has counted when the eater saves it', async () => {
    const daughterId = (await lunch.make.person({ name: '周敏' })).id
    await lunch.make.mandate(daughterId, elderId)
    app.clock.set('2026-11-22T02:00:00.000Z')
    const body = { ...termsOf(addressId), canteenId: lunch.canteen.id, forPersonId: elderId }
    const setUp = { body, idempotencyKey: newKey() }
    const { id } = ok(await lunch.api.as(daughterId).call('POST /delivery/standing', setUp))
    const { agents } = ok(await elder.call('GET /mandates'))
    await elder.call('POST /mandates/:id/revoke', { params: { id: agents[0]?.id ?? '' } })
    app.clock.set('2026-11-23T02:00:00.000Z')
    await list()
    app.clock.set('2026-11-23T02:30:00.000Z')
    const saved = ok(await elder.call('PUT /delivery/standing/:id', { params: { id }, body: termsOf(addressId) }))
    expect(dayOf(saved)).toMatchObject({ status: 'failed', canChange: false })
    expect(await orders()).toEqual([])
  })

  it('that cannot be paid tells both whose wallet it is, and what is in it to nobody', async () => {
    const daughterId = (await lunch.make.person({ name: '周敏', balanceFen: 321 })).id
    await lunch.make.mandate(daughterId, elderId)
    const body = { ...termsOf(addressId), canteenId: lunch.canteen.id, forPersonId: elderId }
    ok(await lunch.api.as(daughterId).call('POST /delivery/standing', { body, idempotencyKey: newKey() }))
    expect(dayOf((await list())[0]!)?.reason).toMatch(/^周敏的钱包里的钱不够付 ¥\d+\.\d\d$/)
    const told = await app.dataSource.manager.findBy(Notice, { kind: 'order_expired' })
    expect(told.map(({ personId }) => personId).sort()).toEqual([daughterId, elderId].sort())
    for (const { body: words } of told) expect(words).not.toContain('3.21')
    const toldTo = (reader: string) => told.find(({ personId }) => personId === reader)
    expect(toldTo(elderId)?.body).toMatch(/^周敏的钱包里的钱不够付 ¥/)
    expect(toldTo(daughterId)?.body).toMatch(/^你的钱包里的钱不够付 ¥/)
  })
})

describe('a day of a standing order', () => {
  it('with something else on it is told in one: what comes, and what went for it', async () => {
    const { id } = await delivery.standing(elderId, addressId)
    const [first] = await orders()
    await setDay(id, { skip: false, wishes: named('白米饭') })
    const second = (await orders()).find(({ status }) => status === 'paid')
    expect((await toldOf(elderId)).map(({ title, body }) => [title, body])).toEqual([
      [`今天午餐订好了，送餐号 ${first?.pickupNumber}`, '11:00 起送上门'],
      [`今天午餐换好了，送餐号 ${second?.pickupNumber}`, `11:00 起送上门。原来的 ${first?.pickupNumber} 已经退钱`],
    ])
  })
})
