import { In } from 'typeorm'

import { Offer } from '../../src/canteen/offer.entity.js'
import { Order } from '../../src/canteen/order.entity.js'
import { LIVE } from '../../src/canteen/order.rules.js'
import { Transactions } from '../../src/database/transactions.js'
import { StandingOrdersService } from '../../src/delivery/standing-orders.service.js'
import { StandingResult } from '../../src/delivery/standing-result.entity.js'
import { Notice } from '../../src/notices/notice.entity.js'
import { Api, newKey, refusalOf } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setDelivery, termsOf, type Delivery } from '../support/delivery.js'
import { setLunch, type Lunch } from '../support/lunch.js'

/** Two servers share a database only where a server keeps it; a SQLite file has one, which must hold the same promises. */
const shared = process.env['TEST_DATABASE_URL'] !== undefined && process.env['TEST_DATABASE_URL'] !== ''

let app: TestApp
let second: TestApp
let lunch: Lunch
let delivery: Delivery

beforeAll(async () => {
  app = await startApp()
  second = shared ? await startApp({}, app.database) : app
})
afterAll(async () => {
  if (shared) await second.close()
  await app.close()
})
beforeEach(async () => {
  second.clock.set('2026-11-23T02:00:00.000Z')
  lunch = await setLunch(app, { portions: 600 })
  delivery = await setDelivery(app, lunch)
})

const range = (count: number): number[] => [...Array(count).keys()]

it('orders a day once, though two processes look at it at once', async () => {
  // Set up before the day is due, so that nobody has ordered it yet.
  app.clock.set('2026-11-22T02:00:00.000Z')
  second.clock.set('2026-11-22T02:00:00.000Z')
  const elders = await Promise.all(range(12).map(() => lunch.make.elder(82)))
  for (const { id } of elders) await delivery.standing(id, await delivery.address(id))
  expect(await app.dataSource.manager.count(Order)).toBe(0)
  app.clock.set('2026-11-22T12:00:00.000Z')
  second.clock.set('2026-11-22T12:00:00.000Z')
  const work = (server: TestApp) => server.nest.get(StandingOrdersService, { strict: false }).orderDue()
  await Promise.all([work(app), work(second), work(app), work(second)])
  // Whoever met the other's key leaves the day to the next round.
  await work(app)
  expect(await app.dataSource.manager.count(Order)).toBe(12)
  const results = await app.dataSource.manager.find(StandingResult)
  expect(results.map(({ outcome }) => outcome)).toEqual(Array(12).fill('ordered'))
  expect(new Set(results.map(({ orderId }) => orderId)).size).toBe(12)
})

it('sets one day of a person up once, though two helpers do it at once', async () => {
  const { id: eaterId } = await lunch.make.elder(82)
  const addressId = await delivery.address(eaterId)
  const helpers = await Promise.all(
    range(6).map(async () => {
      const { id } = await lunch.make.person()
      await lunch.make.mandate(id, eaterId)
      return lunch.api.as(id)
    }),
  )
  const body = { ...termsOf(addressId), canteenId: lunch.canteen.id, forPersonId: eaterId }
  const answers = await Promise.all(
    helpers.map((api) => api.call('POST /delivery/standing', { body, idempotencyKey: newKey() })),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409).map(refusalOf)).toEqual(
    Array(5).fill('409 delivery.weekday_taken'),
  )
  expect(await app.dataSource.manager.countBy(Order, { eaterId })).toBe(1)
})

