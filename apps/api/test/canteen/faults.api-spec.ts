import type { OrderView } from '@wanli/contracts/canteen'
import { In } from 'typeorm'

import { ClosingsService } from '../../src/canteen/closings.service.js'
import { Offer } from '../../src/canteen/offer.entity.js'
import { Order } from '../../src/canteen/order.entity.js'
import { OrderExpiryService } from '../../src/canteen/order-expiry.service.js'
import { Address } from '../../src/delivery/address.entity.js'
import { LeftBehindService } from '../../src/delivery/left-behind.service.js'
import { SettlingService } from '../../src/menus/settling.service.js'
import { MenuVersion } from '../../src/menus/version.entity.js'
import { MoneyWorker } from '../../src/wallet/money-worker.service.js'
import { PaidPart } from '../../src/wallet/paid-part.entity.js'
import { cookOf, draft, onMenu, publish, THIS_MONDAY } from '../menus/kitchen-table.js'
import { newKey, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setDelivery } from '../support/delivery.js'
import { ok } from '../support/family.js'
import { closing, setLunch, type Lunch } from '../support/lunch.js'

/** Shanghai times of the lunch of 2026-11-23. */
const at = (time: string): string => new Date(`2026-11-23T${time}:00.000+08:00`).toISOString()

let app: TestApp
let lunch: Lunch

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
})

const somebody = async (): Promise<Api> => lunch.api.as((await lunch.make.person()).id)
const order = async (api: Api, change: Parameters<Lunch['body']>[0] = {}): Promise<OrderView> =>
  ok(await api.call('POST /canteen/orders', { body: lunch.body(change), idempotencyKey: newKey() }))
const statusOf = async (api: Api, { id }: { id: string }): Promise<string> =>
  ok(await api.call('GET /canteen/orders/:id', { params: { id } })).status
const balance = async (api: Api): Promise<number> => ok(await api.call('GET /wallet')).balanceFen

/** Rows of the books that are lost, so that nobody knows where an order's money came from; the result brings them back. */
async function lose({ id: orderId }: { id: string }): Promise<() => Promise<unknown>> {
  const { manager } = app.dataSource
  const rows = await manager.findBy(PaidPart, { orderId })
  await manager.delete(PaidPart, { orderId })
  return () => manager.insert(PaidPart, rows)
}

