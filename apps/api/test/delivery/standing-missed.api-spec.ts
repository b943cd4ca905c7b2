import type { StandingDayView } from '@wanli/contracts/standing'

import { Order } from '../../src/canteen/order.entity.js'
import { Notice } from '../../src/notices/notice.entity.js'
import { MoneyWorker } from '../../src/wallet/money-worker.service.js'
import { newKey, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setDelivery, termsOf, type Delivery } from '../support/delivery.js'
import { ok } from '../support/family.js'
import { closing, setLunch, type Lunch } from '../support/lunch.js'

import { cookOf, draft, onMenu, publish } from '../menus/kitchen-table.js'

/** The day of the lunch that is laid; the kitchen counts it at 10:30, orders are taken until 11:30. */
const MONDAY = '2026-11-23'

let app: TestApp
let lunch: Lunch
let delivery: Delivery
let elderId: string
let daughterId: string
let addressId: string
let elder: Api
let daughter: Api

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  delivery = await setDelivery(app, lunch)
  // Sunday at ten, half an hour before the lunch is ordered by itself.
  app.clock.set('2026-11-22T02:00:00.000Z')
  elderId = (await lunch.make.elder(82, { name: '陈桂珍' })).id
  elder = lunch.api.as(elderId)
  daughterId = (await lunch.make.person({ name: '周敏' })).id
  daughter = lunch.api.as(daughterId)
  addressId = await delivery.address(elderId)
  await lunch.make.mandate(daughterId, elderId)
})

const worker = () => app.nest.get(MoneyWorker, { strict: false }).work()
const orders = () => app.dataSource.manager.find(Order)
const told = () => app.dataSource.manager.findBy(Notice, { kind: 'order_expired' })
/** What who eats is told, and what who set it up is. */
const words = async () => {
  const notices = await told()
  const of = (reader: string) =>
    notices.filter(({ personId }) => personId === reader).map(({ title, body }) => `${title}｜${body}`)
  return { eater: of(elderId), helper: of(daughterId) }
}
/** The same words to both: who does not eat it reads whose meal it is. */
const toBoth = (sentence: string) => ({ eater: [sentence], helper: [`陈桂珍${sentence}`] })
const dayOf = async (wanted: string): Promise<StandingDayView | undefined> => {
  const { items } = ok(await elder.call('GET /delivery/standing'))
  return items[0]?.days.find(({ day }) => day === wanted)
}
const monday = () => dayOf(MONDAY)
const setUp = async (): Promise<string> => {
  const body = { ...termsOf(addressId), canteenId: lunch.canteen.id, forPersonId: elderId }
  return ok(await daughter.call('POST /delivery/standing', { body, idempotencyKey: newKey() })).id
}
const closeMeal = async () => {
  const manager = lunch.api.as((await lunch.make.person()).id, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }])
  ok(await manager.call('POST /menus/closings', closing(lunch.sitting, '煤气停了')))
}
const pause = (id: string, from: string, to: string) =>
  elder.call('POST /delivery/standing/:id/pause', { params: { id }, body: { from, to } })

