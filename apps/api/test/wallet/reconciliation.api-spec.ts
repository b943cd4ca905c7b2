import { Account } from '../../src/wallet/account.entity.js'
import { ReconciliationService } from '../../src/wallet/reconciliation.service.js'
import { Refund } from '../../src/wallet/refund.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import type { Lunch } from '../support/lunch.js'
import { openTill, orderAtWechat, type Till } from '../support/till.js'
import { tradeNoOf } from '../support/wechat.js'

const DAY = '2026-11-23'
const NEXT_MORNING = '2026-11-24T02:00:00.000Z'

let till: Till
let lunch: Lunch
let person: Api
let officer: Api

beforeAll(async () => {
  till = await openTill()
})
afterAll(() => till.close())
beforeEach(async () => {
  lunch = await till.set()
  person = (await till.payer(lunch)).api
  officer = lunch.api.as((await lunch.make.stranger()).id, [{ role: 'officer' }])
})

const check = (day = DAY, api = officer) => api.call('POST /wallet/reconciliations', { body: { day } })
const topUp = async (amountFen: number, notices = 1) => {
  const { reply } = await person.call('POST /wallet/top-ups', { body: { amountFen }, idempotencyKey: newKey() })
  await till.wechat.pay.pays(reply, { notices })
  return reply
}
const refundedOrder = async () => {
  const { order, payment } = await orderAtWechat(person, lunch)
  await till.wechat.pay.pays(payment)
  await person.call('POST /canteen/orders/:id/cancel', { params: { id: order.id }, idempotencyKey: newKey() })
  await till.refunded()
  return payment
}

