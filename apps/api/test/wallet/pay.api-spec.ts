import { Notice } from '../../src/notices/notice.entity.js'
import { AccountService } from '../../src/people/account.service.js'
import { Audit } from '../../src/privacy/audit.entity.js'
import { Payment } from '../../src/wallet/payment.entity.js'
import { Posting } from '../../src/wallet/posting.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp } from '../support/app.js'
import { setLunch, type Lunch } from '../support/lunch.js'
import { openTill, paymentOf, type Till } from '../support/till.js'

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
  const payer = await till.payer(lunch, { balanceFen: 1000 })
  personId = payer.id
  person = payer.api
})
afterEach(() => till.expectEven(lunch))

const topUp = (amountFen = 5000, idempotencyKey = newKey(), api = person) =>
  api.call('POST /wallet/top-ups', { body: { amountFen }, idempotencyKey })
const balance = async (): Promise<number> => (await person.call('GET /wallet')).reply.balanceFen
const credits = (): Promise<number> => till.app.dataSource.manager.countBy(Posting, { kind: 'top_up_wechat' })

describe('topping up at WeChat', () => {
  it('fills the wallet when the money is there, and says so', async () => {
    const { status, reply } = await topUp()
    expect(status).toBe(201)
    expect(reply).toMatchObject({
      purpose: 'top_up',
      orderId: null,
      amountFen: 5000,
      status: 'pending',
      paidAt: null,
      expiresAt: '2026-11-23T02:30:00.000Z',
      wechat: { signType: 'RSA', package: expect.stringMatching(/^prepay_id=wx/) as string },
    })
    expect(till.wechat.pay.hasSigned(reply.wechat!)).toBe(true)
    expect(await balance()).toBe(1000)
    expect(await till.wechat.pay.pays(reply)).toBe(true)
    const paid = await paymentOf(person, reply.id)
    expect(paid).toMatchObject({ status: 'paid', wechat: null, paidAt: '2026-11-23T02:00:00.000Z' })
    expect(await balance()).toBe(6000)
    const [newest] = (await person.call('GET /wallet/entries')).reply.items
    expect(newest).toMatchObject({ kind: 'top_up_wechat', pocket: 'own', amountFen: 5000, balanceAfterFen: 6000 })
    const [notice] = (await person.call('GET /notices')).reply.items
    expect(notice).toMatchObject({ kind: 'money_added', title: '充值 ¥50.00 到账了' })
    expect(await till.account('wechat_clearing')).toBe(-5000)
  })

  it('is one payment and one charge, however often the button is tapped', async () => {
    const key = newKey()
    const first = await topUp(5000, key)
    const again = await topUp(5000, key)
    expect(again.reply.id).toBe(first.reply.id)
    expect(await till.wechat.pay.pays(first.reply)).toBe(true)
    expect(await till.wechat.pay.pays(first.reply)).toBe(false)
    expect((await topUp(5000, key)).reply).toMatchObject({ id: first.reply.id, status: 'paid', wechat: null })
    expect(await balance()).toBe(6000)
  })

  it('takes a notice that comes before the reply of the prepay', async () => {
    await till.wechat.pay.fault('prepay', 'notify_first')
    expect((await topUp()).reply).toMatchObject({ status: 'paid', wechat: null })
    expect(await balance()).toBe(6000)
  })

  it('credits once when the notice comes five times at once, and a sixth time later', async () => {
    const { reply } = await topUp()
    await till.wechat.pay.pays(reply, { notices: 5 })
    expect(await till.wechat.pay.notify(reply)).toEqual([204])
    expect(till.wechat.pay.notices.map(({ status }) => status)).toEqual(Array(6).fill(204))
    expect(await balance()).toBe(6000)
    expect(await credits()).toBe(1)
  })

  it.each(['signature', 'serial', 'timestamp', 'amount'] as const)(
    'refuses a notice with a forged %s and credits nothing, then takes the true one',
    async (forge) => {
      const { reply } = await topUp()
      await till.wechat.pay.pays(reply, { notices: 1, forge })
      expect(till.wechat.pay.notices.map(({ status }) => status)).toEqual([401])
      expect(await balance()).toBe(1000)
      expect(await till.wechat.pay.notify(reply)).toEqual([204])
      expect(await balance()).toBe(6000)
    },
  )

  it('refuses a notice without a signature, with another body, or of a payment nobody began', async () => {
    const { reply } = await topUp()
    await till.wechat.pay.pays(reply, { notices: 0 })
    await till.wechat.pay.notify(reply, { forge: 'amount' })
    const { headers, body } = till.wechat.pay.notices[0]!
    const send = async (given: Record<string, string>, text: string): Promise<number> => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json', ...given }, body: text }
      return (await fetch(`${till.app.url}/api/v1/wechat/pay/notify`, init)).status
    }
    expect(await send({}, body)).toBe(401)
    expect(await send(headers, body.replace('encrypt-resource', 'encrypt-resourcf'))).toBe(401)
    expect(await send({ 'content-type': 'text/plain' }, body)).toBe(401)
    await till.app.dataSource.manager.delete(Payment, { id: reply.id })
    expect(await till.wechat.pay.notify(reply)).toEqual([401])
    expect(await balance()).toBe(1000)
  })

  it('credits both of two payments that WeChat takes in the same millisecond', async () => {
    const [first, second] = [await topUp(100), await topUp(200)]
    const standing = jest.spyOn(Date, 'now').mockReturnValue(Date.now())
    for (const { reply } of [first, second]) await till.wechat.pay.pays(reply, { notices: 0 })
    standing.mockRestore()
    for (const { reply } of [first, second]) expect(await paymentOf(person, reply.id)).toMatchObject({ status: 'paid' })
    expect(await balance()).toBe(1300)
  })

  it('finds money whose notice was lost, when the person looks', async () => {
    const { reply } = await topUp()
    await till.wechat.pay.pays(reply, { notices: 0 })
    expect(await balance()).toBe(1000)
    expect(await paymentOf(person, reply.id)).toMatchObject({ status: 'paid' })
    expect(await balance()).toBe(6000)
  })

  it('finds money whose notice was lost, when nobody looks', async () => {
    const { reply } = await topUp()
    await till.wechat.pay.pays(reply, { notices: 0 })
    till.at('2026-11-23T02:00:29.999Z')
    await till.work()
    expect(await balance()).toBe(1000)
    till.at('2026-11-23T02:00:30.000Z')
    await till.work()
    expect(await balance()).toBe(6000)
    await till.wechat.pay.notify(reply)
    expect(await credits()).toBe(1)
  })

  it('closes what nobody paid in time, at WeChat too', async () => {
    const { reply } = await topUp()
    till.at('2026-11-23T02:30:00.000Z')
    await till.work()
    expect(await paymentOf(person, reply.id)).toMatchObject({ status: 'closed', wechat: null })
    expect((await till.wechat.pay.book()).orders).toMatchObject([{ state: 'CLOSED' }])
    expect(await till.wechat.pay.pays(reply)).toBe(false)
  })

  it('books money that was quicker than the closing, and tells so', async () => {
    const close = (id: string) => person.call('POST /wallet/payments/:id/close', { params: { id } })
    const { reply } = await topUp()
    await till.wechat.pay.pays(reply, { notices: 0 })
    expect((await close(reply.id)).reply).toMatchObject({ status: 'paid' })
    expect(await balance()).toBe(6000)
    const left = await topUp()
    expect((await close(left.reply.id)).reply).toMatchObject({ status: 'closed' })
    expect((await close(left.reply.id)).reply).toMatchObject({ status: 'closed' })
  })

  it('never loses money that comes after the payment was closed here', async () => {
    const { reply } = await topUp()
    await till.wechat.pay.pays(reply, { notices: 0 })
    const closed = { status: 'closed' as const, nextTryAt: null }
    await till.app.dataSource.manager.update(Payment, { id: reply.id }, closed)
    expect(await till.wechat.pay.notify(reply, { notices: 2 })).toEqual([204, 204])
    expect(await paymentOf(person, reply.id)).toMatchObject({ status: 'late' })
    expect(await balance()).toBe(6000)
  })

  describe('that comes after its account was erased', () => {
    /** Somebody tops up, leaves, and is erased; WeChat says only then that they had paid. */
    const comesLate = async () => {
      const leaver = await till.payer(lunch, { balanceFen: 0 })
      const { reply } = await topUp(5000, newKey(), leaver.api)
      await till.wechat.pay.pays(reply, { notices: 0 })
      await till.app.dataSource.manager.update(Payment, { id: reply.id }, { status: 'closed', nextTryAt: null })
      expect((await leaver.api.call('POST /me/deletion')).status).toBe(200)
      till.at('2026-11-30T02:00:00.000Z')
      await till.app.nest.get(AccountService, { strict: false }).eraseDue()
      expect(await till.wechat.pay.notify(reply, { notices: 2 })).toEqual([204, 204])
      await till.refunded()
      const payment = await till.app.dataSource.manager.findOneByOrFail(Payment, { id: reply.id })
      expect(payment).toMatchObject({ status: 'late', refundedFen: 5000 })
      return leaver.id
    }
    const balanceOf = (personId: string) => till.app.ledger.balanceOf(till.app.dataSource.manager, personId)

    it('sends it back, where nobody could reach it', async () => {
      expect(await balanceOf(await comesLate())).toBe(0)
      expect((await till.wechat.pay.book()).refunds).toMatchObject([{ status: 'SUCCESS', amount: { refund: 5000 } }])
      expect([await till.account('wechat_clearing'), await till.account('payout_pending')]).toEqual([0, 0])
    })

    it('waits as cash at the desk when WeChat cannot return it, for whoever shows its number, once', async () => {
      await till.wechat.pay.refundMode('abnormal')
      const leaverId = await comesLate()
      const { manager } = till.app.dataSource
      expect([await balanceOf(leaverId), await till.account('payout_pending')]).toEqual([0, 5000])
      expect(await manager.countBy(Notice, { personId: leaverId })).toBe(0)
      const clerk = lunch.api.as((await lunch.make.person({ name: '许阿姨' })).id, [{ role: 'clerk' }])
      const [waiting] = (await clerk.call('GET /desk/drawer')).reply.payoutsWaiting
      const { outTradeNo } = await manager.findOneByOrFail(Payment, { personId: leaverId })
      expect(waiting).toMatchObject({ personName: '已注销用户', amountFen: 5000, paymentNumber: outTradeNo })
      const params = { id: waiting!.id }
      const answers = await Promise.all([1, 2].map(() => clerk.call('POST /desk/payouts/:id/paid', { params })))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      expect((await clerk.call('GET /desk/drawer')).reply.payoutsWaiting).toEqual([])
      expect(await till.account('payout_pending')).toBe(0)
      const audit = await manager.findBy(Audit, { action: 'desk.cash_out' })
      expect(audit).toMatchObject([{ subjectId: leaverId, detail: `付现金 ¥50.00，商户单号 ${outTradeNo}` }])
      await till.expectEven(lunch)
    })
  })
})

