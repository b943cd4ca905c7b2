import { Payment } from '../../src/wallet/payment.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import type { Lunch } from '../support/lunch.js'
import { openTill, type Till } from '../support/till.js'

let till: Till
let lunch: Lunch
let personId: string
let person: Api

beforeAll(async () => {
  till = await openTill()
})
afterAll(() => till.close())
beforeEach(async () => {
  lunch = await till.set()
  const payer = await till.payer(lunch, { balanceFen: 0 })
  personId = payer.id
  person = payer.api
})
afterEach(() => till.expectEven(lunch))

const topUp = async (amountFen: number): Promise<string> => {
  const { reply } = await person.call('POST /wallet/top-ups', { body: { amountFen }, idempotencyKey: newKey() })
  await till.wechat.pay.pays(reply)
  return reply.id
}
const payOut = (idempotencyKey = newKey()) => person.call('POST /wallet/payouts', { idempotencyKey })
const payouts = async () => (await person.call('GET /wallet/payouts')).reply.items
const clerk = async (): Promise<Api> => lunch.api.as((await lunch.make.person()).id, [{ role: 'clerk' }])
const cashIn = async (amountFen: number): Promise<void> => {
  await (await clerk()).call('POST /desk/top-ups', { body: { personId, amountFen }, idempotencyKey: newKey() })
}

describe('paying one’s own money out', () => {
  it('returns top-ups through WeChat, newest first, and only what is left of them', async () => {
    await topUp(3000)
    till.at('2026-11-23T02:01:00.000Z')
    await topUp(2000)
    await person.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() })
    const { status, reply } = await payOut()
    expect(status).toBe(201)
    expect(reply).toMatchObject({ amountFen: 3800 })
    expect(reply.parts.map(({ way, amountFen, status: state }) => [way, amountFen, state]).sort()).toEqual([
      ['wechat', 1800, 'pending'],
      ['wechat', 2000, 'pending'],
    ])
    expect((await person.call('GET /wallet')).reply).toMatchObject({ balanceFen: 0, actions: ['top_up'] })
    await till.refunded()
    expect((await payouts())[0]!.parts.map((part) => part.status)).toEqual(['done', 'done'])
    expect(await till.account('payout_pending')).toBe(0)
    // What the order cost stays at WeChat; it is the canteen's.
    expect(await till.account('wechat_clearing')).toBe(-1200)
    const [newest] = (await person.call('GET /notices')).reply.items
    expect(newest).toMatchObject({ kind: 'money_paid_out', title: '余额 ¥38.00 正在退回' })
  })

  it('hands out in cash what did not come through WeChat, or came more than a year ago', async () => {
    const old = await topUp(1000)
    const paidAt = new Date('2025-11-22T15:59:59.999Z')
    await till.app.dataSource.manager.update(Payment, { id: old }, { paidAt })
    await topUp(500)
    await cashIn(300)
    const { reply } = await payOut()
    expect(reply.parts).toEqual([
      { way: 'wechat', amountFen: 500, status: 'pending' },
      { way: 'cash', amountFen: 1300, status: 'pending' },
    ])
  })

  it('leaves gift money where it is', async () => {
    await lunch.make.gift(personId, 700)
    expect(refusalOf(await payOut())).toBe('409 wallet.nothing_to_pay_out')
    await cashIn(300)
    expect((await payOut()).reply).toMatchObject({ amountFen: 300 })
    expect((await person.call('GET /wallet')).reply.balanceFen).toBe(700)
  })

  it('pays one balance out once, however often and at once it is asked for', async () => {
    await topUp(2000)
    const key = newKey()
    const answers = await Promise.all([payOut(key), ...[...Array(7).keys()].map(() => payOut())])
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    for (const answer of answers.filter(({ status }) => status !== 201))
      expect(refusalOf(answer)).toBe('409 wallet.nothing_to_pay_out')
    expect(await payouts()).toHaveLength(1)
  })

  it('puts back into the wallet what WeChat cannot return; the next time it is handed out in cash', async () => {
    await topUp(2000)
    await till.wechat.pay.refundMode('manual')
    await payOut()
    await till.work()
    const { refunds } = await till.wechat.pay.book()
    await till.wechat.pay.settleRefund(refunds[0]!.out_refund_no, 'ABNORMAL')
    expect((await payouts())[0]!.parts).toEqual([{ way: 'wechat', amountFen: 2000, status: 'failed' }])
    expect((await person.call('GET /wallet')).reply.balanceFen).toBe(2000)
    expect((await payOut()).reply.parts).toEqual([{ way: 'cash', amountFen: 2000, status: 'pending' }])
  })

  it('keeps an account until what is on its way back has arrived, so that what WeChat cannot return has an owner', async () => {
    await topUp(2000)
    await till.wechat.pay.refundMode('manual')
    await payOut()
    const leave = () => person.call('POST /me/deletion')
    expect(refusalOf(await leave())).toBe('409 privacy.money_moving')
    await till.work()
    expect(refusalOf(await leave())).toBe('409 privacy.money_moving')
    const { refunds } = await till.wechat.pay.book()
    await till.wechat.pay.settleRefund(refunds[0]!.out_refund_no, 'SUCCESS')
    expect((await leave()).status).toBe(200)
  })

  it('hands the cash over once, to whoever it belongs to, by somebody else', async () => {
    await cashIn(900)
    const { reply } = await payOut()
    const params = { id: reply.id }
    const desk = await clerk()
    expect((await desk.call('GET /desk/drawer')).reply).toMatchObject({
      balanceFen: 900,
      topUpsToday: 1,
      payoutsWaiting: [{ id: reply.id, amountFen: 900, personName: '王*明' }],
    })
    expect(refusalOf(await person.call('POST /desk/payouts/:id/paid', { params }))).toBe('403 auth.forbidden')
    const themself = lunch.api.as(personId, [{ role: 'clerk' }])
    expect(refusalOf(await themself.call('POST /desk/payouts/:id/paid', { params }))).toMatch('desk.oneself')
    await till.app.dismiss(personId)
    const answers = await Promise.all([1, 2, 3, 4].map(() => desk.call('POST /desk/payouts/:id/paid', { params })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(refusalOf(answer)).toBe('409 wallet.payout_done')
    expect((await desk.call('GET /desk/drawer')).reply).toMatchObject({ balanceFen: 0, payoutsWaiting: [] })
    expect((await payouts())[0]!.parts).toEqual([{ way: 'cash', amountFen: 900, status: 'done' }])
    const nobody = await desk.call('POST /desk/payouts/:id/paid', { params: { id: personId } })
    expect(refusalOf(nobody)).toBe('404 wallet.payout_not_found')
  })

  it('shows nobody the pay-outs of others', async () => {
    await cashIn(900)
    await payOut()
    const other = (await till.payer(lunch)).api
    expect((await other.call('GET /wallet/payouts')).reply.items).toEqual([])
  })
})
