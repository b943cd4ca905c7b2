import { Offer } from '../../src/canteen/offer.entity.js'
import { Order } from '../../src/canteen/order.entity.js'
import { Slot } from '../../src/canteen/slot.entity.js'
import { SubsidyUse } from '../../src/canteen/subsidy-use.entity.js'
import { Payment } from '../../src/wallet/payment.entity.js'
import { Refund } from '../../src/wallet/refund.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import type { Lunch } from '../support/lunch.js'
import { openTill, orderAtWechat, orderOf, paymentOf, payOrder, type Till } from '../support/till.js'

let till: Till
let lunch: Lunch
let elderId: string
let elder: Api
let cook: Api

const table = async (portions = 30): Promise<void> => {
  lunch = await till.set({ portions })
  const payer = await till.payer(lunch, { age: 82, name: '王秀珍' })
  elderId = payer.id
  elder = payer.api
  const staff = [{ role: 'canteen_staff' as const, scopeId: lunch.canteen.id }]
  cook = lunch.api.as((await lunch.make.person({ name: '孙大勺' })).id, staff)
}

beforeAll(async () => {
  till = await openTill()
})
afterAll(() => till.close())
beforeEach(() => table())
afterEach(() => till.expectEven(lunch))

const two = () => ({ lines: [{ offerId: lunch.meat.id, quantity: 2 }] })
const held = async () => ({
  halves: (await till.app.dataSource.manager.findOneByOrFail(Offer, { id: lunch.meat.id })).soldHalves,
  places: (await till.app.dataSource.manager.findOneByOrFail(Slot, { id: lunch.slot.id })).taken,
  rights: await till.app.dataSource.manager.count(SubsidyUse),
})
const NOTHING = { halves: 0, places: 0, rights: 0 }
const cancel = (id: string, api = elder) =>
  api.call('POST /canteen/orders/:id/cancel', { params: { id }, idempotencyKey: newKey() })
const titles = async (api: Api) => (await api.call('GET /notices')).reply.items.map((notice) => notice.title)
const handOver = (code: string) =>
  cook.call('POST /canteen/pickups', { body: { code, early: true }, idempotencyKey: newKey() })

describe('an order paid at WeChat', () => {
  it('waits ten minutes for its money, and is had when the money comes', async () => {
    const { order, payment } = await orderAtWechat(elder, lunch, two())
    expect(order).toMatchObject({
      status: 'placed',
      payBy: 'wechat',
      payUntil: '2026-11-23T02:10:00.000Z',
      pickupCode: null,
      payFen: 1740,
      refundedFen: 0,
      actions: ['pay', 'cancel', 'reorder'],
    })
    expect(payment).toMatchObject({
      purpose: 'order',
      orderId: order.id,
      amountFen: 1740,
      status: 'pending',
      expiresAt: '2026-11-23T02:10:00.000Z',
    })
    expect(till.wechat.pay.hasSigned(payment.wechat!)).toBe(true)
    expect(await titles(elder)).toEqual([])
    expect(refusalOf(await handOver('A001'))).toBe('409 canteen.not_paid')
    await till.wechat.pay.pays(payment)
    expect(await orderOf(elder, order.id)).toMatchObject({
      status: 'paid',
      pickupNumber: 'A001',
      pickupCode: expect.stringMatching(/^[\w-]{22}$/) as string,
      actions: ['cancel', 'reorder'],
    })
    expect(await titles(elder)).toEqual(['今天午餐订好了，取餐号 A001'])
    expect(await till.account('canteen_revenue', lunch.canteen.id)).toBe(2040)
    expect((await elder.call('GET /wallet')).reply.balanceFen).toBe(10_000)
    expect((await handOver('A001')).reply).toMatchObject({ status: 'handed_over' })
  })

  it('has one payment, however often and at once it is asked for', async () => {
    const { order, payment } = await orderAtWechat(elder, lunch)
    const answers = await Promise.all([...Array(10).keys()].map(() => payOrder(elder, order.id)))
    expect(new Set(answers.map(({ reply }) => reply.id))).toEqual(new Set([payment.id]))
    expect(await till.app.dataSource.manager.count(Payment)).toBe(1)
    expect([await till.wechat.pay.pays(payment), await till.wechat.pay.pays(payment)]).toEqual([true, false])
    expect(refusalOf(await payOrder(elder, order.id))).toBe('409 canteen.state_changed')
  })

  it('gets a new payment after the first was left, and only one of them', async () => {
    const { order, payment } = await orderAtWechat(elder, lunch)
    await elder.call('POST /wallet/payments/:id/close', { params: { id: payment.id } })
    const [first, second] = await Promise.all([payOrder(elder, order.id), payOrder(elder, order.id)])
    expect(first.reply.id).toBe(second.reply.id)
    expect(first.reply.id).not.toBe(payment.id)
    await till.wechat.pay.pays(first.reply)
    expect(await orderOf(elder, order.id)).toMatchObject({ status: 'paid' })
  })

  it('is paid by whoever placed it, even where the mandate says the principal pays', async () => {
    const daughter = await till.payer(lunch, { name: '周敏' })
    await lunch.make.mandate(daughter.id, elderId, { payer: 'principal' })
    const { order, payment } = await orderAtWechat(daughter.api, lunch, { forPersonId: elderId })
    expect(order).toMatchObject({ paidBy: { name: '周敏' }, eater: { name: '王秀珍' } })
    expect((await orderOf(elder, order.id)).actions).toEqual(['cancel', 'reorder'])
    expect(refusalOf(await payOrder(elder, order.id))).toBe('404 canteen.order_not_found')
    await till.wechat.pay.pays(payment)
    expect(await titles(elder)).toEqual(['今天午餐订好了，取餐号 A001'])
    expect((await elder.call('GET /wallet')).reply.balanceFen).toBe(10_000)
  })
})

