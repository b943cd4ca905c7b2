import type { CounterOrderRequest, SlipView } from '@wanli/contracts/counter'

import { Offer } from '../../src/canteen/offer.entity.js'
import { OrderExpiryService } from '../../src/canteen/order-expiry.service.js'
import { Order } from '../../src/canteen/order.entity.js'
import { Transactions } from '../../src/database/transactions.js'
import { LiveEventRow } from '../../src/live/live-event.entity.js'
import { audienceText } from '../../src/live/live.service.js'
import { Notice } from '../../src/notices/notice.entity.js'
import { OutboxRow } from '../../src/notices/outbox.entity.js'
import { ContactsService } from '../../src/people/contacts.service.js'
import { Account } from '../../src/wallet/account.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok } from '../support/family.js'
import { openKitchen } from '../support/kitchen.js'
import { setLunch, type Lunch } from '../support/lunch.js'

let app: TestApp
let lunch: Lunch
let elderId: string
let elder: Api
let cook: Api
let transactions: Transactions

beforeAll(async () => {
  app = await startApp()
  transactions = app.nest.get(Transactions)
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  elderId = (await lunch.make.elder(82, { name: '陈秀珍' })).id
  elder = lunch.api.as(elderId)
  cook = lunch.api.as((await lunch.make.person({ name: '孙大勺' })).id, [
    { role: 'canteen_staff', scopeId: lunch.canteen.id },
  ])
  await lunch.make.card(elderId, '8800001234')
  await app.nest.get(Transactions).run((tx) => app.nest.get(ContactsService).keep(tx, elderId, 'phone', '13900000326'))
})

const noon = (): void => app.clock.set('2026-11-23T04:00:00.000Z')
const drawerFen = async (): Promise<number> =>
  0 -
  ((await app.dataSource.manager.findOneBy(Account, { kind: 'cash_drawer', ownerId: lunch.canteen.id }))?.balanceFen ??
    0)
const sale = (change: Partial<CounterOrderRequest> = {}): CounterOrderRequest => ({
  sittingId: lunch.sitting.id,
  lines: [{ offerId: lunch.meat.id, quantity: 1 }],
  mode: 'dine_in',
  payBy: 'cash',
  expectedPayFen: 1200,
  ...change,
})
const sell = (change: Partial<CounterOrderRequest> = {}, key = newKey()) =>
  cook.call('POST /counter/orders', { body: sale(change), idempotencyKey: key })
const orderOf = (id: string): Promise<Order> => app.dataSource.manager.findOneByOrFail(Order, { id })

