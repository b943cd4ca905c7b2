/* A noon at which everything happens at once: whatever it is, portions, places, rights, caps and money add up afterwards. */
import fc from 'fast-check'
import { In, Not } from 'typeorm'

import { ClosingsService } from '../../src/canteen/closings.service.js'
import { Offer } from '../../src/canteen/offer.entity.js'
import { OrderLine } from '../../src/canteen/order-line.entity.js'
import { Order } from '../../src/canteen/order.entity.js'
import { UNCOLLECTED } from '../../src/canteen/order.rules.js'
import { Sitting } from '../../src/canteen/sitting.entity.js'
import { Slot } from '../../src/canteen/slot.entity.js'
import { SubsidyUse } from '../../src/canteen/subsidy-use.entity.js'
import { Housekeeping } from '../../src/common/housekeeping.service.js'
import { LeftBehindService } from '../../src/delivery/left-behind.service.js'
import { SettlingService } from '../../src/menus/settling.service.js'
import { Act } from '../../src/people/act.entity.js'
import { Mandate } from '../../src/people/mandate.entity.js'
import { Account } from '../../src/wallet/account.entity.js'
import { Entry } from '../../src/wallet/entry.entity.js'
import { Posting } from '../../src/wallet/posting.entity.js'
import { newKey } from '../support/api.js'
import type { TestApp } from '../support/app.js'
import { setDelivery } from '../support/delivery.js'
import { expectDoors, expectPrices, expectStandings, expectToldOnce } from '../support/noon-checks.js'
import { NoonOperations } from '../support/noon-operations.js'
import { operation, SELDOM, type Company, type Operation, type Table } from '../support/noon.js'
import { openTill, type Till } from '../support/till.js'

const IS_SERVER = (process.env['TEST_DATABASE_URL'] ?? '') !== ''
/** Those who do something in the same moment. */
const WORKERS = IS_SERVER ? 8 : 2
/** `NOONS=60` looks longer than every change has time for. */
const RUNS = Number(process.env['NOONS'] ?? 3)
const OPERATIONS = 400
const TIMEOUT_MS = 80_000 * RUNS
const CONTACT = { name: '周敏', relation: '女儿', phone: '13900000145' }
const HELD_BY_NOBODY = ['cancelled_by_eater', 'cancelled_by_canteen', 'expired', 'taken_over']

let till: Till
let noon: NoonOperations

beforeAll(async () => {
  till = await openTill()
  noon = new NoonOperations(till)
})
afterAll(() => till.close())

async function layTables(): Promise<void> {
  const lunch = await till.set({ portions: 14 })
  const { make, canteen } = lunch
  const dinner = await make.lunch(canteen.id, {
    meal: 'dinner',
    servingFrom: new Date('2026-11-23T09:00:00.000Z'),
    servingTo: new Date('2026-11-23T11:00:00.000Z'),
    cutOffAt: new Date('2026-11-23T06:00:00.000Z'),
  })
  const tomorrow = await make.lunch(canteen.id, { day: '2026-11-24' })
  const tables: Table[] = []
  for (const sitting of [lunch.sitting, dinner, tomorrow]) {
    const offers = [
      await make.offer(sitting, { name: '清蒸鱼', listFen: 1600, halfFen: 900, portions: 30, kept: 12 }),
      await make.offer(sitting, { name: '炒青菜', kind: '素', listFen: 333, portions: 40, kept: 10 }),
      await make.offer(sitting, { name: '红烧肉', listFen: 900, halfFen: 500, portions: 25 }),
    ]
    const slots = [
      await make.slot(sitting, { from: sitting.meal === 'lunch' ? '12:00' : '17:00', capacity: 24 }),
      await make.slot(sitting, { from: sitting.meal === 'lunch' ? '12:10' : '17:10', capacity: 20 }),
    ]
    tables.push({ sitting, offers, slots })
  }
  const people: Company['people'] = []
  for (const age of [62, 70, 82, 91]) people.push(await till.payer(lunch, { age, balanceFen: 30_000 }))
  for (let n = 0; n < 6; n += 1) people.push(await till.payer(lunch, { balanceFen: 20_000 }))
  await make.mandate(people[4]!.id, people[2]!.id, { capFen: 6_000 })
  await make.mandate(people[5]!.id, people[3]!.id, { payer: 'principal' })
  const staff = lunch.api.as((await make.stranger()).id, [{ role: 'canteen_staff', scopeId: canteen.id }])
  const clerk = lunch.api.as((await make.stranger()).id, [{ role: 'clerk' }])
  const delivery = await setDelivery(till.app, lunch)
  for (const elder of people.slice(0, 4)) elder.addressId = await delivery.address(elder.id, { contacts: [CONTACT] })
  const mandates: Company['mandates'] = [
    [4, 2],
    [5, 3],
  ]
  const couriers = [
    { id: delivery.zhouId, api: delivery.zhou },
    { id: delivery.wuId, api: delivery.wu },
  ]
  noon.begin(tables, { people, mandates, staff, clerk, couriers }, '2026-11-23T02:20:00.000Z')
}

