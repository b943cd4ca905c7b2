import { Housekeeping } from '../../src/common/housekeeping.service.js'
import { RunCourier } from '../../src/delivery/courier.entity.js'
import { Run } from '../../src/delivery/run.entity.js'
import { Notice } from '../../src/notices/notice.entity.js'
import { MoneyWorker } from '../../src/wallet/money-worker.service.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setDelivery, type Delivery } from '../support/delivery.js'
import { ok } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'

const IN_SEVEN_DAYS = '2026-11-30T02:00:00.000Z'

let app: TestApp
let lunch: Lunch
let delivery: Delivery
let elderId: string
let addressId: string

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  delivery = await setDelivery(app, lunch)
  elderId = (await lunch.make.elder(82, { name: '陈桂珍' })).id
  addressId = await delivery.address(elderId)
})

const runsOf = async (courier: Api) => ok(await courier.call('GET /delivery/runs')).items
const take = (courier: Api, id: string, courierId: string | null = null) =>
  courier.call('POST /delivery/runs/:id/take', { params: { id }, body: { courierId }, idempotencyKey: newKey() })
/** One round of the worker. */
const round = () => app.nest.get(MoneyWorker, { strict: false }).work()
/** What a courier is asked to do. */
const asked = async (courier: Api) => ok(await courier.call('GET /notices', { query: { only: 'todo' } })).items
const sheet = async (id: string) =>
  ok(
    await lunch.api
      .as((await lunch.make.person()).id, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }])
      .call('GET /canteen/kitchen/sittings/:id/sheet', { params: { id } }),
  )
async function anotherCourier(name: string): Promise<{ third: Api; thirdId: string }> {
  const { id: thirdId } = await lunch.make.person({ name })
  return { third: lunch.api.as(thirdId, [{ role: 'courier', scopeId: lunch.canteen.id }]), thirdId }
}
/** Zhou, who always brings run 1, gives his office back and leaves; seven days later nothing of him is there. */
async function zhouLeaves(): Promise<void> {
  await app.dismiss(delivery.zhouId)
  ok(await lunch.api.as(delivery.zhouId).call('POST /me/deletion'))
  app.clock.set(IN_SEVEN_DAYS)
  await app.nest.get(Housekeeping).tidy('tenMinutes')
  expect(await app.dataSource.manager.countBy(RunCourier, { personId: delivery.zhouId })).toBe(0)
}