describe('selling at the counter', () => {
  it('sells a guest a meal for cash at noon, after pre-orders have ended, at the list price and without a slot', async () => {
    noon()
    const { status, reply } = await sell()
    expect([status, reply.paid, reply.payFen, reply.eaterName]).toEqual([201, true, 1200, '散客'])
    expect(reply.pickupNumber).toBe('A001')
    expect(await drawerFen()).toBe(1200)
    expect(await orderOf(reply.orderId)).toMatchObject({
      status: 'paid',
      door: 'counter',
      slotId: null,
      payBy: 'counter',
    })
    const handed = await cook.call('POST /canteen/pickups', {
      body: { code: reply.pickupCode },
      idempotencyKey: newKey(),
    })
    expect(handed.reply.status).toBe('handed_over')
  })

  it('gives a neighbour their own price and the subsidy, from the wallet, without a mandate, and tells them', async () => {
    const found = await cook.call('GET /counter/people', { query: { q: '陈 0326' } })
    expect(found.reply.items).toMatchObject([{ id: elderId, name: '陈*珍', age: 82, balanceFen: 10_000 }])
    const lines = [{ offerId: lunch.meat.id, quantity: 2 }]
    const quote = await cook.call('POST /counter/quotes', {
      body: { sittingId: lunch.sitting.id, lines, mode: 'dine_in', forPersonId: elderId },
    })
    // 24.00 at 85 % is 20.40; dine-in at 80+ from 15.00 takes 3.00 off.
    expect(quote.reply).toMatchObject({ listFen: 2400, discountFen: 360, subsidyFen: 300, payFen: 1740 })
    const { reply } = await sell({ lines, forPersonId: elderId, payBy: 'wallet', expectedPayFen: 1740 })
    expect(reply).toMatchObject({ paid: true, payFen: 1740 })
    expect((await elder.call('GET /wallet')).reply.balanceFen).toBe(8_260)
    const { items } = (await elder.call('GET /notices', {})).reply
    expect(items[0]?.body).toContain('孙大勺订的')
    // It is her order, and not in the list of whoever sold it.
    expect((await elder.call('GET /canteen/orders', {})).reply.items).toHaveLength(1)
    expect((await cook.call('GET /canteen/orders', {})).reply.items).toEqual([])
    expect(refusalOf(await cook.call('GET /canteen/orders/:id', { params: { id: reply.orderId } }))).toBe(
      '404 canteen.order_not_found',
    )
  })

  it('is read by the neighbour: who saw what their wallet holds, once a day, by search or by a price alone', async () => {
    const log = async () =>
      ok(await elder.call('GET /me/access-log', { query: {} })).items.map(({ by, what, reason }) => [by, what, reason])
    const search = (by = cook) => by.call('GET /counter/people', { query: { q: '8800001234' } })
    const { sittingId, lines, mode } = sale()
    const quote = () => cook.call('POST /counter/quotes', { body: { sittingId, lines, mode, forPersonId: elderId } })
    const line = ['孙大勺（食堂）', '钱包余额', '在食堂柜台买饭']
    expect(await log()).toEqual([])
    const prices = await Promise.all(Array.from({ length: 30 }, quote))
    for (const price of prices) expect(ok(price).balanceFen).toBe(10_000)
    expect(await log()).toEqual([line])
    const { headers } = await search()
    await quote()
    expect(await log()).toEqual([line])
    app.clock.set('2026-11-24T02:00:00.000Z')
    // Who is told that nothing has changed has looked all the same.
    expect((await search(cook.showing(headers.get('etag')))).status).toBe(304)
    expect(await log()).toEqual([line, line])
    // A guest has no wallet to look at, and who sells to themself is no stranger.
    ok(await cook.call('POST /counter/quotes', { body: { sittingId, lines, mode } }))
    expect(await log()).toHaveLength(2)
  })

  it('names no price to nobody, and sells them nothing', async () => {
    const { sittingId, lines, mode } = sale()
    const forPersonId = '01a00000-0000-7000-8000-000000000000'
    const body = { sittingId, lines, mode, forPersonId }
    expect(refusalOf(await cook.call('POST /counter/quotes', { body }))).toBe('404 people.not_found')
    noon()
    expect(refusalOf(await sell({ forPersonId, payBy: 'wallet' }))).toBe('404 people.not_found')
  })

  it('takes cash once for one tap sent three times, and refuses another price, a sold-out dish and a meal that is over', async () => {
    const key = newKey()
    const replies = [await sell({}, key), await sell({}, key), await sell({}, key)]
    expect(new Set(replies.map(({ reply }) => reply.orderId)).size).toBe(1)
    expect(await drawerFen()).toBe(1200)
    expect(refusalOf(await sell({ expectedPayFen: 1100 }))).toBe('409 canteen.price_changed')
    await transactions.run((tx) => tx.update(Offer, { id: lunch.meat.id }, { capacityHalves: 2 }))
    expect(refusalOf(await sell())).toBe('409 canteen.sold_out')
    app.clock.set('2026-11-23T05:00:00.000Z')
    expect(refusalOf(await sell())).toBe('409 counter.sitting_over')
    expect(await drawerFen()).toBe(1200)
  })

  it('takes the cash of two taps whose keys are as long as can be and end differently', async () => {
    const keyOf = (end: string): string => end.padStart(128, 'k')
    const first = await sell({}, keyOf('1'))
    const other = await sell({}, keyOf('2'))
    expect([first.reply.pickupNumber, other.reply.pickupNumber]).toEqual(['A001', 'A002'])
    expect([other.reply.paid, await drawerFen()]).toEqual([true, 2400])
  })

  it('is for the staff of this canteen only', async () => {
    const stranger = lunch.api.as((await lunch.make.person()).id)
    const other = lunch.api.as((await lunch.make.person()).id, [
      { role: 'canteen_staff', scopeId: (await lunch.make.canteen()).id },
    ])
    const attempt = (api: Api) => api.call('POST /counter/orders', { body: sale(), idempotencyKey: newKey() })
    expect(refusalOf(await attempt(stranger))).toBe('403 auth.forbidden')
    expect(refusalOf(await attempt(other))).toBe('404 canteen.sitting_not_found')
    const { reply } = await sell()
    expect(refusalOf(await other.call('GET /counter/orders/:id/slip', { params: { id: reply.orderId } }))).toBe(
      '404 canteen.order_not_found',
    )
  })
})