describe('an order that is not paid in time', () => {
  it('is expired at that very instant, and what it held goes back once', async () => {
    const { order } = await orderAtWechat(elder, lunch, two())
    expect(await held()).toEqual({ halves: 4, places: 1, rights: 1 })
    till.at('2026-11-23T02:09:59.999Z')
    await till.work()
    expect((await orderOf(elder, order.id)).status).toBe('placed')
    till.at('2026-11-23T02:10:00.000Z')
    expect(await orderOf(elder, order.id)).toMatchObject({ status: 'expired', actions: ['reorder'] })
    expect(refusalOf(await payOrder(elder, order.id))).toBe('409 canteen.state_changed')
    expect(refusalOf(await cancel(order.id))).toBe('409 canteen.state_changed')
    await Promise.all([till.work(), till.work()])
    await till.work()
    expect(await held()).toEqual(NOTHING)
    expect(await titles(elder)).toEqual(['今天午餐没有订成'])
    expect((await till.wechat.pay.book()).orders).toMatchObject([{ state: 'CLOSED' }])
    expect(refusalOf(await handOver('A001'))).toBe('409 canteen.not_paid')
  })

  it('leaves its portions to the next one, before anybody has swept up', async () => {
    await table(1)
    const other = await till.payer(lunch)
    await orderAtWechat(elder, lunch)
    const order = () => other.api.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() })
    expect(refusalOf(await order())).toBe('409 canteen.sold_out')
    till.at('2026-11-23T02:10:00.000Z')
    expect((await order()).reply).toMatchObject({ status: 'paid' })
  })

  it('is had all the same when the money comes late and everything is still there', async () => {
    const { order, payment } = await orderAtWechat(elder, lunch, two())
    till.at('2026-11-23T02:10:00.000Z')
    await till.wechat.pay.fault('close', 'error')
    await till.wechat.pay.fault('query', 'error')
    await till.work()
    expect(await held()).toEqual(NOTHING)
    await till.wechat.pay.pays(payment, { notices: 3 })
    expect(await orderOf(elder, order.id)).toMatchObject({ status: 'paid', pickupNumber: 'A001' })
    expect(await held()).toEqual({ halves: 4, places: 1, rights: 1 })
    expect(await till.app.dataSource.manager.count(Refund)).toBe(0)
  })

  it('gives late money back when the portions are gone, and says so', async () => {
    await table(2)
    const other = await till.payer(lunch)
    const { order, payment } = await orderAtWechat(elder, lunch, two())
    till.at('2026-11-23T02:10:00.000Z')
    await other.api.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() })
    await till.wechat.pay.pays(payment, { notices: 2 })
    expect(till.wechat.pay.notices.map(({ status }) => status)).toEqual([204, 204])
    expect(await orderOf(elder, order.id)).toMatchObject({ status: 'expired' })
    expect((await titles(elder))[0]).toBe('¥17.40 正在原路退回微信')
    await till.refunded()
    expect((await till.wechat.pay.book()).refunds).toMatchObject([{ status: 'SUCCESS', amount: { refund: 1740 } }])
    expect(await held()).toEqual({ halves: 2, places: 1, rights: 0 })
    expect([await till.account('payout_pending'), await till.account('wechat_clearing')]).toEqual([0, 0])
  })

  it('gives money back that is heard of when the meal is over', async () => {
    const { order, payment } = await orderAtWechat(elder, lunch, two())
    await till.wechat.pay.pays(payment, { notices: 0 })
    till.at('2026-11-23T05:00:00.000Z')
    await till.work()
    expect((await orderOf(elder, order.id)).status).toBe('expired')
    expect(await titles(elder)).toContain('¥17.40 正在原路退回微信')
    await till.refunded()
    expect((await till.wechat.pay.book()).refunds).toMatchObject([{ status: 'SUCCESS', amount: { refund: 1740 } }])
    expect(await held()).toEqual(NOTHING)
  })

  it('gives late money back when the day’s subsidy was used for another meal meanwhile', async () => {
    const { order, payment } = await orderAtWechat(elder, lunch, two())
    till.at('2026-11-23T02:10:00.000Z')
    const second = await elder.call('POST /canteen/orders', { body: lunch.body(two()), idempotencyKey: newKey() })
    expect(second.reply.subsidyFen).toBe(300)
    await till.wechat.pay.pays(payment)
    expect(await orderOf(elder, order.id)).toMatchObject({ status: 'expired' })
    expect(await held()).toEqual({ halves: 4, places: 1, rights: 1 })
    expect(await till.app.dataSource.manager.sum(Refund, 'amountFen')).toBe(1740)
  })

  it('ends one way or the other when money and time come at once', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      await table()
      const { order, payment } = await orderAtWechat(elder, lunch, two())
      till.at('2026-11-23T02:10:00.000Z')
      await Promise.all([till.work(), till.wechat.pay.pays(payment, { notices: 2 }), till.work()])
      const { status } = await orderOf(elder, order.id)
      // Nothing else wanted the portions, so the money always gets them; had it been closed first, WeChat would take none.
      const { orders } = await till.wechat.pay.book()
      expect(status).toBe(orders[0]!.state === 'SUCCESS' ? 'paid' : 'expired')
      expect(await held()).toEqual(status === 'paid' ? { halves: 4, places: 1, rights: 1 } : NOTHING)
    }
  })
})

