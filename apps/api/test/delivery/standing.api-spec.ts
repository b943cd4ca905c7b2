import type { StandingDayView, StandingView } from '@wanli/contracts/standing'
import { instantOf } from '@wanli/kernel/shanghai-time'

import { Offer } from '../../src/canteen/offer.entity.js'
import { OrderLine } from '../../src/canteen/order-line.entity.js'
import { Order } from '../../src/canteen/order.entity.js'
import { Transactions } from '../../src/database/transactions.js'
import { StandingOrdersService } from '../../src/delivery/standing-orders.service.js'
import { Notice } from '../../src/notices/notice.entity.js'
import { MoneyWorker } from '../../src/wallet/money-worker.service.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setDelivery, termsOf, whole, type Delivery } from '../support/delivery.js'
import { ok } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'

/** Monday, the day of the lunch that is laid, and the days after it. */
const MONDAY = '2026-11-23'
const TUESDAY = '2026-11-24'

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
const balance = async (api: Api = elder) => (await api.call('GET /wallet')).reply.balanceFen
const named = (...dishNames: string[]) => [{ dishNames, kind: null, portion: 'whole' as const, quantity: 1 }]

describe('a standing order', () => {
  it('is ordered the day before, brought to the door, and paid from the wallet', async () => {
    const view = await delivery.standing(elderId, addressId)
    expect(view).toMatchObject({ ...termsOf(addressId), addressText: '香泉苑 9 号 402 室', mine: true })
    expect(dayOf(view)).toMatchObject({ status: 'ordered', dishes: [whole('红烧狮子头')], canChange: true })
    expect(dayOf(view, TUESDAY)).toMatchObject({ status: 'planned', orderId: null })
    const [order, ...more] = await orders()
    expect(more).toEqual([])
    expect(order).toMatchObject({ mode: 'delivery', addressId, eaterId: elderId, placedById: elderId, status: 'paid' })
    expect(await balance()).toBe(10_000 - (order?.payFen ?? 0))
  })

  it('says in which size and how often each dish comes, and not what the canteen could not make', async () => {
    const small = named('红烧狮子头').map((wish) => ({ ...wish, portion: 'half' as const, quantity: 2 }))
    const view = await delivery.standing(elderId, addressId, { wishes: [...small, ...named('白米饭')] })
    const twoSmall = { name: '红烧狮子头', portion: 'half', quantity: 2 }
    expect(dayOf(view)?.dishes).toEqual([twoSmall, whole('白米饭')])
    const id = dayOf(view)?.orderId ?? ''
    const { id: lineId } = await app.dataSource.manager.findOneByOrFail(OrderLine, { orderId: id, dishName: '白米饭' })
    const cook = lunch.api.as((await lunch.make.person()).id, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }])
    const refund = { params: { id, lineId }, body: { reason: '没做成' }, idempotencyKey: newKey() }
    ok(await cook.call('POST /canteen/orders/:id/lines/:lineId/refund', refund))
    expect(dayOf((await list())[0]!)?.dishes).toEqual([twoSmall])
  })

  it('says from when on each day is ordered, as far as there is a menu', async () => {
    const view = await delivery.standing(elderId, addressId)
    expect(dayOf(view)?.orderFrom).toBe(instantOf('2026-11-22', '10:30').toISOString())
    expect(dayOf(view, TUESDAY)?.orderFrom).toBeNull()
  })

  it('chooses nothing that was taken off the menu, though portions of it came back', async () => {
    const gone = { withdrawnAt: app.clock.now() }
    await app.nest.get(Transactions).run((tx) => tx.update(Offer, { id: lunch.meat.id }, gone))
    const view = await delivery.standing(elderId, addressId, { wishes: [...named('红烧狮子头'), ...named('白米饭')] })
    expect(dayOf(view)).toMatchObject({ status: 'ordered', dishes: [whole('白米饭')] })
  })

  it('is ordered by the worker too, and once however often it works', async () => {
    app.clock.set('2026-11-22T02:00:00.000Z')
    await delivery.standing(elderId, addressId)
    expect(await orders()).toEqual([])
    app.clock.set('2026-11-22T02:30:00.000Z')
    const worker = app.nest.get(MoneyWorker, { strict: false })
    await worker.work()
    await worker.work()
    expect(await orders()).toHaveLength(1)
  })

  it('is not ordered after the kitchen has counted', async () => {
    app.clock.set('2026-11-23T02:30:00.000Z')
    expect(dayOf(await delivery.standing(elderId, addressId))).toMatchObject({ status: 'failed', canChange: false })
    expect(await orders()).toEqual([])
  })

  it('is set up by a daughter for her mother, whose it stays when the mandate ends', async () => {
    const daughterId = (await lunch.make.person({ name: '周敏' })).id
    const daughter = lunch.api.as(daughterId)
    const body = { ...termsOf(addressId), canteenId: lunch.canteen.id, forPersonId: elderId }
    const setUp = () => daughter.call('POST /delivery/standing', { body, idempotencyKey: newKey() })
    expect(refusalOf(await setUp())).toBe('403 people.no_mandate')
    await lunch.make.mandate(daughterId, elderId)
    const { id } = ok(await setUp())
    expect((await orders())[0]).toMatchObject({ eaterId: elderId, placedById: daughterId, paidById: daughterId })
    expect((await list(daughter)).map((one) => one.id)).toEqual([id])
    expect((await list()).map((one) => [one.id, one.mine])).toEqual([[id, false]])
    const { agents } = ok(await elder.call('GET /mandates'))
    await elder.call('POST /mandates/:id/revoke', { params: { id: agents[0]?.id ?? '' } })
    expect(await list(daughter)).toEqual([])
    expect(refusalOf(await setDay(id, { skip: true }, TUESDAY, daughter))).toBe('404 delivery.standing_not_found')
    await elder.call('POST /delivery/standing/:id/end', { params: { id } })
    expect(await list()).toEqual([])
  })

  it('is one of a meal and weekday', async () => {
    await delivery.standing(elderId, addressId, { weekdays: [1, 3] })
    const body = { ...termsOf(addressId), canteenId: lunch.canteen.id, weekdays: [3, 5] as const }
    const second = await elder.raw('POST /delivery/standing', { body, idempotencyKey: newKey() })
    expect([refusalOf(second), second.problem.params['weekday']]).toEqual(['409 delivery.weekday_taken', '周三'])
    await delivery.standing(elderId, addressId, { weekdays: [2, 4] })
    await delivery.standing(elderId, addressId, { weekdays: [3], meal: 'dinner' })
  })

  it('brings nothing to a door that is not the eater’s', async () => {
    const other = await delivery.address((await lunch.make.elder(70)).id)
    const body = { ...termsOf(other), canteenId: lunch.canteen.id }
    const answer = await elder.call('POST /delivery/standing', { body, idempotencyKey: newKey() })
    expect(refusalOf(answer)).toBe('404 delivery.address_not_found')
  })

  it('changes from the next day that is not ordered on', async () => {
    const { id } = await delivery.standing(elderId, addressId)
    const body = { ...termsOf(addressId), wishes: named('白米饭'), weekdays: [1, 2] as (1 | 2)[], note: '少放盐' }
    const changed = ok(await elder.call('PUT /delivery/standing/:id', { params: { id }, body }))
    expect(changed).toMatchObject({ weekdays: [1, 2], note: '少放盐', wishes: named('白米饭') })
    expect(dayOf(changed)?.dishes).toEqual([whole('红烧狮子头')])
    const sitting = await lunch.make.lunch(lunch.canteen.id, {
      day: TUESDAY,
      freezeAt: instantOf(TUESDAY, '10:30'),
      cutOffAt: instantOf(TUESDAY, '11:30'),
    })
    await lunch.make.offer(sitting, { name: '白米饭', listFen: 100 })
    app.clock.set('2026-11-23T03:00:00.000Z')
    expect(dayOf((await list())[0]!, TUESDAY)?.dishes).toEqual([whole('白米饭')])
  })
})

