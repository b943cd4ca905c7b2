import { IsNull, type EntityManager } from 'typeorm'

import { newId } from '../../src/common/new-id.js'
import { Offer } from '../../src/canteen/offer.entity.js'
import { Order } from '../../src/canteen/order.entity.js'
import { OrderExpiryService } from '../../src/canteen/order-expiry.service.js'
import { OrderLine } from '../../src/canteen/order-line.entity.js'
import { Sitting } from '../../src/canteen/sitting.entity.js'
import { Closing } from '../../src/menus/closing.entity.js'
import { MenuVersion } from '../../src/menus/version.entity.js'
import { SettlingService } from '../../src/menus/settling.service.js'
import { Notice } from '../../src/notices/notice.entity.js'
import { Entry } from '../../src/wallet/entry.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { whileHeld } from '../support/held.js'
import { setLunch, type Lunch } from '../support/lunch.js'
import { until } from '../support/until.js'

import { cookOf, draft, NEXT_MONDAY, onMenu, publish, shownOrders, THIS_MONDAY, weekOf } from './kitchen-table.js'

let app: TestApp
let lunch: Lunch
let cook: Api

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app, { portions: 200 })
  cook = await cookOf(lunch)
})

const order = (api: Api) => api.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() })
const range = (count: number): number[] => [...Array(count).keys()]
/** Today's lunch without the meat. */
const onlyRice = () =>
  draft(cook, THIS_MONDAY, [
    {
      day: THIS_MONDAY,
      meal: 'lunch',
      dishes: [onMenu(lunch.rice.dishId, { portions: 200, listFen: 100, halfFen: null })],
    },
  ])