describe('paying at WeChat is refused', () => {
  it('to somebody who never came from WeChat', async () => {
    const api = lunch.api.as((await lunch.make.person()).id)
    expect(refusalOf(await topUp(5000, newKey(), api))).toBe('409 wallet.wechat_needed')
    const body = lunch.body({ payBy: 'wechat' })
    const order = await api.call('POST /canteen/orders', { body, idempotencyKey: newKey() })
    expect(refusalOf(order)).toBe('409 wallet.wechat_needed')
  })

  it('for other people, whose payment is nowhere to be found', async () => {
    const { reply } = await topUp()
    const stranger = (await till.payer(lunch)).api
    const params = { id: reply.id }
    expect(refusalOf(await stranger.call('GET /wallet/payments/:id', { params }))).toBe('404 wallet.payment_not_found')
    expect(refusalOf(await stranger.call('POST /wallet/payments/:id/close', { params }))).toBe(
      '404 wallet.payment_not_found',
    )
  })

  it.each([0, -1, 1.5, 100_001, '１２'])('for an amount of %s', async (amountFen) => {
    const answer = await person.raw('POST /wallet/top-ups', { body: { amountFen }, idempotencyKey: newKey() })
    expect(refusalOf(answer)).toBe('422 request.invalid')
  })

  it('at the sheet of the demo, which is nowhere else', async () => {
    const { reply } = await topUp()
    const answer = await person.call('POST /demo/payments/:id/pay', {
      params: { id: reply.id },
      body: { outcome: 'paid' },
    })
    expect(refusalOf(answer)).toBe('404 request.not_found')
  })

  it('where no merchant is configured, and no notice is taken there', async () => {
    const without = await startApp()
    try {
      const there = await setLunch(without)
      const api = there.api.as((await there.make.person()).id)
      expect(refusalOf(await topUp(5000, newKey(), api))).toBe('409 wallet.wechat_off')
      expect((await api.call('GET /wallet')).reply.actions).toEqual(['pay_out'])
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
      expect((await fetch(`${without.url}/api/v1/wechat/pay/notify`, init)).status).toBe(401)
    } finally {
      await without.close()
    }
  })
})

describe('in the demo', () => {
  it('one pays in the sheet that stands for WeChat, or leaves it', async () => {
    const demo = await startApp({ DEMO: '1' })
    try {
      const there = await setLunch(demo)
      const api = there.api.as((await there.make.person({ balanceFen: 1000 })).id)
      expect((await api.call('GET /wallet')).reply.actions).toContain('top_up')
      const { reply } = await topUp(5000, newKey(), api)
      const act = async (outcome: 'paid' | 'cancelled') =>
        (await api.call('POST /demo/payments/:id/pay', { params: { id: reply.id }, body: { outcome } })).reply.status
      expect(await act('cancelled')).toBe('pending')
      expect(await act('paid')).toBe('paid')
      expect((await api.call('GET /wallet')).reply.balanceFen).toBe(6000)
    } finally {
      await demo.close()
    }
  })
})

it('keeps whose money it is: personal data stands in no number or description at WeChat', async () => {
  await topUp()
  const [order] = (await till.wechat.pay.book()).orders
  expect(order!.request).toMatchObject({ description: '万里社区钱包充值', payer: { openid: `o-${personId}` } })
  expect(order!.request.notify_url).not.toContain('?')
  expect(order!.request.time_expire).toBe('2026-11-23T10:30:00+08:00')
})
