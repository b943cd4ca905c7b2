import type { AttemptRequest } from '@wanli/contracts/delivery'
import { In } from 'typeorm'

import { Order } from '../../src/canteen/order.entity.js'
import { Address } from '../../src/delivery/address.entity.js'
import { Attempt } from '../../src/delivery/attempt.entity.js'
import { Run } from '../../src/delivery/run.entity.js'
import { Stop } from '../../src/delivery/stop.entity.js'
import { Notice } from '../../src/notices/notice.entity.js'
import { Access } from '../../src/privacy/access.entity.js'
import { Api, newKey, refusalOf } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { DOOR, setDelivery, type Delivery } from '../support/delivery.js'
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
const elderWithMeal = async (): Promise<string> => {
  const { id } = await lunch.make.elder(82)
  return delivery.order(id, await delivery.address(id))
}
const late = '2026-11-23T03:44:00.000Z'

it('hands a meal over once, however many taps there are', async () => {
  const orderId = await elderWithMeal()
  const runId = await delivery.runId(delivery.zhou, 1)
  app.clock.set(late)
  await delivery.leave(delivery.zhou, runId)
  const answers = await Promise.all(
    range(12).map((n) =>
      delivery.zhou.call('POST /delivery/stops/:id/hand-over', {
        params: { id: orderId },
        body: n % 2 === 0 ? { how: 'seen' } : { how: 'named', name: '小李' },
        idempotencyKey: newKey(),
      }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409).map(refusalOf)).toEqual(
    Array(11).fill('409 delivery.already_delivered'),
  )
  const stop = await app.dataSource.manager.findOneByOrFail(Stop, { orderId })
  const done = answers.find(({ status }) => status === 200)?.reply.handedOverTo
  expect(done).toBe(stop.how === 'seen' ? '本人' : '保姆小李')
  expect(await app.dataSource.manager.countBy(Notice, { kind: 'order_delivered' })).toBe(1)
})

it('makes one run and takes each meal along once, though two phones leave with it at once', async () => {
  const orders = await Promise.all(range(10).map(elderWithMeal))
  await Promise.all(range(6).map(() => delivery.zhou.call('GET /delivery/runs')))
  expect(await app.dataSource.manager.countBy(Run, { number: 1 })).toBe(1)
  const runId = await delivery.runId(delivery.zhou, 1)
  app.clock.set(late)
  const answers = await Promise.all(range(4).map(() => delivery.leave(delivery.zhou, runId)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const stops = await app.dataSource.manager.find(Stop, { order: { position: 'ASC' } })
  expect(stops.map(({ position }) => position)).toEqual(range(10).map((n) => n + 1))
  expect(stops.map(({ orderId }) => orderId).sort()).toEqual([...orders].sort())
  expect(await app.dataSource.manager.countBy(Notice, { kind: 'order_out' })).toBe(10)
})

it('writes a step of the ladder once, and tells the family once', async () => {
  const orderId = await elderWithMeal()
  const runId = await delivery.runId(delivery.zhou, 1)
  app.clock.set(late)
  await delivery.leave(delivery.zhou, runId)
  const tap = () =>
    delivery.zhou.call('POST /delivery/stops/:id/attempts', {
      params: { id: orderId },
      body: { step: 'emergency', outcome: 'told' },
      idempotencyKey: newKey(),
    })
  const answers = await Promise.all(range(8).map(tap))
  expect(answers.map(({ status, reply }) => [status, reply.status])).toEqual(Array(8).fill([200, 'welfare_check']))
  expect(await app.dataSource.manager.countBy(Attempt, { orderId })).toBe(1)
})

it('either hands a meal over or ends the welfare check', async () => {
  const orders = await Promise.all(range(8).map(elderWithMeal))
  const runId = await delivery.runId(delivery.zhou, 1)
  app.clock.set(late)
  await delivery.leave(delivery.zhou, runId)
  for (const id of orders)
    await delivery.zhou.call('POST /delivery/stops/:id/attempts', {
      params: { id },
      body: { step: 'emergency', outcome: 'told' },
      idempotencyKey: newKey(),
    })
  for (const id of orders) {
    const [given, closed] = await Promise.all([
      delivery.zhou.call('POST /delivery/stops/:id/hand-over', {
        params: { id },
        body: { how: 'seen' },
        idempotencyKey: newKey(),
      }),
      delivery.zhou.call('POST /delivery/stops/:id/close', {
        params: { id },
        body: { outcome: 'found', words: '在邻居家' },
        idempotencyKey: newKey(),
      }),
    ])
    expect([given.status, closed.status].sort()).toEqual([200, 409])
    const stop = await app.dataSource.manager.findOneByOrFail(Stop, { orderId: id })
    expect([stop.handedAt === null, stop.closedAt === null].filter(Boolean)).toHaveLength(1)
  }
})

it('keeps no more than five addresses of a person, though they and those who order for them add one at once', async () => {
  const { id: eaterId } = await lunch.make.elder(82)
  const helpers = await Promise.all(range(6).map(() => lunch.make.person()))
  for (const { id } of helpers) await lunch.make.mandate(id, eaterId)
  const add = (personId: string) =>
    lunch.api.as(personId).call('POST /delivery/addresses', {
      body: { ...DOOR, estateId: delivery.near.id, forPersonId: eaterId },
      idempotencyKey: newKey(),
    })
  const answers = await Promise.all([...helpers.map(({ id }) => id), ...range(6).map(() => eaterId)].map(add))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(5)
  expect(answers.filter(({ status }) => status !== 201).map(refusalOf)).toEqual(
    Array(7).fill('409 delivery.too_many_addresses'),
  )
  expect(await app.dataSource.manager.countBy(Address, { personId: eaterId })).toBe(5)
})

it('takes an address away or lets a meal be ordered to it, and never both', async () => {
  const elders = await Promise.all(range(24).map(() => lunch.make.elder(82)))
  const addresses = await Promise.all(elders.map(({ id }) => delivery.address(id)))
  const outcomes = await Promise.all(
    elders.map(async ({ id }, n) => {
      const [api, addressId] = [lunch.api.as(id), addresses[n] ?? '']
      const { slotId: _, ...body } = lunch.body({ mode: 'delivery', addressId })
      const [ordered, removed] = await Promise.all([
        api.call('POST /canteen/orders', { body, idempotencyKey: newKey() }),
        new Api(second).as(id).call('DELETE /delivery/addresses/:id', { params: { id: addressId } }),
      ])
      const one = ordered.status < 300 ? 'ordered' : refusalOf(ordered)
      return `${one}, ${removed.status < 300 ? 'removed' : refusalOf(removed)}`
    }),
  )
  const right = ['ordered, 409 delivery.address_in_use', '422 canteen.address_out_of_reach, removed']
  expect(outcomes.filter((one) => !right.includes(one))).toEqual([])
})

it('writes into each log once that a courier saw a door, though two servers are asked for the run at once', async () => {
  const orders = await Promise.all(range(6).map(elderWithMeal))
  const id = await delivery.runId(delivery.zhou, 1)
  const there = new Api(second).as(delivery.zhouId, [{ role: 'courier', scopeId: lunch.canteen.id }])
  const look = (n: number) => (n % 2 === 0 ? delivery.zhou : there).call('GET /delivery/runs/:id', { params: { id } })
  const answers = await Promise.all(range(12).map(look))
  expect(answers.map(({ status, reply }) => [status, reply.stops.length])).toEqual(Array(12).fill([200, 6]))
  const { manager } = app.dataSource
  const eaters = (await manager.findBy(Order, { id: In(orders) })).map(({ eaterId }) => eaterId)
  const logged = (await manager.findBy(Access, { viewerId: delivery.zhouId })).map(({ personId }) => personId)
  expect(logged.sort()).toEqual(eaters.sort())
})

it('hands a meal over for which somebody was called at that very moment', async () => {
  const orders = await Promise.all(range(10).map(elderWithMeal))
  const runId = await delivery.runId(delivery.zhou, 1)
  app.clock.set(late)
  await delivery.leave(delivery.zhou, runId)
  const there = new Api(second).as(delivery.zhouId, [{ role: 'courier', scopeId: lunch.canteen.id }])
  const attempt = (api: Api, id: string, body: AttemptRequest) =>
    api.call('POST /delivery/stops/:id/attempts', { params: { id }, body, idempotencyKey: newKey() })
  for (const id of orders) await attempt(delivery.zhou, id, { step: 'knock', outcome: 'no_answer' })
  for (const server of [app, second]) server.clock.set('2026-11-23T03:48:00.000Z')
  const answers = await Promise.all(
    orders.flatMap((id) => [
      attempt(there, id, { step: 'committee', outcome: 'told' }),
      delivery.zhou.call('POST /delivery/stops/:id/hand-over', {
        params: { id },
        body: { how: 'seen' },
        idempotencyKey: newKey(),
      }),
    ]),
  )
  const told = answers.map((one) => (one.status === 200 ? 'done' : refusalOf(one)))
  // Whoever hands over is never refused for what was read a moment before; whoever called is, once it was handed over.
  expect(told.filter((_, n) => n % 2 === 1)).toEqual(Array(10).fill('done'))
  expect(told.filter((one) => !['done', '409 delivery.already_delivered'].includes(one))).toEqual([])
  expect(await app.dataSource.manager.countBy(Order, { status: 'delivered' })).toBe(10)
})