it('publishes one version when ten cooks publish the same draft at once', async () => {
  await onlyRice()
  const { revision } = await weekOf(cook, THIS_MONDAY)
  const cooks = await Promise.all(range(10).map((n) => cookOf(lunch, `厨师${n}`)))
  const answers = await Promise.all(cooks.map((one) => publish(one, THIS_MONDAY, { revision })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const codes = answers.filter(({ status }) => status !== 200).map(({ problem }) => problem.code)
  expect(codes.every((code) => ['menus.changed_meanwhile', 'menus.nothing_to_publish'].includes(code))).toBe(true)
  expect(await app.dataSource.manager.count(MenuVersion)).toBe(1)
})

it('leaves no order with a dish that is taken off while people order it, and refunds each once', async () => {
  const { manager } = app.dataSource
  const people = await Promise.all(range(40).map(() => lunch.make.person()))
  const apis = people.map(({ id }) => lunch.api.as(id))
  await Promise.all(apis.slice(0, 10).map(order))
  await onlyRice()
  // Whoever publishes looks, and looks again as long as somebody orders in between: nobody loses a dish whom they were not shown.
  const publishSeen = async () => {
    for (;;) {
      const shown = await shownOrders(cook, THIS_MONDAY)
      const { revision } = await weekOf(cook, THIS_MONDAY)
      const answer = await cook.call('POST /menus/weeks/:monday/publish', {
        params: { monday: THIS_MONDAY },
        body: { revision, dropOrders: shown },
        idempotencyKey: newKey(),
      })
      if (answer.status === 200) return { shown }
      expect(refusalOf(answer)).toBe('409 menus.drop_ordered')
    }
  }
  const [{ shown }, ...answers] = await Promise.all([publishSeen(), ...apis.slice(10).map(order)])
  // What a second process finds unsettled in the same moment.
  await app.nest.get(SettlingService).finish()
  const took = answers.filter(({ status }) => status === 201).length + 10
  const codes = answers.filter(({ status }) => status !== 201).map(({ problem }) => problem.code)
  expect(codes.every((code) => code === 'canteen.offer_not_found')).toBe(true)
  const lines = await manager.findBy(OrderLine, { offerId: lunch.meat.id })
  expect(lines.map(({ orderId }) => orderId).sort()).toEqual([...shown].sort())
  expect([lines.length, lines.filter(({ refundedAt }) => refundedAt === null).length]).toEqual([took, 0])
  expect(await manager.findOneByOrFail(Offer, { id: lunch.meat.id })).toMatchObject({
    soldHalves: 0,
    capacityHalves: 0,
  })
  expect(await manager.countBy(Notice, { kind: 'menu_changed' })).toBe(took)
  for (const api of apis) expect((await api.call('GET /wallet')).reply.balanceFen).toBe(10_000)
  expect(await manager.sum(Entry, 'amountFen')).toBe(0)
})

it('keeps portions above what is sold while they are lowered and bought at once', async () => {
  const { manager } = app.dataSource
  await draft(cook, THIS_MONDAY, [
    {
      day: THIS_MONDAY,
      meal: 'lunch',
      dishes: [
        onMenu(lunch.meat.dishId, { portions: 12 }),
        onMenu(lunch.rice.dishId, { portions: 200, listFen: 100, halfFen: null }),
      ],
    },
  ])
  const { revision } = await weekOf(cook, THIS_MONDAY)
  const people = await Promise.all(range(30).map(() => lunch.make.person()))
  const [published, ...answers] = await Promise.all([
    publish(cook, THIS_MONDAY, { revision }),
    ...people.map(({ id }) => order(lunch.api.as(id))),
  ])
  const sold = answers.filter(({ status }) => status === 201).length
  const offer = await manager.findOneByOrFail(Offer, { id: lunch.meat.id })
  expect(offer.soldHalves).toBe(sold * 2)
  expect(offer.capacityHalves).toBe(published.status === 200 ? 24 : 400)
  expect(offer.soldHalves).toBeLessThanOrEqual(offer.capacityHalves)
})

it('sells nothing of a dish that was taken off to whoever pays too late, whoever cancels in that moment', async () => {
  const { manager } = app.dataSource
  const body = lunch.body()
  const place = async (change = {}) => {
    const api = lunch.api.as((await lunch.make.person()).id)
    const { reply } = await api.call('POST /canteen/orders', { body: { ...body, ...change }, idempotencyKey: newKey() })
    return { api, id: reply.id }
  }
  const late = await place({ payBy: 'counter' })
  const [first, second] = [await place(), await place()]
  app.clock.set('2026-11-23T02:11:00.000Z')
  await app.nest.get(OrderExpiryService, { strict: false }).expireDue()
  await onlyRice()
  const begun: Promise<unknown>[] = []
  const oneOrder = (tx: EntityManager) => tx.query('SELECT id FROM canteen_order WHERE id = ? FOR UPDATE', [first.id])
  await whileHeld(app, oneOrder, async (meeting) => {
    begun.push(publish(cook, THIS_MONDAY, { dropShown: true }))
    await meeting('the refunds wait for the first order')
    const cancel = { params: { id: second.id }, idempotencyKey: newKey() }
    expect((await second.api.call('POST /canteen/orders/:id/cancel', cancel)).status).toBe(200)
  })
  if (begun.length === 0) begun.push(publish(cook, THIS_MONDAY, { dropShown: true }))
  await Promise.all(begun)
  const pay = { params: { id: late.id }, idempotencyKey: newKey() }
  const refused = await cook.call('POST /counter/orders/:id/cash', pay)
  expect([refusalOf(refused), refused.problem.params]).toEqual([
    '409 canteen.sold_out',
    { dishName: '红烧狮子头', left: 0 },
  ])
  expect((await manager.findOneByOrFail(Order, { id: late.id })).status).toBe('expired')
})

/** Until so many transactions wait for a lock, or what is asked about has happened. */
type Waiting = (count: number, orHappened?: () => boolean) => Promise<void>

/**
 * Does something while whoever closes this meal is held at their last step, where a server keeps the database; a SQLite file has one
 * writer at a time.
 */
async function whileClosing(
  meal: Pick<Closing, 'canteenId' | 'day' | 'meal'>,
  during: (waiting: Waiting) => Promise<void>,
): Promise<void> {
  if (app.database.DATABASE_URL === undefined) return during(() => Promise.resolve())
  const closedById = (await lunch.make.person()).id
  const waits = async (): Promise<number> => {
    const sql = "SHOW GLOBAL STATUS LIKE 'Innodb_row_lock_current_waits'"
    const [answer] = await app.dataSource.query<{ Value: string }[]>(sql)
    return Number(answer?.Value)
  }
  const runner = app.dataSource.createQueryRunner()
  await runner.startTransaction()
  try {
    await runner.manager.insert(Closing, { id: newId(), ...meal, reason: '', closedById, createdAt: app.clock.now() })
    await during((count, orHappened = () => false) =>
      until(async () => orHappened() || (await waits()) >= count, `${count} transactions wait`),
    )
  } finally {
    await runner.rollbackTransaction()
    await runner.release()
  }
}

it('serves no meal that is closed while a colleague drafts its week for the first time and publishes it', async () => {
  const colleague = await cookOf(lunch, '周师傅')
  const { canteenId } = lunch.sitting
  const meal = { day: NEXT_MONDAY, meal: 'lunch' as const }
  const close = () =>
    cook.call('POST /menus/closings', { body: { ...meal, reason: '换灶台' }, idempotencyKey: newKey() })
  const draftAndPublish = async () => {
    const drafted = await draft(colleague, NEXT_MONDAY, [{ ...meal, dishes: [onMenu(lunch.meat.dishId)] }])
    return { drafted, published: await publish(colleague, NEXT_MONDAY) }
  }
  const answers: { closing?: ReturnType<typeof close>; publishing?: ReturnType<typeof draftAndPublish> } = {}
  await whileClosing({ canteenId, ...meal }, async (waiting) => {
    let isPublished = false
    answers.closing = close()
    await waiting(1)
    answers.publishing = draftAndPublish().finally(() => (isPublished = true))
    await waiting(2, () => isPublished)
  })
  expect((await answers.closing)?.status).toBe(200)
  const { drafted, published } = (await answers.publishing)!
  expect(drafted.status).toBe(200)
  expect(published.status === 200 ? 'published' : refusalOf(published)).toMatch(/^published$|nothing_to_publish$/)
  expect(await app.dataSource.manager.countBy(Sitting, { canteenId, day: NEXT_MONDAY, closedAt: IsNull() })).toBe(0)
  const { meals } = await weekOf(cook, NEXT_MONDAY)
  expect(meals.find((one) => one.day === NEXT_MONDAY && one.meal === 'lunch')).toMatchObject({
    state: 'closed',
    reason: '换灶台',
  })
})