describe('whoever sold a meal at the counter', () => {
  it('is told nothing of it, and may not speak for it; the neighbour it was sold to is told of everything', async () => {
    const { manager } = app.dataSource
    const kitchen = await openKitchen(app, lunch)
    noon()
    const quoted = {
      body: { sittingId: lunch.sitting.id, lines: sale().lines, mode: sale().mode, forPersonId: elderId },
    }
    const sellToHer = async (): Promise<SlipView> => {
      const { payFen: expectedPayFen } = ok(await kitchen.cook.call('POST /counter/quotes', quoted))
      const body = sale({ forPersonId: elderId, payBy: 'wallet', expectedPayFen })
      return ok(await kitchen.cook.call('POST /counter/orders', { body, idempotencyKey: newKey() }))
    }
    const first = await sellToHer()
    ok(await kitchen.advance(first.orderId, 'paid'))
    ok(await kitchen.advance(first.orderId, 'cooking'))
    ok(await kitchen.cook.call('POST /canteen/pickups', { body: { code: first.pickupCode }, idempotencyKey: newKey() }))
    const given = await sellToHer()
    ok(await elder.call('POST /canteen/orders/:id/offer', { params: { id: given.orderId }, idempotencyKey: newKey() }))
    const offered = { query: { sittingId: lunch.sitting.id } }
    const mine = async (api: Api) => ok(await api.call('GET /canteen/offered', offered)).items.map((meal) => meal.mine)
    expect([await mine(elder), await mine(kitchen.cook)]).toEqual([[true], [false]])
    await kitchen.takeOffMeat()
    const told = await manager.findBy(Notice, { personId: elderId })
    expect(told.map(({ kind }) => kind).sort()).toEqual([
      'menu_changed',
      'order_handed_over',
      'order_placed',
      'order_placed',
      'order_ready',
    ])
    expect(await manager.countBy(Notice, { personId: kitchen.cookId })).toBe(0)
    const audiences = (await manager.find(LiveEventRow)).flatMap(({ changes }) =>
      changes.map(([, audience]) => audience),
    )
    expect(audiences).toContain(audienceText({ personId: elderId }))
    expect(audiences).not.toContain(audienceText({ personId: kitchen.cookId }))
    const review = { params: { id: first.orderId } }
    expect(refusalOf(await kitchen.cook.call('GET /menus/orders/:id/reviews', review))).toBe(
      '404 canteen.order_not_found',
    )
    expect(ok(await elder.call('GET /menus/orders/:id/reviews', review)).open).toBe(true)
  })
})

describe('a guest without an account', () => {
  it('is sent no notice and no message, since nobody would read them', async () => {
    const { manager } = app.dataSource
    const kitchen = await openKitchen(app, lunch)
    noon()
    const first = ok(await kitchen.cook.call('POST /counter/orders', { body: sale(), idempotencyKey: newKey() }))
    ok(await kitchen.advance(first.orderId, 'paid'))
    ok(await kitchen.advance(first.orderId, 'cooking'))
    ok(await kitchen.cook.call('POST /canteen/pickups', { body: { code: first.pickupCode }, idempotencyKey: newKey() }))
    const second = ok(await kitchen.cook.call('POST /counter/orders', { body: sale(), idempotencyKey: newKey() }))
    const { sitting, meat } = lunch
    const dish = { id: sitting.id, dishId: meat.dishId }
    const look = { params: dish, body: { reason: '有人吃坏了肚子' } }
    ok(await kitchen.cook.call('POST /canteen/kitchen/sittings/:id/dishes/:dishId/phones', look))
    await kitchen.takeOffMeat()
    expect((await orderOf(second.orderId)).status).toBe('cancelled_by_canteen')
    expect([await manager.count(Notice), await manager.count(OutboxRow)]).toEqual([0, 0])
  })
})

