import type { EntityManager } from 'typeorm'

import { Order } from '../../src/canteen/order.entity.js'
import { Housekeeping } from '../../src/common/housekeeping.service.js'
import { Notice } from '../../src/notices/notice.entity.js'
import { Person } from '../../src/people/person.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok, setFamily, type Family } from '../support/family.js'
import { whileHeld } from '../support/held.js'
import { setLunch, type Lunch } from '../support/lunch.js'

let app: TestApp
let lunch: Lunch
let family: Family
let cook: Api

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  family = await setFamily(app, lunch)
  const { id } = await lunch.make.person({ name: '孙大勺' })
  cook = lunch.api.as(id, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }])
})

const DAY = '2026-11-23'
const EVENING = '2026-11-23T11:00:00.000Z'
/** Ten past midnight, in Shanghai. */
const NIGHT = '2026-11-23T16:10:00.000Z'

const close = async () => {
  const body = { day: DAY, count: {}, note: '', expectedFen: 0 }
  return ok(await cook.call('POST /counter/day/close', { body, idempotencyKey: newKey() }))
}
/** What a server does every ten minutes. */
const tidy = (): Promise<void> => app.nest.get(Housekeeping, { strict: false }).tidy('tenMinutes')
const act = async (api: Api, verb: 'cancel' | 'offer', id: string) =>
  ok(await api.call(`POST /canteen/orders/:id/${verb}`, { params: { id }, idempotencyKey: newKey() }))
const order = async (api: Api) =>
  ok(await api.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() }))
const statusFor = async (api: Api, id: string) =>
  ok(await api.call('GET /canteen/orders/:id', { params: { id } })).status
/** What somebody was told of meals that ended without having been had, newest first. */
const told = async (api: Api) =>
  ok(await api.call('GET /notices', {}))
    .items.filter(({ kind }) => kind === 'order_expired')
    .map(({ title, body, subject }) => ({ title, body, orderId: subject?.id }))

const LEFT = '「红烧狮子头」。钱没有退，有什么事打电话问食堂 021-5550 0117'

describe('a meal that nobody fetched', () => {
  it('is told to who eats it and who ordered it when the window closes the day', async () => {
    await family.byCode()
    const orderId = ok(await family.orderForMother()).id
    app.clock.set(EVENING)
    await tidy()
    expect([await told(family.mother), await told(family.daughter)]).toEqual([[], []])
    await close()
    expect(await told(family.mother)).toEqual([{ title: '今天午餐没有来取，A001', body: LEFT, orderId }])
    expect(await told(family.daughter)).toEqual([{ title: '王秀珍的今天午餐没有来取，A001', body: LEFT, orderId }])
    expect(await statusFor(family.mother, orderId)).toBe('not_collected')
  })

  it('is told soon after midnight where nobody has closed the day, and not again when somebody does', async () => {
    const { id: orderId } = await order(family.mother)
    app.clock.set(NIGHT)
    expect(await statusFor(family.mother, orderId)).toBe('not_collected')
    await Promise.all([tidy(), tidy()])
    await tidy()
    const once = [{ title: '昨天午餐没有来取，A001', body: LEFT, orderId }]
    expect(await told(family.mother)).toEqual(once)
    await close()
    await tidy()
    expect(await told(family.mother)).toEqual(once)
  })

  it('is told as one that nobody took, to whoever had given it up', async () => {
    const { id: orderId } = await order(family.daughter)
    app.clock.set('2026-11-23T02:40:00.000Z')
    await act(family.daughter, 'offer', orderId)
    app.clock.set(EVENING)
    await close()
    expect(await told(family.daughter)).toEqual([{ title: '今天午餐没有人接走，A001', body: LEFT, orderId }])
  })

  it('is none that was cancelled or fetched', async () => {
    await family.byCode()
    const cancelled = await order(family.mother)
    await act(family.mother, 'cancel', cancelled.id)
    const fetched = ok(await family.orderForMother())
    const code = ok(await family.mother.call('GET /canteen/orders/:id', { params: { id: fetched.id } })).pickupCode
    app.clock.set('2026-11-23T04:00:00.000Z')
    ok(await cook.call('POST /canteen/pickups', { body: { code: code ?? '' }, idempotencyKey: newKey() }))
    app.clock.set(NIGHT)
    await tidy()
    await close()
    expect([await told(family.mother), await told(family.daughter)]).toEqual([[], []])
  })

  it('is none that is handed over in the very moment in which it would be told', async () => {
    const { id, pickupCode } = await order(family.mother)
    app.clock.set(NIGHT)
    const handOver = () =>
      cook.call('POST /canteen/pickups', { body: { code: pickupCode ?? '' }, idempotencyKey: newKey() })
    const inbox = (tx: EntityManager) =>
      tx.query('SELECT id FROM people_person WHERE id = ? FOR UPDATE', [family.motherId])
    const begun: Promise<unknown>[] = []
    const isHeld = await whileHeld(app, inbox, async (meeting) => {
      begun.push(handOver())
      await meeting('the hand-over waits for the inbox it tells')
      begun.push(tidy())
      await meeting('who tells of forgotten meals waits, too')
    })
    if (!isHeld) await handOver().then(tidy)
    await Promise.all(begun)
    expect(await statusFor(family.mother, id)).toBe('handed_over')
    expect(await told(family.mother)).toEqual([])
  })

  it('is nobody’s any more when who ate it is forgotten: neither told anew nor refunded into a wallet that nobody can open', async () => {
    const { id: leaving } = await lunch.make.person({ name: '沈德龙', balanceFen: 0 })
    const api = lunch.api.as(leaving)
    const monday = app.clock.now().toISOString()
    app.clock.set('2026-11-16T02:00:00.000Z')
    ok(await api.call('POST /me/deletion'))
    app.clock.set(monday)
    await lunch.make.gift(leaving, 1_200)
    const { id: orderId, lines } = await order(api)
    app.clock.set('2026-11-24T05:10:00.000Z')
    await tidy()
    const { manager } = app.dataSource
    expect((await manager.findOneByOrFail(Person, { id: leaving })).erasedAt).not.toBeNull()
    const params = { id: orderId, lineId: lines[0]?.id ?? '' }
    const refund = { params, body: { reason: '没有来取' }, idempotencyKey: newKey() }
    const refused = await cook.call('POST /canteen/orders/:id/lines/:lineId/refund', refund)
    expect(refusalOf(refused)).toBe('409 canteen.state_changed')
    app.clock.set('2026-11-25T05:00:00.000Z')
    await close()
    expect(await manager.countBy(Notice, { personId: leaving })).toBe(0)
    expect((await manager.findOneByOrFail(Order, { id: orderId })).status).toBe('not_collected')
  })

  it('is not told to whom the eater lets order no more', async () => {
    const mandateId = await family.byCode({ payer: 'principal' })
    ok(await family.orderForMother())
    ok(await family.mother.call('POST /mandates/:id/revoke', { params: { id: mandateId } }))
    app.clock.set(EVENING)
    await close()
    expect(await told(family.mother)).toHaveLength(1)
    expect(await told(family.daughter)).toEqual([])
  })
})