it('brings nothing on a day that somebody took out, paused or ended while a round of orders is under way', async () => {
  app.clock.set('2026-11-22T02:00:00.000Z')
  const elders = await Promise.all(range(12).map(() => lunch.make.elder(82)))
  const standings = await Promise.all(
    elders.map(async ({ id }) => ({
      eaterId: id,
      api: lunch.api.as(id),
      id: (await delivery.standing(id, await delivery.address(id))).id,
    })),
  )
  app.clock.set('2026-11-22T12:00:00.000Z')
  const [day, round] = ['2026-11-23', app.nest.get(StandingOrdersService, { strict: false }).orderDue()]
  const answers = await Promise.all(
    standings.map(async ({ api, id }, n) => {
      const params = { id }
      const skip = { params: { id, day }, body: { skip: true } }
      if (n % 3 === 0) return (await api.call('PUT /delivery/standing/:id/days/:day', skip)).status
      const pause = { params, body: { from: day, to: day } }
      if (n % 3 === 1) return (await api.call('POST /delivery/standing/:id/pause', pause)).status
      await api.call('POST /delivery/standing/:id/end', { params })
      return (await app.dataSource.manager.existsBy(StandingResult, { standingId: id })) ? 409 : 200
    }),
  )
  await round
  const live = await app.dataSource.manager.findBy(Order, { status: In([...LIVE]) })
  // Whoever was told that the meal is being ordered says so again; whoever was not gets none.
  const brought = standings.filter(({ eaterId }) => live.some((order) => order.eaterId === eaterId))
  expect(brought.filter(({ id }) => answers[standings.findIndex((one) => one.id === id)] === 200)).toEqual([])
})

it('brings a day that a crash has left or tells that it does not come, and never both', async () => {
  app.clock.set('2026-11-22T02:00:00.000Z')
  const elders = await Promise.all(range(12).map(() => lunch.make.elder(82)))
  for (const { id } of elders) {
    const { id: standingId } = await delivery.standing(id, await delivery.address(id))
    const row = { standingId, day: '2026-11-23', round: 0, outcome: 'placing' as const, orderId: null, reason: null }
    await app.nest.get(Transactions).run((tx) => tx.insert(StandingResult, { ...row, changedAt: app.clock.now() }))
  }
  // The clocks of two servers never agree to the second: one still orders while the other finds it too late.
  second.clock.set('2026-11-23T03:30:00.000Z')
  app.clock.set('2026-11-23T03:29:59.000Z')
  const look = (server: TestApp, id: string) => new Api(server).as(id).call('GET /delivery/standing')
  await Promise.all(elders.flatMap(({ id }) => [look(app, id), look(second, id)]))
  second.clock.set('2026-11-23T03:31:00.000Z')
  await second.nest.get(StandingOrdersService, { strict: false }).orderDue()
  const { manager } = app.dataSource
  const ordered = (await manager.find(Order)).map(({ eaterId }) => eaterId)
  const told = (await manager.findBy(Notice, { kind: 'order_expired' })).map(({ personId }) => personId)
  expect([...ordered, ...told].sort()).toEqual(elders.map(({ id }) => id).sort())
  expect(await manager.countBy(StandingResult, { outcome: 'ordered' })).toBe(ordered.length)
  expect(await manager.countBy(StandingResult, { outcome: 'failed' })).toBe(told.length)
})

it('tells a day that no server was there for once, though two processes find it at once', async () => {
  for (const server of [app, second]) server.clock.set('2026-11-22T02:00:00.000Z')
  const elders = await Promise.all(range(12).map(() => lunch.make.elder(82)))
  for (const { id } of elders) await delivery.standing(id, await delivery.address(id))
  for (const server of [app, second]) server.clock.set('2026-11-23T04:00:00.000Z')
  const work = (server: TestApp) => server.nest.get(StandingOrdersService, { strict: false }).orderDue()
  await Promise.all([work(app), work(second), work(app), work(second)])
  const { manager } = app.dataSource
  const told = (await manager.findBy(Notice, { kind: 'order_expired' })).map(({ personId }) => personId)
  expect(told.sort()).toEqual(elders.map(({ id }) => id).sort())
  expect([await manager.countBy(StandingResult, { outcome: 'failed' }), await manager.count(Order)]).toEqual([12, 0])
})

