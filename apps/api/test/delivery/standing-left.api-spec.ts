import type { StandingDayView } from '@wanli/contracts/standing'

import { Offer } from '../../src/canteen/offer.entity.js'
import { Order } from '../../src/canteen/order.entity.js'
import { Sitting } from '../../src/canteen/sitting.entity.js'
import { Transactions } from '../../src/database/transactions.js'
import { StandingResult } from '../../src/delivery/standing-result.entity.js'
import { Notice } from '../../src/notices/notice.entity.js'
import { MoneyWorker } from '../../src/wallet/money-worker.service.js'
import { newKey, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setDelivery, termsOf, whole, type Delivery } from '../support/delivery.js'
import { ok } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'

/** The day of the lunch that is laid. */
const MONDAY = '2026-11-23'

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

const orders = () => app.dataSource.manager.find(Order)
const monday = async (): Promise<StandingDayView | undefined> => {
  const { items } = ok(await elder.call('GET /delivery/standing'))
  return items[0]?.days.find(({ day }) => day === MONDAY)
}

describe('a day whose process ended while it was being ordered', () => {
  const worker = () => app.nest.get(MoneyWorker, { strict: false }).work()
  const told = () => app.dataSource.manager.findBy(Notice, { kind: 'order_expired' })
  /** What a process leaves that ends between taking a day and writing down what became of it. */
  const leave = (standingId: string) =>
    app.nest.get(Transactions).run((tx) => {
      const row = { standingId, day: MONDAY, round: 0, outcome: 'placing' as const, orderId: null, reason: null }
      return tx.upsert(StandingResult, { ...row, changedAt: app.clock.now() }, ['standingId', 'day'])
    })
  const left = async (api: Api = elder): Promise<string> => {
    app.clock.set('2026-11-22T02:00:00.000Z')
    const body = { ...termsOf(addressId), canteenId: lunch.canteen.id, forPersonId: elderId }
    const { id } = ok(await api.call('POST /delivery/standing', { body, idempotencyKey: newKey() }))
    await leave(id)
    return id
  }

  it('is ordered after all while orders are taken, though the kitchen has counted', async () => {
    await left()
    app.clock.set('2026-11-23T03:29:59.000Z')
    await worker()
    await worker()
    expect((await orders()).map(({ status }) => status)).toEqual(['paid'])
    expect(await monday()).toMatchObject({ status: 'ordered', canChange: false })
    expect(await told()).toEqual([])
  })

  it('is ordered when its order was there already, however late somebody looks', async () => {
    const { id } = await delivery.standing(elderId, addressId)
    await leave(id)
    app.clock.set('2026-11-23T04:00:00.000Z')
    expect(await monday()).toMatchObject({ status: 'ordered', dishes: [whole('红烧狮子头')] })
    expect(await orders()).toHaveLength(1)
    expect(await told()).toEqual([])
  })

  it('is ordered when its order was there already, and took the last portion', async () => {
    const { id } = await delivery.standing(elderId, addressId)
    const ordered = (await orders()).map((order) => order.id)
    await leave(id)
    await app.dataSource.manager.update(Offer, { sittingId: lunch.sitting.id }, { capacityHalves: () => 'sold_halves' })
    await worker()
    expect(await monday()).toMatchObject({ status: 'ordered', orderId: ordered[0], dishes: [whole('红烧狮子头')] })
    expect([await told(), (await orders()).length]).toEqual([[], 1])
  })

  it('is told to who eats and who set it up, once, with what to do, when it can be ordered no more', async () => {
    const daughterId = (await lunch.make.person({ name: '周敏' })).id
    await lunch.make.mandate(daughterId, elderId)
    await left(lunch.api.as(daughterId))
    app.clock.set('2026-11-23T03:30:00.000Z')
    await worker()
    await worker()
    expect((await told()).map(({ personId }) => personId).sort()).toEqual([daughterId, elderId].sort())
    const words = `没来得及订，现在已经截单了。可以打食堂电话 ${lunch.canteen.phone} 问问，或到窗口买一份`
    expect((await told()).map(({ body }) => body)).toEqual([words, words])
    expect(await monday()).toMatchObject({ status: 'failed', reason: '没来得及订，现在已经截单了' })
    expect([await orders(), (await elder.call('GET /wallet')).reply.balanceFen]).toEqual([[], 10_000])
  })

  it('is told why when the canteen does not serve the meal', async () => {
    await left()
    const closed = { closedAt: app.clock.now(), closedReason: '停电检修' }
    await app.nest.get(Transactions).run((tx) => tx.update(Sitting, { id: lunch.sitting.id }, closed))
    await worker()
    expect((await told()).map(({ body }) => body)).toEqual(['这一餐食堂不开：「停电检修」。这一餐请另外安排'])
  })

  it('is nothing to tell when nobody waits for it any more', async () => {
    const id = await left()
    await elder.call('POST /delivery/standing/:id/end', { params: { id } })
    app.clock.set('2026-11-23T04:00:00.000Z')
    await worker()
    const result = await app.dataSource.manager.findOneByOrFail(StandingResult, { standingId: id })
    expect([result.outcome, await orders(), await told()]).toEqual(['skipped', [], []])
  })
})