/** Does something in every server at once. */
const everywhere = (work: (app: TestApp['nest']) => Promise<unknown>) =>
  Promise.all(till.apps.map(({ nest }) => work(nest)))

/** Everything that was left for later is done: unpaid orders end, closings and menus are finished, WeChat's refunds are made. */
async function endTheNoon(): Promise<void> {
  noon.setTime(noon.time + 15 * 60_000)
  await noon.expire()
  await everywhere((nest) => nest.get(ClosingsService, { strict: false }).finish())
  await everywhere((nest) => nest.get(SettlingService, { strict: false }).finish())
  await till.refunded()
}

/** The evening: what nobody brought goes back, the window closes its day, and after midnight everybody has been told. */
async function endTheDay(): Promise<void> {
  noon.setTime(Date.parse('2026-11-23T12:00:00.000Z'))
  await everywhere((nest) => nest.get(LeftBehindService, { strict: false }).endDue())
  await till.refunded()
  const { staff } = noon.company
  const { reply } = await staff.call('GET /counter/day', { query: {} })
  const body = { day: '2026-11-23', count: {}, note: '还没有数', expectedFen: reply.figures.expectedFen }
  expect((await staff.call('POST /counter/day/close', { body, idempotencyKey: newKey() })).status).toBe(201)
  noon.setTime(Date.parse('2026-11-23T16:10:00.000Z'))
  await everywhere((nest) => nest.get(Housekeeping, { strict: false }).tidy('tenMinutes'))
  const open = { sittingId: Not(noon.tables[2]!.sitting.id), status: In([...UNCOLLECTED, 'placed']) }
  expect(await till.app.dataSource.manager.countBy(Order, open)).toBe(0)
}

async function expectAll(): Promise<void> {
  expect(noon.faults).toEqual([])
  await expectPortionsAndPlaces()
  await expectRightsAndCaps()
  await expectMoney()
  await expectDoors(noon)
  await expectStandings(noon, HELD_BY_NOBODY)
  await expectPrices(noon)
  await expectToldOnce(noon)
}

async function expectPortionsAndPlaces(): Promise<void> {
  const { manager } = till.app.dataSource
  const orders = await manager.find(Order)
  const lines = await manager.find(OrderLine)
  const standing = new Set(orders.filter(({ status }) => !HELD_BY_NOBODY.includes(status)).map(({ id }) => id))
  const forPool = new Set(orders.filter((order) => order.forPool).map(({ id }) => id))
  for (const offer of await manager.find(Offer)) {
    const held = lines.filter(
      (line) =>
        line.offerId === offer.id &&
        // What the canteen could not serve is not sold again.
        (noon.refundedLines.has(line.id) || (standing.has(line.orderId) && line.refundedAt === null)),
    )
    const halvesOf = (some: OrderLine[]): number =>
      some.reduce((sum, { quantity, portion }) => sum + quantity * (portion === 'half' ? 1 : 2), 0)
    expect([offer.dishId, offer.soldHalves]).toEqual([offer.dishId, halvesOf(held)])
    expect(offer.soldKeptHalves).toBe(halvesOf(held.filter(({ orderId }) => forPool.has(orderId))))
  }
  for (const slot of await manager.find(Slot))
    expect(slot.taken).toBe(orders.filter(({ id, slotId }) => slotId === slot.id && standing.has(id)).length)
  for (const { id, lastPickup } of await manager.find(Sitting)) {
    const numbers = orders.filter(({ sittingId }) => sittingId === id).map(({ pickupNumber }) => pickupNumber)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(lastPickup).toBeGreaterThanOrEqual(numbers.length)
  }
}

