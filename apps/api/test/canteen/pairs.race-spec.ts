/* Two who change the same order in the same moment, each with each: none of it is a fault, and money, portions and places add up. */
import type { OrderView } from '@wanli/contracts/canteen'
import { In, IsNull, Not } from 'typeorm'

import { Offer } from '../../src/canteen/offer.entity.js'
import { OrderLine } from '../../src/canteen/order-line.entity.js'
import { Order } from '../../src/canteen/order.entity.js'
import { Slot } from '../../src/canteen/slot.entity.js'
import { SubsidyUse } from '../../src/canteen/subsidy-use.entity.js'
import { Account } from '../../src/wallet/account.entity.js'
import { Entry } from '../../src/wallet/entry.entity.js'
import { Posting } from '../../src/wallet/posting.entity.js'
import { newKey, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { closing, setLunch, type Lunch } from '../support/lunch.js'

const ORDERS = 6
const at = (time: string): string => new Date(`2026-11-23T${time}:00.000+08:00`).toISOString()

interface Meal {
  eater: Api
  taker: Api
  order: OrderView
}
type Write = (meal: Meal) => Promise<{ status: number }>

let app: TestApp
let lunch: Lunch
let cook: Api
let meals: Meal[]

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app, { portions: 600 })
  cook = lunch.api.as((await lunch.make.person()).id, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }])
  const lines = [lunch.meat, lunch.rice].map(({ id: offerId }) => ({ offerId, quantity: 2 }))
  meals = await Promise.all(
    [...Array(ORDERS).keys()].map(async (n): Promise<Meal> => {
      const eater = lunch.api.as((await (n % 2 === 0 ? lunch.make.elder(82) : lunch.make.person())).id)
      const taker = lunch.api.as((await lunch.make.person()).id)
      const placed = await eater.call('POST /canteen/orders', { body: lunch.body({ lines }), idempotencyKey: newKey() })
      return { eater, taker, order: placed.reply }
    }),
  )
})

const of = ({ order: { id } }: Meal) => ({ params: { id }, idempotencyKey: newKey() })
const WRITES = {
  cancel: (meal) => meal.eater.call('POST /canteen/orders/:id/cancel', of(meal)),
  offer: (meal) => meal.eater.call('POST /canteen/orders/:id/offer', of(meal)),
  withdraw: (meal) => meal.eater.call('POST /canteen/orders/:id/withdraw', of(meal)),
  takeOver: (meal) => meal.taker.call('POST /canteen/orders/:id/take-over', { ...of(meal), body: { payBy: 'wallet' } }),
  start: (meal) => cook.call('POST /canteen/kitchen/orders/:id/advance', { ...of(meal), body: { from: 'paid' } }),
  ready: (meal) => cook.call('POST /canteen/kitchen/orders/:id/advance', { ...of(meal), body: { from: 'cooking' } }),
  undo: (meal) => cook.call('POST /canteen/kitchen/orders/:id/undo', { ...of(meal), body: { from: 'cooking' } }),
  handOver: ({ order }) =>
    cook.call('POST /canteen/pickups', {
      body: { code: order.pickupCode ?? '', early: true },
      idempotencyKey: newKey(),
    }),
  refundDish: ({ order }) =>
    cook.call('POST /canteen/orders/:id/lines/:lineId/refund', {
      params: { id: order.id, lineId: order.lines[0]?.id ?? '' },
      body: { reason: '没有了' },
      idempotencyKey: newKey(),
    }),
  close: () => cook.call('POST /menus/closings', closing(lunch.sitting)),
} satisfies Record<string, Write>
type Name = keyof typeof WRITES

/** What may be done to an order that stands here, and how it comes there. */
const STATES: Record<string, { at: string; begin: Name[]; writes: Name[] }> = {
  'is ordered': { at: '10:00', begin: [], writes: ['cancel', 'handOver', 'refundDish', 'close'] },
  'is counted': { at: '10:40', begin: [], writes: ['offer', 'start', 'handOver', 'refundDish', 'close'] },
  'is given up': { at: '10:40', begin: ['offer'], writes: ['withdraw', 'takeOver', 'close'] },
  'is cooked': { at: '10:40', begin: ['start'], writes: ['offer', 'undo', 'ready', 'handOver', 'refundDish', 'close'] },
}
const PAIRS = Object.entries(STATES).flatMap(([state, { writes }]) =>
  writes.flatMap((one, n) => writes.slice(n).map((other) => [state, one, other] as const)),
)

it.each(PAIRS)('of a meal that %s: %s and %s', async (state, one, other) => {
  const { at: time, begin } = STATES[state] ?? { at: '10:00', begin: [] }
  app.clock.set(at(time))
  for (const name of begin) for (const meal of meals) expect((await WRITES[name](meal)).status).toBeLessThan(300)
  const answers = await Promise.all(meals.flatMap((meal) => [WRITES[one](meal), WRITES[other](meal)]))
  expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  expect(answers.some(({ status }) => status < 300)).toBe(true)
  await expectBooks()
  if (one !== 'refundDish' && other !== 'refundDish') await expectHolds()
})

/** Nothing is made or lost, and a canteen has got what stands of each order, to the fen. */
async function expectBooks(): Promise<void> {
  const { manager } = app.dataSource
  expect(await manager.sum(Entry, 'amountFen')).toBe(0)
  for (const { id, balanceFen } of await manager.find(Account))
    expect((await manager.sum(Entry, 'amountFen', { accountId: id })) ?? 0).toBe(balanceFen)
  const revenue = await manager.findOneByOrFail(Account, { kind: 'canteen_revenue', ownerId: lunch.canteen.id })
  for (const order of await manager.find(Order)) {
    const postings = await manager.findBy(Posting, { orderId: order.id })
    const postingId = In(postings.map(({ id }) => id))
    const got = (await manager.sum(Entry, 'amountFen', { postingId, accountId: revenue.id })) ?? 0
    const standing = await manager.findBy(OrderLine, { orderId: order.id, refundedAt: IsNull() })
    const worth = standing.reduce((sum, line) => sum + line.payFen + line.subsidyFen, 0)
    expect([order.status, got]).toEqual([order.status, worth])
    const back = (await manager.findBy(OrderLine, { orderId: order.id, refundedAt: Not(IsNull()) })).reduce(
      (sum, line) => sum + line.payFen,
      0,
    )
    expect([order.status, order.refundedFen]).toEqual([order.status, back])
  }
}

/** Portions, places and rights of the day are held by what stands, and by nothing else. */
async function expectHolds(): Promise<void> {
  const { manager } = app.dataSource
  const ended = ['cancelled_by_eater', 'cancelled_by_canteen', 'taken_over'] as const
  const standing = await manager.findBy(Order, { status: Not(In([...ended])) })
  const orderId = In(standing.map(({ id }) => id))
  for (const offer of await manager.findBy(Offer, { sittingId: lunch.sitting.id })) {
    const lines = await manager.findBy(OrderLine, { orderId, offerId: offer.id })
    expect(offer.soldHalves).toBe(lines.reduce((sum, { quantity }) => sum + quantity * 2, 0))
  }
  expect((await manager.findOneByOrFail(Slot, { id: lunch.slot.id })).taken).toBe(standing.length)
  const rights = standing.filter(({ subsidyFen }) => subsidyFen > 0).length
  expect(await manager.count(SubsidyUse)).toBe(rights)
}
