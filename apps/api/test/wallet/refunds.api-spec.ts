import type { OrderView } from '@wanli/contracts/canteen'

import { SubsidyUse } from '../../src/canteen/subsidy-use.entity.js'
import { PaidPart } from '../../src/wallet/paid-part.entity.js'
import { Refund } from '../../src/wallet/refund.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import type { Lunch } from '../support/lunch.js'
import { openTill, orderAtWechat, orderOf, type Till } from '../support/till.js'
import { until } from '../support/until.js'

let till: Till
let lunch: Lunch
let elderId: string
let elder: Api
let cook: Api

beforeAll(async () => {
  till = await openTill()
})
afterAll(() => till.close())
beforeEach(async () => {
  lunch = await till.set()
  const payer = await till.payer(lunch, { age: 82 })
  elderId = payer.id
  elder = payer.api
  cook = await staffOf(lunch.canteen.id)
})
afterEach(() => till.expectEven(lunch))

const staffOf = async (scopeId: string): Promise<Api> =>
  lunch.api.as((await lunch.make.person()).id, [{ role: 'canteen_staff', scopeId }])
/** 12.00 + 7.00 + 3 × 1.00, less 15 % and the subsidy of 3.00: amounts that no line divides evenly. */
const three = () => ({
  lines: [
    { offerId: lunch.meat.id, quantity: 1 },
    { offerId: lunch.meat.id, quantity: 1, portion: 'half' as const },
    { offerId: lunch.rice.id, quantity: 3 },
  ],
})
const refundLine = (order: OrderView, index: number, api = cook, reason = '今天卖完了') =>
  api.call('POST /canteen/orders/:id/lines/:lineId/refund', {
    params: { id: order.id, lineId: order.lines[index]!.id },
    body: { reason },
    idempotencyKey: newKey(),
  })
const place = async (change: Parameters<Lunch['body']>[0] = {}): Promise<OrderView> =>
  (await elder.call('POST /canteen/orders', { body: lunch.body(change), idempotencyKey: newKey() })).reply
const paidAtWechat = async (change: Parameters<Lunch['body']>[0] = {}): Promise<OrderView> => {
  const { order, payment } = await orderAtWechat(elder, lunch, change)
  await till.wechat.pay.pays(payment)
  return order
}
const refundsThere = async () => (await till.wechat.pay.book()).refunds
const refundsHere = () => till.app.dataSource.manager.find(Refund, { order: { createdAt: 'ASC', id: 'ASC' } })
const pockets = async () => {
  const { reply } = await elder.call('GET /wallet')
  return Object.fromEntries(reply.pockets.map(({ pocket, balanceFen }) => [pocket, balanceFen]))
}

