import { Order } from '../src/canteen/order.entity.js'
import { OutboxWorker } from '../src/notices/outbox-worker.js'
import { MoneyWorker } from '../src/wallet/money-worker.service.js'

import type { Api } from './support/api.js'
import { startApp, type TestApp } from './support/app.js'
import { ok } from './support/family.js'
import { openKitchen, type Kitchen } from './support/kitchen.js'
import { setLunch, type Lunch } from './support/lunch.js'
import { statementsOf } from './support/statements.js'
import { NEXT_MONDAY, draft, onMenu, publish, spareDish } from './menus/kitchen-table.js'

let app: TestApp
let lunch: Lunch
let kitchen: Kitchen
let cook: Api
let eater: Api
let eaterId: string

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app, { portions: 500 })
  kitchen = await openKitchen(app, lunch)
  cook = kitchen.cook.with(await kitchen.cook.token())
  eaterId = (await lunch.make.elder(82, { balanceFen: 500_000 })).id
  eater = lunch.api.as(eaterId)
  eater = eater.with(await eater.token())
})

let keys = 0

/** The eater orders once more, and so does somebody else: two dishes, a note. */
async function moreOrders(times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    keys += 1
    const lines = [lunch.meat, lunch.rice].map(({ id }) => ({ offerId: id, quantity: 1 }))
    const body = lunch.body({ lines, again: true, note: `第${keys}份` })
    ok(await eater.call('POST /canteen/orders', { body, idempotencyKey: `statements-${keys}` }))
    await kitchen.order({ lines })
  }
}

/** Checks that a reading asks the database as often when there is much as when there is one, and at most `most` times. */
async function expectSame(most: number, read: () => Promise<{ status: number }>, more: () => Promise<unknown>) {
  const counted = async (): Promise<[number, number]> => {
    let status = 0
    const count = await statementsOf(app, async () => ({ status } = await read()))
    return [status, count]
  }
  // What a process asks once is not counted.
  await read()
  const one = await counted()
  expect(one).toEqual([200, expect.any(Number)])
  await more()
  expect(await counted()).toEqual(one)
  expect(one[1]).toBeLessThanOrEqual(most)
}

const params = () => ({ id: lunch.sitting.id })

