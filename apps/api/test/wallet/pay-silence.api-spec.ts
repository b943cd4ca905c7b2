import { Posting } from '../../src/wallet/posting.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import type { Lunch } from '../support/lunch.js'
import { openTill, paymentOf, type Till } from '../support/till.js'

let till: Till
let lunch: Lunch
let person: Api

beforeAll(async () => {
  till = await openTill()
})
afterAll(() => till.close())
beforeEach(async () => {
  lunch = await till.set()
  person = (await till.payer(lunch, { balanceFen: 1000 })).api
})
afterEach(() => till.expectEven(lunch))

const topUp = (amountFen = 5000, idempotencyKey = newKey()) =>
  person.call('POST /wallet/top-ups', { body: { amountFen }, idempotencyKey })
const balance = async (): Promise<number> => (await person.call('GET /wallet')).reply.balanceFen
const credits = (): Promise<number> => till.app.dataSource.manager.countBy(Posting, { kind: 'top_up_wechat' })

describe('when WeChat stumbles', () => {
  it.each(['error', 'cut', 'hang'] as const)(
    'on a prepay (%s), nothing is charged and the same tap tries again',
    async (kind) => {
      const key = newKey()
      await till.wechat.pay.fault('prepay', kind)
      expect(refusalOf(await topUp(5000, key))).toBe('503 wallet.wechat_unreachable')
      const again = await topUp(5000, key)
      expect(again.reply).toMatchObject({ status: 'pending', wechat: { signType: 'RSA' } })
      await till.wechat.pay.pays(again.reply)
      expect(await balance()).toBe(6000)
      expect((await till.wechat.pay.book()).orders).toHaveLength(1)
    },
  )

  it.each(['error', 'cut'] as const)(
    'on a query (%s), the payment stays pending until WeChat answers',
    async (kind) => {
      const { reply } = await topUp()
      await till.wechat.pay.pays(reply, { notices: 0 })
      await till.wechat.pay.fault('query', kind)
      expect(await paymentOf(person, reply.id)).toMatchObject({ status: 'pending' })
      expect(await paymentOf(person, reply.id)).toMatchObject({ status: 'paid' })
      expect(await credits()).toBe(1)
    },
  )

  it.each(['error', 'cut'] as const)('on a close (%s), the payment is closed later', async (kind) => {
    const { reply } = await topUp()
    await till.wechat.pay.fault('close', kind)
    const answer = await person.call('POST /wallet/payments/:id/close', { params: { id: reply.id } })
    expect(refusalOf(answer)).toBe('503 wallet.wechat_unreachable')
    till.at('2026-11-23T02:31:00.000Z')
    await till.work()
    expect(await paymentOf(person, reply.id)).toMatchObject({ status: 'closed' })
  })

  it('asks about the next payment although it fell silent at the one before', async () => {
    const first = await topUp(100)
    const second = await topUp(200)
    for (const { reply } of [first, second]) await till.wechat.pay.pays(reply, { notices: 0 })
    await till.wechat.pay.fault('query', 'error')
    till.at('2026-11-23T02:01:00.000Z')
    await till.work()
    await till.work()
    till.at('2026-11-23T02:02:00.000Z')
    await till.work()
    expect(await balance()).toBe(1300)
  })
})