describe('a day of it', () => {
  it('is taken out before it is ordered, and comes back', async () => {
    const { id } = await delivery.standing(elderId, addressId)
    expect(dayOf(ok(await setDay(id, { skip: true }, TUESDAY)), TUESDAY)?.status).toBe('skipped')
    const params = { id, day: TUESDAY }
    const back = ok(await elder.call('DELETE /delivery/standing/:id/days/:day', { params }))
    expect(dayOf(back, TUESDAY)?.status).toBe('planned')
  })

  it('is taken out after it was ordered: the money comes back, and it is not ordered again', async () => {
    const { id } = await delivery.standing(elderId, addressId)
    expect(dayOf(ok(await setDay(id, { skip: true })))).toMatchObject({ status: 'skipped', orderId: null })
    expect(await balance()).toBe(10_000)
    await app.nest.get(StandingOrdersService, { strict: false }).orderDue()
    expect((await orders()).map(({ status }) => status)).toEqual(['cancelled_by_eater'])
  })

  it('has something else on it: what was ordered is cancelled and ordered anew', async () => {
    const { id } = await delivery.standing(elderId, addressId)
    const day = dayOf(ok(await setDay(id, { skip: false, wishes: named('白米饭') })))
    expect(day).toMatchObject({ status: 'ordered', changed: true, dishes: [whole('白米饭')] })
    expect((await orders()).map(({ status }) => status).sort()).toEqual(['cancelled_by_eater', 'paid'])
    const again = dayOf(ok(await setDay(id, { skip: false, wishes: named('红烧狮子头') })))
    expect(again).toMatchObject({ status: 'ordered', dishes: [whole('红烧狮子头')] })
    expect((await orders()).filter(({ status }) => status === 'paid')).toHaveLength(1)
  })

  it('is not ordered again when its order was cancelled by hand', async () => {
    const view = await delivery.standing(elderId, addressId)
    const id = dayOf(view)?.orderId ?? ''
    await elder.call('POST /canteen/orders/:id/cancel', { params: { id }, idempotencyKey: newKey() })
    expect(dayOf((await list())[0]!)).toMatchObject({ status: 'cancelled' })
    await app.nest.get(StandingOrdersService, { strict: false }).orderDue()
    expect(await orders()).toHaveLength(1)
  })

  it('gives way to what somebody ordered by hand, or ordered and cancelled', async () => {
    const id = await delivery.order(elderId, addressId)
    await elder.call('POST /canteen/orders/:id/cancel', { params: { id }, idempotencyKey: newKey() })
    expect(dayOf(await delivery.standing(elderId, addressId))).toMatchObject({ status: 'by_hand' })
    expect(await orders()).toHaveLength(1)
  })

  it('can be changed until the kitchen counts', async () => {
    const { id } = await delivery.standing(elderId, addressId, { weekdays: [1] })
    expect(refusalOf(await setDay(id, { skip: true }, TUESDAY))).toBe('422 delivery.day_not_standing')
    app.clock.set('2026-11-23T02:29:59.000Z')
    expect((await setDay(id, { skip: true })).status).toBe(200)
    app.clock.set('2026-11-23T02:30:00.000Z')
    const late = await setDay(id, { skip: false, wishes: named('白米饭') })
    expect([refusalOf(late), late.problem.params['until']]).toEqual(['409 delivery.day_frozen', '今天 10:30'])
  })

  it('that cannot be had is told once, with the reason', async () => {
    const poor = (await lunch.make.elder(82, { balanceFen: 100 })).id
    const view = await delivery.standing(poor, await delivery.address(poor))
    expect(dayOf(view)).toMatchObject({ status: 'failed', reason: expect.stringContaining('不够付') as string })
    await app.nest.get(StandingOrdersService, { strict: false }).orderDue()
    const told = await app.dataSource.manager.findBy(Notice, { personId: poor, kind: 'order_expired' })
    expect(told.map(({ title }) => title)).toEqual(['今天午餐的固定送餐没订上'])
    const vegetarian = await delivery.standing(elderId, addressId, {
      wishes: [{ dishNames: [], kind: '素', portion: 'whole', quantity: 1 }],
    })
    expect(dayOf(vegetarian)).toMatchObject({ status: 'failed', reason: '菜单上没有合适的菜' })
  })
})