describe('an order that meets a fault keeps nobody else waiting', () => {
  it('when its time to pay is over: others end, and everybody may order', async () => {
    const [first, second] = [await somebody(), await somebody()]
    const broken = await order(first, { payBy: 'counter' })
    app.clock.set(at('10:01'))
    const lines = [{ offerId: lunch.rice.id, quantity: 1 }]
    const other = await order(second, { payBy: 'counter', lines })
    // Portions that nobody counts: they cannot go back.
    await app.dataSource.manager.update(Offer, { id: lunch.meat.id }, { soldHalves: 0 })
    app.clock.set(at('10:15'))
    await app.nest.get(OrderExpiryService, { strict: false }).expireDue()
    expect(await statusOf(second, other)).toBe('expired')
    expect((await app.dataSource.manager.findOneByOrFail(Offer, { id: lunch.rice.id })).soldHalves).toBe(0)
    expect((await order(await somebody(), { lines })).status).toBe('paid')
    await app.dataSource.manager.update(Offer, { id: lunch.meat.id }, { soldHalves: 2 })
    app.clock.set(at('10:16'))
    await app.nest.get(OrderExpiryService, { strict: false }).expireDue()
    expect((await app.dataSource.manager.findOneByOrFail(Offer, { id: lunch.meat.id })).soldHalves).toBe(0)
    expect(await statusOf(first, broken)).toBe('expired')
  })

  it('when there are more of them than one round ends', async () => {
    await app.dataSource.manager.update(Offer, { id: lunch.meat.id }, { capacityHalves: 400 })
    const [many, other] = [await somebody(), await somebody()]
    await Promise.all([...Array(100).keys()].map(() => order(many, { payBy: 'counter', again: true })))
    app.clock.set(at('10:01'))
    const last = await order(other, { payBy: 'counter', lines: [{ offerId: lunch.rice.id, quantity: 1 }] })
    await app.dataSource.manager.update(Offer, { id: lunch.meat.id }, { soldHalves: 0 })
    app.clock.set(at('10:15'))
    const expiry = app.nest.get(OrderExpiryService, { strict: false })
    await expiry.expireDue()
    await expiry.expireDue()
    expect(await app.dataSource.manager.countBy(Order, { status: 'placed' })).toBe(100)
    expect(await statusOf(other, last)).toBe('expired')
  })

  it('when it comes by itself: it is tried again later, and at once when somebody looks', async () => {
    const delivery = await setDelivery(app, lunch)
    // Sunday at ten, half an hour before the lunch is ordered by itself.
    const sunday = (time: string) => app.clock.set(`2026-11-22T${time}Z`)
    sunday('02:00:00')
    const elders = [(await lunch.make.elder(82)).id, (await lunch.make.elder(75)).id, (await lunch.make.elder(70)).id]
    for (const id of elders) await delivery.standing(id, await delivery.address(id))
    const worker = app.nest.get(MoneyWorker, { strict: false })
    const eaters = async () => {
      const orders = await app.dataSource.manager.find(Order)
      return elders.map((id) => orders.some(({ eaterId }) => eaterId === id))
    }
    const broken = In(elders.slice(0, 2))
    const rows = await app.dataSource.manager.findBy(Address, { personId: broken })
    await app.dataSource.manager.update(Address, { personId: broken }, { sealed: '' })
    sunday('02:31:00')
    await worker.work()
    expect(await eaters()).toEqual([false, false, true])
    for (const { id, sealed } of rows) await app.dataSource.manager.update(Address, { id }, { sealed })
    await worker.work()
    expect(await eaters()).toEqual([false, false, true])
    ok(await lunch.api.as(elders[0]!).call('GET /delivery/standing'))
    expect(await eaters()).toEqual([true, false, true])
    sunday('02:31:10')
    await worker.work()
    expect(await eaters()).toEqual([true, true, true])
  })

  it('when its meal is closed: others are refunded, and it is by a later round', async () => {
    const [first, second] = [await somebody(), await somebody()]
    const broken = await order(first)
    const other = await order(second)
    const find = await lose(broken)
    const cook = await cookOf(lunch)
    expect(ok(await cook.call('POST /menus/closings', closing(lunch.sitting, '停水了'))).cancelled).toBe(1)
    expect([await statusOf(second, other), await balance(second)]).toEqual(['cancelled_by_canteen', 10_000])
    expect(await balance(first)).toBe(8_800)
    await find()
    await app.nest.get(ClosingsService, { strict: false }).finish()
    expect([await statusOf(first, broken), await balance(first)]).toEqual(['cancelled_by_canteen', 10_000])
  })

  it('when its dish is taken off: others are refunded, and it is by a later round', async () => {
    const [first, second] = [await somebody(), await somebody()]
    const broken = await order(first)
    const other = await order(second)
    const find = await lose(broken)
    const cook = await cookOf(lunch)
    const rice = onMenu(lunch.rice.dishId, { portions: 200, listFen: 100, halfFen: null })
    await draft(cook, THIS_MONDAY, [{ day: THIS_MONDAY, meal: 'lunch', dishes: [rice] }])
    expect(ok(await publish(cook, THIS_MONDAY, { dropShown: true })).refundedOrders).toBe(1)
    expect([await statusOf(second, other), await balance(second)]).toEqual(['cancelled_by_canteen', 10_000])
    await find()
    await app.nest.get(SettlingService, { strict: false }).finish()
    expect([await statusOf(first, broken), await balance(first)]).toEqual(['cancelled_by_canteen', 10_000])
    const versions = await app.dataSource.manager.find(MenuVersion)
    expect(versions.every(({ settledAt }) => settledAt !== null)).toBe(true)
  })

  it('when no courier took it along: others are refunded', async () => {
    const delivery = await setDelivery(app, lunch)
    const people = [(await lunch.make.elder(82)).id, (await lunch.make.elder(75)).id].sort()
    const orders: string[] = []
    for (const id of people) orders.push(await delivery.order(id, await delivery.address(id)))
    const finds = await lose({ id: orders[0]! })
    app.clock.set(at('14:00'))
    const leftBehind = app.nest.get(LeftBehindService, { strict: false })
    await leftBehind.endDue()
    const statuses = async (): Promise<string[]> =>
      Promise.all(people.map((id, n) => statusOf(lunch.api.as(id), { id: orders[n]! })))
    expect(await statuses()).toEqual(['frozen', 'cancelled_by_canteen'])
    await finds()
    app.clock.set(at('14:01'))
    await leftBehind.endDue()
    expect(await statuses()).toEqual(['cancelled_by_canteen', 'cancelled_by_canteen'])
  })
})

it('a dish that was put on the menu again is had by who ordered it then, though its end was not noted before a crash', async () => {
  const cook = await cookOf(lunch)
  const rice = onMenu(lunch.rice.dishId, { portions: 200, listFen: 100, halfFen: null })
  const before = await somebody()
  await order(before)
  await draft(cook, THIS_MONDAY, [{ day: THIS_MONDAY, meal: 'lunch', dishes: [rice] }])
  ok(await publish(cook, THIS_MONDAY, { dropShown: true }))
  await draft(cook, THIS_MONDAY, [{ day: THIS_MONDAY, meal: 'lunch', dishes: [onMenu(lunch.meat.dishId), rice] }])
  ok(await publish(cook, THIS_MONDAY))
  const after = await somebody()
  const placed = await order(after)
  await app.dataSource.manager.query('UPDATE menus_version SET settled_at = NULL WHERE version = 1')
  await app.nest.get(SettlingService, { strict: false }).finish()
  expect([await statusOf(after, placed), await balance(after)]).toEqual(['paid', 8_800])
  expect(await balance(before)).toBe(10_000)
})