describe('WeChat’s bill of a day', () => {
  it('says what our books say, to the fen', async () => {
    await topUp(5001)
    await refundedOrder()
    till.at(NEXT_MORNING)
    const { status, reply } = await check()
    expect(status).toBe(200)
    expect(reply).toEqual({ day: DAY, checkedAt: NEXT_MORNING, payments: 2, refunds: 1, differences: [] })
    expect((await officer.call('GET /wallet/reconciliations', { query: { day: DAY } })).reply).toEqual(reply)
  })

  it('is compared by the day on which the money moved in Shanghai, even when we heard of it later', async () => {
    till.at('2026-11-23T15:59:59.000Z')
    const late = await topUp(100, 0)
    till.at('2026-11-23T16:00:00.000Z')
    await till.wechat.pay.notify(late)
    await topUp(200)
    till.at('2026-11-25T02:00:00.000Z')
    expect((await check(DAY)).reply).toMatchObject({ payments: 1, differences: [] })
    expect((await check('2026-11-24')).reply).toMatchObject({ payments: 1, differences: [] })
  })

  it('finds one planted difference of each kind, and none once they are gone', async () => {
    const [dropped, changed, unheard] = [await topUp(100), await topUp(200), await topUp(300, 0)]
    await refundedOrder()
    const refund = await till.app.dataSource.manager.findOneByOrFail(Refund, { status: 'success' })
    await till.wechat.pay.plant({ kind: 'drop', reference: tradeNoOf(dropped) })
    await till.wechat.pay.plant({ kind: 'amount', reference: tradeNoOf(changed), fen: 201 })
    await till.wechat.pay.plant({ kind: 'extra', reference: 'NOBODYKNOWSTHIS', fen: 999 })
    await till.wechat.pay.plant({ kind: 'amount', reference: refund.outRefundNo, fen: 1 })
    till.at(NEXT_MORNING)
    const { reply } = await check()
    const found = reply.differences.map(({ kind, what, reference, hereFen, thereFen }) => [
      kind,
      what,
      reference,
      hereFen,
      thereFen,
    ])
    expect(found.sort()).toEqual(
      [
        ['missing_there', 'payment', tradeNoOf(dropped), 100, null],
        ['amount', 'payment', tradeNoOf(changed), 200, 201],
        ['status', 'payment', tradeNoOf(unheard), 300, 300],
        ['missing_here', 'payment', 'NOBODYKNOWSTHIS', null, 999],
        ['amount', 'refund', refund.outRefundNo, refund.amountFen, 1],
      ].sort(),
    )
    expect((await check()).reply.differences).toHaveLength(5)
    await till.wechat.pay.notify(unheard)
    await till.wechat.pay.plant({ kind: 'amount', reference: tradeNoOf(changed), fen: 200 })
    const kinds = (await check()).reply.differences.map(({ kind, what }) => `${kind} ${what}`)
    expect(kinds.sort()).toEqual(['amount refund', 'missing_here payment', 'missing_there payment'])
  })

  it('is empty on a day without trade, and then misses what we booked', async () => {
    till.at(NEXT_MORNING)
    expect((await check()).reply).toMatchObject({ payments: 0, refunds: 0, differences: [] })
  })

  it('is not there before ten in the morning, nor when WeChat is silent', async () => {
    till.at('2026-11-24T01:59:59.999Z')
    expect(refusalOf(await check())).toBe('409 wallet.bill_not_ready')
    till.at(NEXT_MORNING)
    await topUp(100)
    await till.wechat.pay.fault('bill', 'error')
    expect(refusalOf(await check())).toBe('503 wallet.wechat_unreachable')
    const unread = await officer.call('GET /wallet/reconciliations', { query: { day: DAY } })
    expect(refusalOf(unread)).toBe('404 wallet.reconciliation_not_found')
  })

  it('is compared by itself, once, when it is there', async () => {
    const nightly = till.app.nest.get(ReconciliationService, { strict: false })
    await topUp(100)
    till.at('2026-11-24T01:00:00.000Z')
    await nightly.checkDue()
    till.at(NEXT_MORNING)
    await Promise.all([nightly.checkDue(), nightly.checkDue()])
    const { reply } = await officer.call('GET /wallet/reconciliations', { query: { day: DAY } })
    expect(reply).toMatchObject({ checkedAt: NEXT_MORNING, payments: 1 })
    till.at('2026-11-24T03:00:00.000Z')
    await nightly.checkDue()
    const again = await officer.call('GET /wallet/reconciliations', { query: { day: DAY } })
    expect(again.reply.checkedAt).toBe(NEXT_MORNING)
  })

  it('is compared later when WeChat was silent on its day; none of before the first one is asked for', async () => {
    const nightly = till.app.nest.get(ReconciliationService, { strict: false })
    till.at(NEXT_MORNING)
    await nightly.checkDue()
    await topUp(100)
    till.at('2026-11-25T02:00:00.000Z')
    await till.wechat.pay.fault('bill', 'error')
    await nightly.checkDue()
    till.at('2026-11-26T02:00:00.000Z')
    await nightly.checkDue()
    const payments = async (day: string) => {
      const { status, reply } = await officer.call('GET /wallet/reconciliations', { query: { day } })
      return status === 200 ? reply.payments : undefined
    }
    const days = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']
    expect(await Promise.all(days.map(payments))).toEqual([undefined, 0, 1, 0, undefined])
  })
})

describe('the books', () => {
  it('are for officers and admins', async () => {
    expect(refusalOf(await person.call('GET /wallet/trial-balance'))).toBe('403 auth.forbidden')
    expect(refusalOf(await check(DAY, person))).toBe('403 auth.forbidden')
    const query = { day: DAY }
    expect(refusalOf(await person.call('GET /wallet/reconciliations', { query }))).toBe('403 auth.forbidden')
    expect(refusalOf(await check('2026-02-30'))).toBe('422 request.invalid')
  })

  it('add up to nothing, and name an account whose balance is not the sum of its entries', async () => {
    await topUp(5000)
    const even = (await officer.call('GET /wallet/trial-balance')).reply
    expect(even).toMatchObject({ differenceFen: 0, drifts: [] })
    expect(even.kinds.find(({ kind }) => kind === 'wechat_clearing')).toEqual({
      kind: 'wechat_clearing',
      accounts: 1,
      balanceFen: -5000,
      entriesFen: -5000,
    })
    await till.app.dataSource.manager.update(Account, { kind: 'wechat_clearing' }, { balanceFen: -4999 })
    const { drifts } = (await officer.call('GET /wallet/trial-balance')).reply
    expect(drifts).toMatchObject([{ balanceFen: -4999, entriesFen: -5000 }])
  })
})