describe('a meal that is closed before standing orders were placed', () => {
  const SENTENCE = '明天午餐的固定送餐没订上｜这一餐食堂不开：「煤气停了」。这一餐请另外安排'

  it('is told to who eats and who set it up, once, and never ordered', async () => {
    await setUp()
    await closeMeal()
    await worker()
    await worker()
    expect((await told()).map(({ personId }) => personId).sort()).toEqual([daughterId, elderId].sort())
    expect(await words()).toEqual(toBoth(SENTENCE))
    expect(await monday()).toMatchObject({ status: 'failed', reason: '这一餐食堂不开：「煤气停了」' })
    app.clock.set('2026-11-23T02:00:00.000Z')
    await worker()
    app.clock.set('2026-11-23T05:00:00.000Z')
    await worker()
    expect([await orders(), (await told()).length]).toEqual([[], 2])
  })

  it('is told once though somebody takes the day out and back, or pauses and goes on', async () => {
    const id = await setUp()
    await closeMeal()
    await worker()
    await elder.call('PUT /delivery/standing/:id/days/:day', { params: { id, day: MONDAY }, body: { skip: true } })
    await elder.call('DELETE /delivery/standing/:id/days/:day', { params: { id, day: MONDAY } })
    await pause(id, MONDAY, MONDAY)
    await elder.call('POST /delivery/standing/:id/resume', { params: { id } })
    await worker()
    expect([await monday(), (await told()).length]).toMatchObject([{ status: 'failed' }, 2])
  })

  it('is not told to a daughter whose mandate has ended', async () => {
    await setUp()
    const { agents } = ok(await elder.call('GET /mandates'))
    await elder.call('POST /mandates/:id/revoke', { params: { id: agents[0]?.id ?? '' } })
    await closeMeal()
    await worker()
    expect((await told()).map(({ personId }) => personId)).toEqual([elderId])
  })

  it('is nothing to tell of a day that was taken out, a pause, or a standing order that ended', async () => {
    const id = await setUp()
    await elder.call('PUT /delivery/standing/:id/days/:day', { params: { id, day: MONDAY }, body: { skip: true } })
    await closeMeal()
    await worker()
    expect(await monday()).toMatchObject({ status: 'skipped' })
    await pause(id, MONDAY, MONDAY)
    await worker()
    await elder.call('POST /delivery/standing/:id/end', { params: { id } })
    await worker()
    expect(await told()).toEqual([])
  })
})

describe('a meal that has no menu', () => {
  const WEDNESDAY = '2026-11-25'
  const wednesday = () => dayOf(WEDNESDAY)
  const close = async () => {
    const body = { day: WEDNESDAY, meal: 'lunch' as const, reason: '换灶台' }
    ok(await cook.call('POST /menus/closings', { body, idempotencyKey: newKey() }))
  }
  const reopen = async () => {
    const { days } = ok(await cook.call('GET /menus/calendar', { query: { month: '2026-11' } }))
    const id = days.find(({ day }) => day === WEDNESDAY)?.meals[1]?.closingId ?? ''
    ok(await cook.call('DELETE /menus/closings/:id', { params: { id } }))
  }
  let cook: Api
  beforeEach(async () => {
    cook = await cookOf(lunch)
  })

  it('is told to who eats and who set it up, once, when it is closed', async () => {
    await setUp()
    await close()
    await worker()
    await worker()
    const sentence = `11月25日午餐的固定送餐没订上｜这一餐食堂不开：「换灶台」。这一餐请另外安排，有事打食堂电话 ${lunch.canteen.phone}`
    expect(await words()).toEqual(toBoth(sentence))
    expect((await told()).map(({ personId }) => personId).sort()).toEqual([daughterId, elderId].sort())
    expect(await wednesday()).toMatchObject({
      status: 'failed',
      reason: '这一餐食堂不开：「换灶台」',
      canChange: false,
    })
    expect(await dayOf('2026-11-24')).toMatchObject({ status: 'planned', canChange: true })
  })

  it('is brought all the same when it is opened again and published', async () => {
    await setUp()
    await close()
    await worker()
    await reopen()
    expect(await wednesday()).toMatchObject({ status: 'planned', canChange: true })
    await draft(cook, MONDAY, [{ day: WEDNESDAY, meal: 'lunch', dishes: [onMenu(lunch.meat.dishId)] }])
    await publish(cook, MONDAY)
    app.clock.set('2026-11-24T03:00:00.000Z')
    await worker()
    expect((await orders()).map(({ day }) => day)).toEqual([WEDNESDAY])
  })

  it('is nothing to tell of a day that was taken out or paused', async () => {
    const id = await setUp()
    await elder.call('PUT /delivery/standing/:id/days/:day', { params: { id, day: WEDNESDAY }, body: { skip: true } })
    await close()
    await worker()
    expect(await wednesday()).toMatchObject({ status: 'skipped' })
    await pause(id, WEDNESDAY, WEDNESDAY)
    await elder.call('DELETE /delivery/standing/:id/days/:day', { params: { id, day: WEDNESDAY } })
    await worker()
    expect(await wednesday()).toMatchObject({ status: 'paused' })
    expect(await told()).toEqual([])
    await elder.call('POST /delivery/standing/:id/resume', { params: { id } })
    expect([await wednesday(), (await told()).length]).toMatchObject([{ status: 'failed' }, 2])
  })

  it('is told when the kitchen would count it, and not before', async () => {
    await setUp()
    app.clock.set('2026-11-25T02:29:59.999Z')
    await worker()
    const before = (await told()).length
    expect(await wednesday()).toMatchObject({ status: 'planned' })
    app.clock.set('2026-11-25T02:30:00.000Z')
    await worker()
    expect(
      (await told())
        .slice(before)
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['今天午餐的固定送餐没订上', '陈桂珍今天午餐的固定送餐没订上'])
    expect(await wednesday()).toMatchObject({ status: 'failed', reason: '食堂没有排这一餐的菜单' })
  })

  it('is told two days before a holiday on which the canteen is shut; of weekends only the page tells', async () => {
    const lunchPlan = ok(await cook.call('GET /menus/meals', { query: {} })).items.find(({ meal }) => meal === 'lunch')
    if (lunchPlan === undefined) throw new Error('there is no plan of lunch')
    const { meal, ...plan } = lunchPlan
    const body = { ...plan, servesWeekend: false, servesHoliday: false }
    ok(await cook.call('PUT /menus/meals/:meal', { params: { meal }, query: {}, body }))
    // 国庆节 begins on Thursday, the first of October.
    app.clock.set('2026-09-28T02:00:00.000Z')
    await delivery.standing(elderId, addressId)
    await worker()
    expect(await told()).toEqual([])
    expect(await dayOf('2026-10-01')).toMatchObject({ status: 'failed', reason: '食堂节假日不开' })
    app.clock.set('2026-09-29T02:00:00.000Z')
    await worker()
    await worker()
    expect((await told()).map(({ title }) => title)).toEqual(['10月1日午餐的固定送餐没订上'])
    app.clock.set('2026-10-16T02:00:00.000Z')
    await worker()
    expect(await dayOf('2026-10-17')).toMatchObject({ status: 'failed', reason: '食堂周末不开' })
    expect(await told()).toHaveLength(1)
  })
})