describe('dishes the canteen cannot serve', () => {
  it('go back one by one, and add up to the fen of what was paid at WeChat', async () => {
    const order = await paidAtWechat(three())
    expect(order.payFen).toBe(1570)
    const first = await refundLine(order, 1)
    expect(first.reply).toMatchObject({
      status: 'paid',
      lines: [
        { refundedAt: null },
        { id: order.lines[1]!.id, refundedAt: '2026-11-23T02:00:00.000Z' },
        { refundedAt: null },
      ],
    })
    const seen = await orderOf(elder, order.id)
    expect(seen.refundedFen).toBe(order.lines[1]!.payFen)
    expect(await till.app.dataSource.manager.sum(SubsidyUse, 'amountFen')).toBe(300 - order.lines[1]!.subsidyFen)
    await refundLine(order, 0)
    const last = await refundLine(order, 2)
    expect(last.reply.status).toBe('cancelled_by_canteen')
    await till.refunded()
    const back = await refundsThere()
    expect(back.map(({ amount }) => amount.refund).sort()).toEqual(order.lines.map((line) => line.payFen).sort())
    expect(back.reduce((sum, { amount }) => sum + amount.refund, 0)).toBe(order.payFen)
    expect(await orderOf(elder, order.id)).toMatchObject({ refundedFen: order.payFen, actions: ['reorder'] })
    expect(await till.app.dataSource.manager.count(SubsidyUse)).toBe(0)
    for (const kind of ['payout_pending', 'wechat_clearing', 'subsidy_receivable'] as const)
      expect(await till.account(kind)).toBe(0)
    expect(await till.account('canteen_revenue', lunch.canteen.id)).toBe(0)
    const told = (await elder.call('GET /notices')).reply.items
    expect(told.map(({ title }) => title)).toEqual([
      'A001 整单退掉了',
      '「红烧狮子头」退掉了',
      '「红烧狮子头」退掉了',
      '今天午餐订好了，取餐号 A001',
    ])
    expect(told[1]!.body).toContain('食堂说「今天卖完了」。¥')
  })

  it('go back once each, even when two of the staff tap at once', async () => {
    const order = await paidAtWechat(three())
    const answers = await Promise.all([...Array(6).keys()].map((index) => refundLine(order, index % 3)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(['409 canteen.line_refunded', '409 canteen.state_changed']).toContain(refusalOf(answer))
    expect(await orderOf(elder, order.id)).toMatchObject({ status: 'cancelled_by_canteen', refundedFen: order.payFen })
    expect((await refundsHere()).reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(order.payFen)
    const again = await refundLine(order, 0)
    expect(refusalOf(again)).toBe('409 canteen.line_refunded')
  })

  it('leave the rest to be cancelled by the eater, who gets exactly the rest', async () => {
    const order = await paidAtWechat(three())
    await refundLine(order, 0)
    const params = { id: order.id }
    const { reply } = await elder.call('POST /canteen/orders/:id/cancel', { params, idempotencyKey: newKey() })
    expect(reply).toMatchObject({ status: 'cancelled_by_eater', refundedFen: order.payFen })
    expect((await refundsHere()).map(({ amountFen }) => amountFen)).toEqual([
      order.lines[0]!.payFen,
      order.payFen - order.lines[0]!.payFen,
    ])
  })

  it('return to the pockets in the reverse order of how they paid: gift money last', async () => {
    await lunch.make.gift(elderId, 1000)
    const order = await place(three())
    expect(await pockets()).toEqual({ own: 10_000 - (order.payFen - 1000), gift: 0 })
    await refundLine(order, 0)
    const line = order.lines[0]!.payFen
    const own = Math.min(line, order.payFen - 1000)
    expect(await pockets()).toEqual({ own: 10_000 - (order.payFen - 1000) + own, gift: line - own })
    for (const index of [1, 2]) await refundLine(order, index)
    expect(await pockets()).toEqual({ own: 10_000, gift: 1000 })
    for (const part of await till.app.dataSource.manager.find(PaidPart)) expect(part.refundedFen).toBe(part.paidFen)
  })

  it('are refused of a meal that is gone, of another canteen, of no such line, and to whoever is not its staff', async () => {
    const order = await place()
    const other = await staffOf((await lunch.make.canteen('别家食堂')).id)
    expect(refusalOf(await refundLine(order, 0, other))).toBe('404 canteen.order_not_found')
    expect(refusalOf(await refundLine(order, 0, elder))).toBe('403 auth.forbidden')
    expect(refusalOf(await refundLine({ ...order, lines: [{ ...order.lines[0]!, id: order.id }] }, 0))).toBe(
      '404 canteen.line_not_found',
    )
    expect(refusalOf(await refundLine(order, 0, cook, ''))).toBe('422 request.invalid')
    await cook.call('POST /canteen/pickups', { body: { code: 'A001', early: true }, idempotencyKey: newKey() })
    expect(refusalOf(await refundLine(order, 0))).toBe('409 canteen.state_changed')
  })
})

describe('a refund at WeChat', () => {
  const cancelled = async (): Promise<OrderView> => {
    const order = await paidAtWechat()
    await elder.call('POST /canteen/orders/:id/cancel', { params: { id: order.id }, idempotencyKey: newKey() })
    return order
  }

  it.each(['error', 'cut', 'hang'] as const)(
    'that stumbles (%s) is asked for again under the same number',
    async (kind) => {
      await cancelled()
      await till.wechat.pay.refundMode('manual')
      await till.wechat.pay.fault('refund', kind)
      await till.work()
      const [waiting] = await refundsHere()
      expect(waiting).toMatchObject({ status: 'waiting' })
      till.at('2026-11-23T02:01:00.000Z')
      await till.work()
      expect(await refundsThere()).toMatchObject([{ out_refund_no: waiting!.outRefundNo, amount: { refund: 1020 } }])
      await till.wechat.pay.settleRefund(waiting!.outRefundNo, 'SUCCESS')
      expect(await refundsHere()).toMatchObject([{ status: 'success' }])
      expect(await till.account('payout_pending')).toBe(0)
    },
  )

  it('whose notice comes before the reply is done once', async () => {
    await cancelled()
    await till.wechat.pay.fault('refund', 'cut')
    await till.work()
    const [row] = await refundsHere()
    for (let more = 0; more < 2; more += 1) await till.wechat.pay.settleRefund(row!.outRefundNo, 'SUCCESS')
    till.at('2026-11-23T02:01:00.000Z')
    await till.work()
    expect(await refundsHere()).toMatchObject([{ status: 'success' }])
    expect(await refundsThere()).toHaveLength(1)
    expect(await till.account('wechat_clearing')).toBe(0)
  })

  it('whose notice is lost is found by asking', async () => {
    await cancelled()
    till.wechat.pay.front()
    await till.work()
    await until(async () => (await refundsThere())[0]?.status === 'SUCCESS', 'WeChat decides')
    till.wechat.pay.front(...till.apps)
    till.at('2026-11-23T02:01:00.000Z')
    await till.work()
    expect(await refundsHere()).toMatchObject([{ status: 'success' }])
  })

  it('that cannot be returned goes to the wallet, once, and says so', async () => {
    await till.wechat.pay.refundMode('manual')
    await cancelled()
    await till.work()
    const [row] = await refundsHere()
    await till.wechat.pay.settleRefund(row!.outRefundNo, 'ABNORMAL')
    till.at('2026-11-23T02:01:00.000Z')
    await till.work()
    expect(await refundsHere()).toMatchObject([{ status: 'abnormal' }])
    expect(await pockets()).toEqual({ own: 11_020 })
    const [newest] = (await elder.call('GET /notices')).reply.items
    expect(newest).toMatchObject({ kind: 'money_added', title: '¥10.20 放进钱包了' })
    expect(await till.account('payout_pending')).toBe(0)
  })
})
