import { sumFen } from '@wanli/kernel/money'
import { MoreThan } from 'typeorm'

import { Offer } from '../../src/canteen/offer.entity.js'
import { Order } from '../../src/canteen/order.entity.js'
import { Sitting } from '../../src/canteen/sitting.entity.js'
import { DemoService } from '../../src/demo/demo.service.js'
import { Review } from '../../src/menus/review.entity.js'
import { Account } from '../../src/wallet/account.entity.js'
import { startApp, type TestApp } from '../support/app.js'

const TODAY = '2026-11-23'
let app: TestApp
afterEach(() => app.close())

/** The demo as it is when it is first started at this time of Monday, and its lunch. */
async function startAt(clock: string) {
  app = await startApp()
  app.clock.set(`${TODAY}T${clock}:00.000+08:00`)
  await app.nest.get(DemoService, { strict: false }).prepare()
  const { manager } = app.dataSource
  const lunch = await manager.findOneByOrFail(Sitting, { day: TODAY, meal: 'lunch' })
  const orders = await manager.findBy(Order, { sittingId: lunch.id })
  const count = (status: Order['status']): number => orders.filter((order) => order.status === status).length
  // Whatever the time, nothing happened after it.
  expect(await manager.countBy(Order, { createdAt: MoreThan(app.clock.now()) })).toBe(0)
  expect(await manager.countBy(Order, { handedOverAt: MoreThan(app.clock.now()) })).toBe(0)
  expect(await manager.countBy(Review, { createdAt: MoreThan(app.clock.now()) })).toBe(0)
  return { orders, count, lunch }
}

/** Cash in the canteen's drawer, in fen. */
async function drawerFen(): Promise<number> {
  return 0 - ((await app.dataSource.manager.findOneBy(Account, { kind: 'cash_drawer' }))?.balanceFen ?? 0)
}

it('has orders for today before the kitchen counts, made in the app, and none of them fetched', async () => {
  const { orders, count } = await startAt('10:00')
  expect(orders.length).toBeGreaterThan(30)
  expect(count('paid')).toBe(orders.length)
  expect(new Set(orders.map(({ door }) => door))).toEqual(new Set(['app']))
  expect(await drawerFen()).toBe(0)
})

it('has a lunch under way at noon: some have eaten, some are still to come, and the cash is in the drawer', async () => {
  const { orders, count, lunch } = await startAt('12:00')
  expect(count('handed_over')).toBeGreaterThan(80)
  expect(count('paid')).toBeGreaterThan(3)
  expect(count('handed_over') + count('paid')).toBe(orders.length)
  const inCash = orders.filter(({ payBy }) => payBy === 'counter')
  expect(inCash.length).toBeGreaterThan(30)
  expect(await drawerFen()).toBe(sumFen(inCash.map(({ payFen }) => payFen)))
  // There is something left to order, the fish that runs short as well.
  const offers = await app.dataSource.manager.find(Offer, {
    where: { sittingId: lunch.id },
    order: { position: 'ASC' },
  })
  expect(offers[0]).toMatchObject({ soldHalves: 0 })
  expect(offers.filter((offer) => offer.capacityHalves - offer.soldHalves >= 2).length).toBeGreaterThan(8)
})

it('has a lunch that is over in the afternoon, of which a few were not fetched', async () => {
  const { orders, count } = await startAt('14:00')
  expect(orders.length).toBeGreaterThan(120)
  expect(count('paid')).toBe(0)
  expect(count('handed_over')).toBeGreaterThan(120)
  expect(count('handed_over') + count('not_collected')).toBe(orders.length)
})