describe('cancelling', () => {
  it('before the money came gives all back, and nothing can be paid any more', async () => {
    const { order, payment } = await orderAtWechat(elder, lunch, two())
    const { reply } = await cancel(order.id)
    expect(reply).toMatchObject({ status: 'cancelled_by_eater', refundedFen: 0, actions: ['reorder'] })
    expect(await held()).toEqual(NOTHING)
    expect(await till.wechat.pay.pays(payment)).toBe(false)
    expect(await paymentOf(elder, payment.id)).toMatchObject({ status: 'closed' })
  })

  it('while the money is under way sends it back: a cancelled order is not had', async () => {
    const { order, payment } = await orderAtWechat(elder, lunch)
    await till.wechat.pay.pays(payment, { notices: 0 })
    await cancel(order.id)
    expect(await paymentOf(elder, payment.id)).toMatchObject({ status: 'paid' })
    expect(await orderOf(elder, order.id)).toMatchObject({ status: 'cancelled_by_eater' })
    await till.work()
    expect((await till.wechat.pay.book()).refunds).toMatchObject([{ amount: { refund: 1020 } }])
    expect(await titles(elder)).toEqual(['¥10.20 正在原路退回微信', '今天午餐退掉了'])
  })

  it('a paid one gives the money back through WeChat, and the wallet is not touched', async () => {
    const { order, payment } = await orderAtWechat(elder, lunch, two())
    await till.wechat.pay.pays(payment)
    expect((await cancel(order.id)).reply).toMatchObject({ status: 'cancelled_by_eater', refundedFen: 1740 })
    expect(refusalOf(await cancel(order.id))).toBe('409 canteen.state_changed')
    expect(await till.account('payout_pending')).toBe(1740)
    await till.refunded()
    expect((await till.wechat.pay.book()).refunds).toMatchObject([{ amount: { refund: 1740, total: 1740 } }])
    expect(await held()).toEqual(NOTHING)
    expect((await elder.call('GET /wallet')).reply.balanceFen).toBe(10_000)
    for (const kind of ['payout_pending', 'wechat_clearing', 'subsidy_receivable'] as const)
      expect(await till.account(kind)).toBe(0)
    expect(await till.account('canteen_revenue', lunch.canteen.id)).toBe(0)
  })

  it('frees the daily cap of a mandate, and a late revival takes it again', async () => {
    const daughter = await till.payer(lunch)
    await lunch.make.mandate(daughter.id, elderId, { capFen: 1100 })
    const forHer = { forPersonId: elderId }
    const first = await orderAtWechat(daughter.api, lunch, forHer)
    await cancel(first.order.id, daughter.api)
    const second = await orderAtWechat(daughter.api, lunch, forHer)
    till.at('2026-11-23T02:10:00.000Z')
    await till.wechat.pay.pays(second.payment, { notices: 0 })
    await till.app.dataSource.manager.update(Order, { id: second.order.id }, { status: 'placed' })
    await till.wechat.pay.fault('query', 'error')
    await till.work()
    expect((await orderOf(daughter.api, second.order.id)).status).toBe('expired')
    await till.wechat.pay.notify(second.payment)
    expect((await orderOf(daughter.api, second.order.id)).status).toBe('paid')
    const body = lunch.body(forHer)
    const third = await daughter.api.call('POST /canteen/orders', { body, idempotencyKey: newKey() })
    expect(refusalOf(third)).toBe('409 mandates.cap_reached')
  })
})