it('takes an address away or brings meals to it, and never both', async () => {
  app.clock.set('2026-11-22T02:00:00.000Z')
  const elders = await Promise.all(range(8).map(() => lunch.make.elder(82)))
  const addresses = await Promise.all(elders.map(({ id }) => delivery.address(id)))
  const statuses = await Promise.all(
    elders.map(async ({ id }, n) => {
      const [api, addressId] = [lunch.api.as(id), addresses[n] ?? '']
      const body = { ...termsOf(addressId), canteenId: lunch.canteen.id }
      const [setUp, removed] = await Promise.all([
        api.call('POST /delivery/standing', { body, idempotencyKey: newKey() }),
        api.call('DELETE /delivery/addresses/:id', { params: { id: addressId } }),
      ])
      return [setUp, removed].filter(({ status }) => status < 300).length
    }),
  )
  expect(statuses).toEqual(Array(8).fill(1))
})

it('gives the last portion to one of two who want it instead of theirs, and the other keeps what they had', async () => {
  const last = await lunch.make.offer(lunch.sitting, { name: '清蒸鲈鱼', listFen: 1500, portions: 1 })
  const elders = await Promise.all(range(8).map(() => lunch.make.elder(82)))
  const standings = await Promise.all(
    elders.map(async ({ id }) => ({ eaterId: id, id: (await delivery.standing(id, await delivery.address(id))).id })),
  )
  const wishes = [{ dishNames: ['清蒸鲈鱼'], kind: null, portion: 'whole' as const, quantity: 1 }]
  const answers = await Promise.all(
    standings.map(({ eaterId, id }, n) =>
      new Api(n % 2 === 0 ? app : second).as(eaterId).call('PUT /delivery/standing/:id/days/:day', {
        params: { id, day: '2026-11-23' },
        body: { skip: false, wishes },
      }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409).map(refusalOf)).toEqual(
    Array(7).fill('409 delivery.swap_refused'),
  )
  const { manager } = app.dataSource
  const orders = await manager.findBy(Order, { status: In([...LIVE]) })
  expect(orders.map(({ eaterId }) => eaterId).sort()).toEqual(elders.map(({ id }) => id).sort())
  const results = await manager.find(StandingResult)
  expect(results.map(({ orderId }) => orderId).sort()).toEqual(orders.map(({ id }) => id).sort())
  const { soldHalves } = await manager.findOneByOrFail(Offer, { id: last.id })
  expect(soldHalves).toBe(2)
})

it('leaves one meal or none of a day that is swapped, swapped again and taken out at once', async () => {
  const elders = await Promise.all(range(6).map(() => lunch.make.elder(82)))
  const standings = await Promise.all(
    elders.map(async ({ id }) => ({ eaterId: id, id: (await delivery.standing(id, await delivery.address(id))).id })),
  )
  const say = (server: TestApp, { eaterId, id }: { eaterId: string; id: string }, dish: string | null) => {
    const wishes = [{ dishNames: [dish ?? ''], kind: null, portion: 'whole' as const, quantity: 1 }]
    const body = dish === null ? { skip: true } : { skip: false, wishes }
    const call = { params: { id, day: '2026-11-23' }, body }
    return new Api(server).as(eaterId).call('PUT /delivery/standing/:id/days/:day', call)
  }
  await Promise.all(
    standings.flatMap((one) => [say(app, one, '白米饭'), say(second, one, '红烧狮子头'), say(app, one, null)]),
  )
  const { manager } = app.dataSource
  const orders = await manager.findBy(Order, { status: In([...LIVE]) })
  const results = await manager.find(StandingResult)
  const ordered = results.filter(({ outcome }) => outcome === 'ordered').map(({ orderId }) => orderId)
  expect(orders.map(({ id }) => id).sort()).toEqual(ordered.sort())
  for (const { eaterId } of standings) {
    const { reply } = await new Api(app).as(eaterId).call('GET /wallet')
    const mine = orders.find((order) => order.eaterId === eaterId)
    expect(reply.balanceFen).toBe(10_000 - (mine?.payFen ?? 0))
  }
})