async function expectRightsAndCaps(): Promise<void> {
  const { manager } = till.app.dataSource
  const orders = new Map((await manager.find(Order)).map((order) => [order.id, order]))
  const lines = await manager.find(OrderLine)
  const uses = await manager.find(SubsidyUse)
  for (const { orderId, amountFen } of uses) {
    const used = lines.filter((line) => line.orderId === orderId && line.refundedAt === null)
    expect(used.reduce((sum, { subsidyFen }) => sum + subsidyFen, 0)).toBe(amountFen)
  }
  const worth = [...orders.values()].filter(
    ({ id, status }) =>
      !HELD_BY_NOBODY.includes(status) &&
      lines.some((line) => line.orderId === id && line.refundedAt === null && line.subsidyFen > 0),
  )
  expect(uses.map(({ orderId }) => orderId).sort()).toEqual(worth.map(({ id }) => id).sort())
  for (const mandate of await manager.find(Mandate)) {
    const acts = (await manager.findBy(Act, { mandateId: mandate.id })).filter(({ undoneAt }) => undoneAt === null)
    expect(mandate.spentFen).toBe(acts.reduce((sum, { amountFen }) => sum + amountFen, 0))
    for (const { orderId } of acts) expect(HELD_BY_NOBODY).not.toContain(orders.get(orderId ?? '')?.status)
    if (mandate.dailyCapFen !== null) expect(mandate.spentFen).toBeLessThanOrEqual(mandate.dailyCapFen)
  }
}

async function expectMoney(): Promise<void> {
  const { manager } = till.app.dataSource
  const accounts = await manager.find(Account)
  const entries = await manager.find(Entry)
  expect(entries.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(0)
  for (const { id, balanceFen, floorFen } of accounts) {
    const own = entries.filter(({ accountId }) => accountId === id)
    expect(balanceFen).toBe(own.reduce((sum, { amountFen }) => sum + amountFen, 0))
    if (floorFen !== null) expect(balanceFen).toBeGreaterThanOrEqual(floorFen)
  }
  const revenue = accounts.find(({ kind }) => kind === 'canteen_revenue')!
  const earned = entries.filter(({ accountId }) => accountId === revenue.id)
  const postings = await manager.find(Posting)
  const lines = await manager.find(OrderLine)
  for (const order of await manager.find(Order)) {
    const ids = new Set(postings.filter(({ orderId }) => orderId === order.id).map(({ id }) => id))
    const got = earned.filter(({ postingId }) => ids.has(postingId)).reduce((sum, { amountFen }) => sum + amountFen, 0)
    const standing = lines.filter(({ orderId, refundedAt }) => orderId === order.id && refundedAt === null)
    const isSold = !HELD_BY_NOBODY.includes(order.status)
    const worth = isSold ? standing.reduce((sum, { payFen, subsidyFen }) => sum + payFen + subsidyFen, 0) : 0
    expect([order.status, order.payBy, got]).toEqual([order.status, order.payBy, worth])
  }
  const { orders: paid, refunds } = await till.wechat.pay.book()
  const kept = (await manager.findBy(Order, { payBy: 'wechat' }))
    .filter(({ status }) => !HELD_BY_NOBODY.includes(status) && status !== 'placed')
    .reduce((sum, { payFen, refundedFen }) => sum + payFen - refundedFen, 0)
  const came = paid.filter(({ state }) => state === 'SUCCESS' || state === 'REFUND')
  const atWechat = came.reduce((sum, { request }) => sum + request.amount.total, 0)
  const back = refunds.reduce((sum, { amount }) => sum + amount.refund, 0)
  expect(atWechat - back).toBe(kept)
}

it(
  'keeps portions, places, rights, caps and money in order whatever happens at noon',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(operation, { minLength: OPERATIONS, maxLength: OPERATIONS, size: 'max' }),
        async (operations: Operation[]) => {
          await layTables()
          const lanes = [...Array(WORKERS).keys()].map(async (lane) => {
            for (let index = lane; index < operations.length; index += WORKERS) await noon.act(operations[index]!)
          })
          await Promise.all(lanes)
          await endTheNoon()
          await expectAll()
          await endTheDay()
          await expectAll()
        },
      ),
      {
        numRuns: RUNS,
        endOnFailure: true,
        reporter: ({ failed, seed, errorInstance }) => {
          if (failed) throw new Error(`seed ${seed}: ${String(errorInstance)}`, { cause: errorInstance })
        },
      },
    )
    // A noon at which everything is refused would pass too.
    expect(noon.undone.filter((kind) => RUNS > 3 || !SELDOM.has(kind))).toEqual([])
  },
  TIMEOUT_MS,
)
