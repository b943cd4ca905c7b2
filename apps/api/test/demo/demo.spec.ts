import { LessThan, MoreThanOrEqual } from 'typeorm'
import { afterAll, beforeAll, expect, it } from '@jest/globals'

import { Dish } from '../../src/canteen/dish.entity.js'
import { Offer } from '../../src/canteen/offer.entity.js'
import { Order } from '../../src/canteen/order.entity.js'
import { Sitting } from '../../src/canteen/sitting.entity.js'
import { DemoService } from '../../src/demo/demo.service.js'
import { Sample } from '../../src/kitchen/sample.entity.js'
import { Review } from '../../src/menus/review.entity.js'
import { Person } from '../../src/people/person.entity.js'
import { Account } from '../../src/wallet/account.entity.js'
import { Entry } from '../../src/wallet/entry.entity.js'
import { Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'

let app: TestApp

beforeAll(async () => {
  app = await startApp({ DEMO: '1' })
})
afterAll(() => app.close())

const demo = () => app.nest.get(DemoService, { strict: false })
const counts = async () => {
  const { manager } = app.dataSource
  return {
    people: await manager.count(Person),
    dishes: await manager.count(Dish),
    sittings: await manager.countBy(Sitting, { day: MoreThanOrEqual('2026-11-23') }),
  }
}

it('has 36 dishes and plain rice, 29 people and three meals on each of seven days, whose money sums to zero', async () => {
  expect(await counts()).toEqual({ people: 29, dishes: 37, sittings: 21 })
  expect(await app.dataSource.manager.sum(Entry, 'amountFen')).toBe(0)
})

it('gives the kitchen work: six neighbours order lunch and dinner once, and four samples of yesterday stand in the fridge', async () => {
  const { manager } = app.dataSource
  await demo().prepare()
  expect(await manager.countBy(Order, { status: 'paid' })).toBe(12)
  expect(await manager.count(Sample)).toBe(4)
})

it('has a past of served lunches, whose money the canteen has', async () => {
  const { manager } = app.dataSource
  const orders = await manager.find(Order, { where: { day: LessThan('2026-11-23') } })
  expect(orders.length).toBeGreaterThan(500)
  expect(new Set(orders.map(({ status }) => status))).toEqual(new Set(['handed_over', 'not_collected']))
  const revenue = await manager.findOneByOrFail(Account, { kind: 'canteen_revenue' })
  const all = await manager.find(Order)
  expect(revenue.balanceFen).toBe(all.reduce((sum, { payFen, subsidyFen }) => sum + payFen + subsidyFen, 0))
  for (const offer of await manager.find(Offer)) expect(offer.soldHalves).toBeLessThanOrEqual(offer.capacityHalves)
  expect(await manager.count(Review)).toBeGreaterThan(20)
})

it('is made once, however often the server starts', async () => {
  await demo().prepare()
  expect(await counts()).toEqual({ people: 29, dishes: 37, sittings: 21 })
})

it('follows the calendar: two days later there are two more days of meals', async () => {
  app.clock.set('2026-11-25T02:00:00.000Z')
  await demo().prepare()
  expect((await counts()).sittings).toBe(27)
})

it('offers every lunch something of each kind, and always a tray for the elder mode', async () => {
  const api = new Api(app)
  const { accessToken } = (await api.call('POST /auth/demo', { body: { persona: 'chen-apo' } })).reply
  const holder = api.with(accessToken)
  const canteenId = (await holder.call('GET /canteen/canteens')).reply.items[0]!.id
  const { items } = (await holder.call('GET /canteen/sittings', { query: { canteenId } })).reply
  for (const { id } of items.filter((item) => item.meal === 'lunch')) {
    const { reply } = await holder.call('GET /canteen/sittings/:id', { params: { id } })
    expect(new Set(reply.offers.map((offer) => offer.dish.kind))).toEqual(
      new Set(['荤', '半荤', '素', '主食', '汤', '点心', '套餐']),
    )
    expect(new Set(reply.offers.map((offer) => offer.dish.id)).size).toBe(reply.offers.length)
    expect(reply.offers.map((offer) => offer.dish.name)).toContain('白米饭')
  }
})