describe('a pause', () => {
  it('cancels what is ordered in it and not counted yet, and orders it after all when it ends early', async () => {
    const { id } = await delivery.standing(elderId, addressId)
    const pause = (from: string, to: string) =>
      elder.call('POST /delivery/standing/:id/pause', { params: { id }, body: { from, to } })
    expect(refusalOf(await pause(TUESDAY, MONDAY))).toBe('422 delivery.pause_wrong')
    const paused = ok(await pause(MONDAY, TUESDAY))
    expect(paused).toMatchObject({ pausedFrom: MONDAY, pausedTo: TUESDAY })
    expect([dayOf(paused)?.status, dayOf(paused, TUESDAY)?.status]).toEqual(['paused', 'paused'])
    expect(await balance()).toBe(10_000)
    const resumed = ok(await elder.call('POST /delivery/standing/:id/resume', { params: { id } }))
    expect(dayOf(resumed)).toMatchObject({ status: 'ordered', dishes: [whole('红烧狮子头')] })
  })

  it('leaves out only the days it is moved to: others that are not counted yet are ordered after all', async () => {
    const { id } = await delivery.standing(elderId, addressId)
    const pause = (from: string, to: string) =>
      elder.call('POST /delivery/standing/:id/pause', { params: { id }, body: { from, to } })
    ok(await pause(MONDAY, TUESDAY))
    expect(await balance()).toBe(10_000)
    const moved = ok(await pause(TUESDAY, TUESDAY))
    expect(dayOf(moved)).toMatchObject({ status: 'ordered', dishes: [whole('红烧狮子头')] })
    expect(dayOf(moved, TUESDAY)?.status).toBe('paused')
  })

  it('that ends when the kitchen has counted brings nothing of that day, and tells of nothing', async () => {
    const { id } = await delivery.standing(elderId, addressId)
    ok(await elder.call('POST /delivery/standing/:id/pause', { params: { id }, body: { from: MONDAY, to: MONDAY } }))
    for (const now of ['2026-11-23T02:31:00.000Z', '2026-11-23T07:00:00.000Z']) {
      app.clock.set(now)
      const resumed = ok(await elder.call('POST /delivery/standing/:id/resume', { params: { id } }))
      expect(dayOf(resumed)).toMatchObject({ status: 'skipped', canChange: false })
    }
    expect(await balance()).toBe(10_000)
    expect(await app.dataSource.manager.findBy(Notice, { kind: 'order_expired' })).toEqual([])
  })

  it('leaves days that somebody took out as they are', async () => {
    const { id } = await delivery.standing(elderId, addressId)
    await setDay(id, { skip: true })
    await elder.call('POST /delivery/standing/:id/pause', { params: { id }, body: { from: MONDAY, to: MONDAY } })
    const resumed = ok(await elder.call('POST /delivery/standing/:id/resume', { params: { id } }))
    expect(dayOf(resumed)?.status).toBe('skipped')
  })
})