describe('an order that is to be paid at the counter', () => {
  const orderToPay = async () =>
    (
      await elder.call('POST /canteen/orders', {
        body: lunch.body({ payBy: 'counter' }),
        idempotencyKey: newKey(),
      })
    ).reply
  const pay = (id: string, key = newKey()) =>
    cook.call('POST /counter/orders/:id/cash', { params: { id }, idempotencyKey: key })

  it('waits ten minutes, is seen at the counter, and is paid there once', async () => {
    const order = await orderToPay()
    expect(order.status).toBe('placed')
    expect((await cook.call('GET /counter/unpaid')).reply.items).toMatchObject([
      { orderId: order.id, pickupNumber: 'A001', eaterName: '陈*珍', payFen: order.payFen },
    ])
    expect((await pay(order.id)).reply).toMatchObject({ paid: true, pickupNumber: 'A001' })
    expect(await drawerFen()).toBe(order.payFen)
    expect(refusalOf(await pay(order.id))).toBe('409 counter.not_waiting')
    expect((await cook.call('GET /counter/unpaid')).reply.items).toEqual([])
    expect(await drawerFen()).toBe(order.payFen)
  })

  it('can still be paid when its ten minutes have just ended, as long as its portions are there', async () => {
    const order = await orderToPay()
    app.clock.set('2026-11-23T02:11:00.000Z')
    expect((await cook.call('GET /counter/unpaid')).reply.items).toEqual([])
    expect((await pay(order.id)).reply.paid).toBe(true)
  })

  it('is not paid when its meal is over: nobody pays for what cannot be had', async () => {
    const last = await lunch.make.slot(lunch.sitting, { from: '12:55' })
    const body = lunch.body({ payBy: 'counter', slotId: last.id })
    const order = ok(await elder.call('POST /canteen/orders', { body, idempotencyKey: newKey() }))
    app.clock.set('2026-11-23T02:11:00.000Z')
    await app.nest.get(OrderExpiryService, { strict: false }).expireDue()
    app.clock.set('2026-11-23T05:00:00.000Z')
    expect(refusalOf(await pay(order.id))).toBe('409 canteen.state_changed')
    expect([await drawerFen(), (await orderOf(order.id)).status]).toEqual([0, 'expired'])
  })

  it('goes back to her wallet when she cancels: she may be at home by then, and the notes stay in the drawer', async () => {
    const order = await orderToPay()
    await pay(order.id)
    await elder.call('POST /canteen/orders/:id/cancel', { params: { id: order.id }, idempotencyKey: newKey() })
    expect((await elder.call('GET /wallet')).reply.balanceFen).toBe(10_000 + order.payFen)
    expect(await drawerFen()).toBe(order.payFen)
  })
})

describe('somebody without a phone', () => {
  it('gets the meal by card, or by surname and last four digits, and a slip can be printed again', async () => {
    const order = (await elder.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() })).reply
    for (const q of ['8800001234', '陈 0326', '陈0326']) {
      const { reply } = await cook.call('GET /counter/pickups', { query: { q } })
      expect(reply.items).toMatchObject([{ orderId: order.id, pickupNumber: 'A001', eaterName: '陈*珍' }])
    }
    // A name is no number: it is told that nothing waits, not that a number is another canteen's.
    const none = await cook.call('GET /counter/pickups', { query: { q: '王 0326' } })
    expect(none.problem).toMatchObject({ code: 'counter.nothing_waits', status: 404, detail: '没有等着取的饭' })
    const slip = await cook.call('GET /counter/orders/:id/slip', { params: { id: order.id } })
    expect(slip.reply).toMatchObject({
      pickupNumber: 'A001',
      pickupCode: order.pickupCode,
      eaterName: '陈*珍',
      dishes: [{ name: '红烧狮子头', quantity: 1, half: false }],
      paid: true,
    })
  })
})