describe('a day on which no server ran', () => {
  it('is told to who eats and who set it up, once, though its meal is over', async () => {
    await setUp()
    app.clock.set('2026-11-24T02:00:00.000Z')
    await worker()
    await worker()
    ok(await elder.call('GET /delivery/standing'))
    const sentence = `昨天午餐的固定送餐没订上｜没来得及订，现在已经截单了。没有扣钱，有事打食堂电话 ${lunch.canteen.phone}`
    expect(await words()).toEqual(toBoth(sentence))
    expect((await told()).map(({ personId }) => personId).sort()).toEqual([daughterId, elderId].sort())
    expect(await orders()).toEqual([])
  })

  it('is ordered after all while orders are taken', async () => {
    await setUp()
    app.clock.set('2026-11-23T03:29:59.000Z')
    await worker()
    expect((await orders()).map(({ status }) => status)).toEqual(['paid'])
    expect([await monday(), await told()]).toMatchObject([{ status: 'ordered' }, []])
  })

  it('is not told three days later', async () => {
    await setUp()
    app.clock.set('2026-11-26T02:00:00.000Z')
    await worker()
    expect(await told()).toEqual([])
  })
})

describe('a day that the kitchen had counted before the standing order had it', () => {
  const MORNING = '2026-11-23T02:40:00.000Z'
  const unasked = async (): Promise<void> => {
    await worker()
    expect([await monday(), await orders(), await told()]).toMatchObject([{ status: 'failed' }, [], []])
  }

  it('is neither ordered nor told when it was set up or changed after that', async () => {
    app.clock.set(MORNING)
    const id = await setUp()
    await unasked()
    const body = { ...termsOf(addressId), note: '少放盐' }
    ok(await elder.call('PUT /delivery/standing/:id', { params: { id }, body }))
    await unasked()
  })

  it('is neither ordered nor told when a pause over it ended after that', async () => {
    const id = await setUp()
    await pause(id, MONDAY, MONDAY)
    app.clock.set(MORNING)
    await worker()
    await elder.call('POST /delivery/standing/:id/resume', { params: { id } })
    await unasked()
  })

  it('is neither ordered nor told when its pause was moved after that', async () => {
    const id = await setUp()
    await pause(id, MONDAY, MONDAY)
    app.clock.set(MORNING)
    await pause(id, '2026-11-25', '2026-11-25')
    await unasked()
  })
})