describe('a run whose courier is gone', () => {
  let runId: string
  let sittingId: string

  beforeEach(async () => {
    await zhouLeaves()
    // Monday a week later: the elder has paid for a lunch that is to be brought.
    const sitting = await lunch.make.lunch(lunch.canteen.id, { day: '2026-11-30' })
    sittingId = sitting.id
    const offer = await lunch.make.offer(sitting, { name: '红烧鱼' })
    const body = {
      sittingId: sitting.id,
      lines: [{ offerId: offer.id, quantity: 1 }],
      mode: 'delivery' as const,
      payBy: 'wallet' as const,
      addressId,
    }
    ok(await lunch.api.as(elderId).call('POST /canteen/orders', { body, idempotencyKey: newKey() }))
    const [run] = await runsOf(delivery.wu)
    runId = run?.id ?? ''
  })

  it('is there for a colleague, who takes it and brings the meals', async () => {
    expect(await runsOf(delivery.wu)).toMatchObject([
      { number: 1, courierName: null, mine: false, total: 1, waiting: 1 },
    ])
    expect(ok(await take(delivery.wu, runId))).toMatchObject({ courierName: '吴师傅', mine: true })
    const { stops } = ok(await delivery.wu.call('GET /delivery/runs/:id', { params: { id: runId } }))
    expect(stops.map(({ door }) => door)).toEqual(['9 号 402 室'])
    app.clock.set('2026-11-30T02:40:00.000Z')
    expect((await delivery.leave(delivery.wu, runId)).status).toBe(200)
    expect(await runsOf(delivery.wu)).toMatchObject([{ number: 1, courierName: '吴师傅', mine: true, waiting: 0 }])
  })

  it('is nobody’s in the kitchen until somebody has taken it, and then theirs', async () => {
    expect((await sheet(sittingId)).runs).toMatchObject([{ portions: 1, courier: null }])
    ok(await take(delivery.wu, runId))
    expect((await sheet(sittingId)).runs).toMatchObject([{ portions: 1, courier: '吴师傅' }])
  })

  it('is taken by one of two couriers who both saw that it was nobody’s; the other is told whose it is', async () => {
    const { third, thirdId } = await anotherCourier('郑师傅')
    const answers = await Promise.all([delivery.wu, third, delivery.wu, third].map((courier) => take(courier, runId)))
    const names = answers.flatMap(({ status, reply }) => (status === 200 ? [reply.courierName] : []))
    expect(names).toHaveLength(2)
    expect(new Set(names).size).toBe(1)
    const [name] = names
    const refused = answers.filter(({ status }) => status !== 200)
    expect(refused.map(refusalOf)).toEqual(Array(2).fill('409 delivery.run_taken'))
    expect(refused[0]?.problem.detail).toBe(`${name ?? ''}刚接了这条线`)
    // Whoever knows whose it is may still take it over.
    const [loser, winnerId] = name === '吴师傅' ? [third, delivery.wuId] : [delivery.wu, thirdId]
    expect(ok(await take(loser, runId, winnerId))).toMatchObject({ mine: true })
  })

  it('shows no doors and does not leave before somebody has taken it', async () => {
    const refused = await delivery.wu.call('GET /delivery/runs/:id', { params: { id: runId } })
    expect(refusalOf(refused)).toBe('403 delivery.run_is_free')
    app.clock.set('2026-11-30T02:40:00.000Z')
    expect(refusalOf((await delivery.leave(delivery.wu, runId)) as never)).toBe('403 delivery.run_is_free')
  })

  it('is told to every courier of the canteen from the kitchen’s count on, once, until somebody takes it', async () => {
    const { third } = await anotherCourier('郑师傅')
    await third.token()
    app.clock.set('2026-11-30T02:29:00.000Z')
    await round()
    expect(await asked(delivery.wu)).toEqual([])
    app.clock.set('2026-11-30T02:30:00.000Z')
    await round()
    await round()
    const told = {
      kind: 'run_free',
      title: '1 线午餐还没有人送',
      body: '1 份饭等着送，11:00 开餐。能送的请接过来',
      subject: { kind: 'run', id: runId },
    }
    for (const courier of [delivery.wu, third]) expect(await asked(courier)).toMatchObject([told])
    expect(await app.dataSource.manager.countBy(Notice, { kind: 'run_free' })).toBe(2)
    ok(await take(third, runId))
    expect(await asked(delivery.wu)).toEqual([])
    await round()
    expect(await asked(delivery.wu)).toEqual([])
  })

  it('asks nobody any more when its meal is over', async () => {
    app.clock.set('2026-11-30T02:30:00.000Z')
    await round()
    expect(await asked(delivery.wu)).toHaveLength(1)
    // An hour after the window has closed nobody leaves any more.
    app.clock.set('2026-11-30T06:00:00.000Z')
    await round()
    expect(await asked(delivery.wu)).toEqual([])
  })

  it('is made once, whoever looks', async () => {
    await Promise.all([...Array(5).keys()].map(() => runsOf(delivery.wu)))
    expect(await app.dataSource.manager.countBy(Run, { number: 1 })).toBe(1)
  })
})

it('a run whose courier has lost the office before it left is nobody’s, in the kitchen too, and the others are asked', async () => {
  await delivery.order(elderId, addressId)
  const id = await delivery.runId(delivery.wu, 1)
  expect((await sheet(lunch.sitting.id)).runs).toMatchObject([{ courier: '周师傅' }])
  await app.dismiss(delivery.zhouId)
  app.clock.set('2026-11-23T02:30:00.000Z')
  await round()
  expect(await runsOf(delivery.wu)).toMatchObject([{ id, courierId: null, courierName: null }])
  expect((await sheet(lunch.sitting.id)).runs).toMatchObject([{ courier: null }])
  expect(await asked(delivery.wu)).toMatchObject([{ kind: 'run_free' }])
})

it('a run of a day on which who always brings it holds the office no more is nobody’s from the first', async () => {
  await app.dismiss(delivery.zhouId)
  await delivery.order(elderId, addressId)
  expect((await sheet(lunch.sitting.id)).runs).toMatchObject([{ courier: null }])
  expect(await runsOf(delivery.wu)).toMatchObject([{ courierId: null, courierName: null }])
})

it('a run that a colleague of the same name has taken meanwhile is not taken from them unnoticed', async () => {
  await delivery.order(elderId, addressId)
  const id = await delivery.runId(delivery.wu, 1)
  const [seen] = await runsOf(delivery.wu)
  expect(seen).toMatchObject({ courierName: '周师傅', courierId: delivery.zhouId })
  const { third } = await anotherCourier('周师傅')
  ok(await take(third, id, delivery.zhouId))
  const late = await take(delivery.wu, id, delivery.zhouId)
  expect(refusalOf(late)).toBe('409 delivery.run_taken')
  expect(late.problem.detail).toBe('周师傅刚接了这条线')
})

it('a run that had not left when its courier’s account was erased is nobody’s', async () => {
  await delivery.order(elderId, addressId)
  const id = await delivery.runId(delivery.zhou, 1)
  await zhouLeaves()
  expect(await app.dataSource.manager.findOneByOrFail(Run, { id })).toMatchObject({ courierId: null, leftAt: null })
})