describe('a reading asks the database as often for many as for one', () => {
  beforeEach(() => moreOrders(1))
  const tenMore = () => moreOrders(10)

  it('on the page of orders and of those that are open', async () => {
    await expectSame(8, () => eater.call('GET /canteen/orders'), tenMore)
    await expectSame(8, () => eater.call('GET /canteen/orders', { query: { open: 'true' } }), tenMore)
  })

  it('on the inbox, the wallet and its entries', async () => {
    await expectSame(2, () => eater.call('GET /notices'), tenMore)
    await expectSame(3, () => eater.call('GET /notices/unread'), tenMore)
    await expectSame(4, () => eater.call('GET /wallet/entries'), tenMore)
  })

  it('on the meals that are given up', async () => {
    const query = { sittingId: lunch.sitting.id }
    const taker = lunch.api.as((await lunch.make.elder(75)).id)
    const giveUp = async (): Promise<void> => {
      app.clock.set('2026-11-23T02:40:00.000Z')
      await app.dataSource.manager.update(Order, { status: 'paid' }, { status: 'offered', offeredAt: app.clock.now() })
    }
    await giveUp()
    const more = async (): Promise<void> => {
      app.clock.set('2026-11-23T02:00:00.000Z')
      await tenMore()
      await giveUp()
    }
    await expectSame(16, async () => taker.call('GET /canteen/offered', { query }), more)
    expect(ok(await taker.call('GET /canteen/offered', { query })).items).toHaveLength(22)
  })

  it('on the menu of a day', async () => {
    const { id: canteenId } = lunch.canteen
    const nextWeek = async (): Promise<void> => {
      for (const day of ['2026-11-24', '2026-11-25', '2026-11-26']) await lunch.make.lunch(canteenId, { day })
    }
    // Two of them ask why there is nothing on the days that nothing was published for.
    await expectSame(5, () => eater.call('GET /canteen/sittings', { query: { canteenId } }), nextWeek)
  })

  it('on the board of the window', async () => {
    app.clock.set('2026-11-23T02:10:00.000Z')
    await expectSame(7, () => cook.call('GET /canteen/pickups/board'), tenMore)
  })

  it('at the counter', async () => {
    await expectSame(4, () => cook.call('GET /counter/unpaid'), tenMore)
    // Two of them ask for days that nobody closed, two begin and end the one moment they are of.
    await expectSame(12, () => cook.call('GET /counter/day'), tenMore)
    await lunch.make.card(eaterId, '8800001234')
    await expectSame(16, () => cook.call('GET /counter/pickups', { query: { q: '8800001234' } }), tenMore)
  })

  it('on the closed days of a counter', async () => {
    const close = async (...days: string[]): Promise<void> => {
      for (const day of days)
        ok(
          await cook.call('POST /counter/day/close', {
            body: { day, count: {}, note: '', expectedFen: 0 },
            idempotencyKey: `close-${day}`,
          }),
        )
    }
    await close('2026-11-02')
    const more = () => close('2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06')
    await expectSame(4, () => cook.call('GET /counter/days', {}), more)
  })

  it('in the kitchen: its day, its board, its sheet', async () => {
    await expectSame(4, () => cook.call('GET /canteen/kitchen'), tenMore)
    // Three for one moment: it begins, the sitting is looked at in it once more, it ends.
    await expectSame(19, () => cook.call('GET /canteen/kitchen/sittings/:id/sheet', { params: params() }), tenMore)
    await expectSame(19, () => cook.call('GET /canteen/kitchen/sittings/:id/board', { params: params() }), tenMore)
  })

  it('in the kitchen: what was kept on a day', async () => {
    kitchen.at('10:45')
    const fresh = kitchen.cook.with(await kitchen.cook.token())
    const keep = async (dishId: string): Promise<void> => {
      const body = { dishId, grams: 150, place: '1 号冰箱 2 层' }
      keys += 1
      const idempotencyKey = `statements-${keys}`
      ok(await fresh.call('POST /canteen/kitchen/sittings/:id/samples', { params: params(), body, idempotencyKey }))
    }
    await keep(lunch.meat.dishId)
    const read = () => fresh.call('GET /canteen/kitchen/samples', { query: { day: '2026-11-23' } })
    await expectSame(11, read, () => keep(lunch.rice.dishId))
  })

  it('in the manager’s menus: the week and the dishes', async () => {
    const fullWeek = async (): Promise<void> => {
      const dishIds: string[] = []
      for (const name of ['葱油鸡', '油焖笋', '蒸蛋']) dishIds.push(await spareDish(kitchen.cook, name))
      const dishes = dishIds.map((id) => onMenu(id))
      const days = ['2026-12-01', '2026-12-02', '2026-12-03']
      await draft(
        kitchen.cook,
        NEXT_MONDAY,
        days.map((day) => ({ day, meal: 'lunch', dishes })),
      )
      ok(await publish(kitchen.cook, NEXT_MONDAY))
    }
    const week = { params: { monday: NEXT_MONDAY }, query: {} }
    await draft(kitchen.cook, NEXT_MONDAY, [{ day: NEXT_MONDAY, meal: 'lunch', dishes: [onMenu(lunch.meat.dishId)] }])
    ok(await publish(kitchen.cook, NEXT_MONDAY))
    await expectSame(12, () => cook.call('GET /menus/weeks/:monday', week), fullWeek)
    const dish = () => spareDish(kitchen.cook, '清蒸鱼')
    await expectSame(4, () => cook.call('GET /menus/dishes', { query: {} }), dish)
  })
})

describe('a server of which nobody wants anything', () => {
  it('asks the database three times every few seconds, and three times each second what is to be sent', async () => {
    app.clock.set('2026-11-23T23:30:00.000Z')
    const worker = app.nest.get(MoneyWorker, { strict: false })
    await worker.work()
    expect(await statementsOf(app, () => worker.work(false))).toBe(3)
    const outbox = app.nest.get(OutboxWorker, { strict: false })
    await outbox.work()
    expect(await statementsOf(app, () => outbox.work())).toBe(3)
  })
})
