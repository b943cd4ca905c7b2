import { IsNull, Not, type EntityManager } from 'typeorm'

import { Offer } from '../../src/canteen/offer.entity.js'
import { Order } from '../../src/canteen/order.entity.js'
import { Slot } from '../../src/canteen/slot.entity.js'
import { SubsidyUse } from '../../src/canteen/subsidy-use.entity.js'
import { Account } from '../../src/wallet/account.entity.js'
import { Entry } from '../../src/wallet/entry.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { whileHeld } from '../support/held.js'
import { closing, setLunch, type Lunch } from '../support/lunch.js'

let app: TestApp
let lunch: Lunch

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app, { portions: 30 })
})

const peopleOf = async (count: number): Promise<Api[]> =>
  Promise.all(
    [...Array(count).keys()].map(async (index) => {
      const person = await (index % 2 === 0 ? lunch.make.elder(70) : lunch.make.person())
      return lunch.api.as(person.id)
    }),
  )

/** Sends an order; while the same key is being worked on the app is told to wait, and asks again. */
async function orderPatiently(api: Api, idempotencyKey: string, change: Parameters<Lunch['body']>[0] = {}) {
  for (;;) {
    const answer = await api.call('POST /canteen/orders', { body: lunch.body(change), idempotencyKey })
    if (answer.status !== 409 || answer.problem.code !== 'request.idempotency_in_flight') return answer
    await new Promise((resolve) => setImmediate(resolve))
  }
}

it('lets nobody take over a meal of a sitting that is closed in that moment', async () => {
  const [giver, taker] = await peopleOf(2)
  const cook = lunch.api.as((await lunch.make.person()).id, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }])
  const { id } = (await orderPatiently(giver!, newKey())).reply
  app.clock.set('2026-11-23T02:40:00.000Z')
  await giver!.call('POST /canteen/orders/:id/offer', { params: { id }, idempotencyKey: newKey() })
  const take = () =>
    taker!.call('POST /canteen/orders/:id/take-over', {
      params: { id },
      body: { payBy: 'wallet' },
      idempotencyKey: newKey(),
    })
  const begun: { taken?: ReturnType<typeof take>; closed?: Promise<unknown> } = {}
  const purses = (tx: EntityManager) => tx.query('SELECT id FROM wallet_account FOR UPDATE')
  const isHeld = await whileHeld(app, purses, async (meeting) => {
    begun.taken = take()
    await meeting('the taker has looked at the sitting, and waits for the purses')
    begun.closed = cook.call('POST /menus/closings', closing(lunch.sitting))
    await meeting('the sitting is closed, and its orders are waited for')
  })
  if (!isHeld) return
  await begun.closed
  expect(refusalOf((await begun.taken)!)).toBe('409 canteen.sitting_closed')
  expect((await taker!.call('GET /wallet')).reply.balanceFen).toBe(10_000)
  expect(await app.dataSource.manager.count(Order)).toBe(1)
})

it('sells exactly 30 of 30 portions to 200 people at once, a fifth of whom tap twice', async () => {
  const people = await peopleOf(200)
  const sent = await Promise.all(
    people.flatMap((api, index) => {
      const key = newKey()
      const taps = index % 5 === 0 ? 2 : 1
      return [...Array(taps).keys()].map(async () => [index, await orderPatiently(api, key)] as const)
    }),
  )
  const byPerson = groupByFirst(sent)
  for (const answers of byPerson.values()) {
    const [first, second] = answers
    if (second !== undefined) {
      expect(second.status).toBe(first!.status)
      if (first!.status === 201) expect(second.reply).toEqual(first!.reply)
      else expect([second.problem.code, second.problem.params]).toEqual([first!.problem.code, first!.problem.params])
    }
  }
  const outcomes = [...byPerson.values()].map((answers) =>
    answers[0]!.status === 201 ? 'accepted' : refusalOf(answers[0]!),
  )
  expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(30)
  expect(outcomes.filter((outcome) => outcome === '409 canteen.sold_out')).toHaveLength(170)

  const { manager } = app.dataSource
  const orders = await manager.find(Order)
  expect(orders).toHaveLength(30)
  expect(new Set(orders.map((order) => order.pickupNumber)).size).toBe(30)
  expect(await manager.findOneByOrFail(Offer, { id: lunch.meat.id })).toMatchObject({
    soldHalves: 60,
    capacityHalves: 60,
  })
  expect((await manager.findOneByOrFail(Slot, { id: lunch.slot.id })).taken).toBe(30)
  await expectLedgerInBalance()
})

it('gives the last place of a slot to one of forty', async () => {
  const slot = await lunch.make.slot(lunch.sitting, { from: '12:00', capacity: 1 })
  const people = await peopleOf(40)
  const answers = await Promise.all(
    people.map((api) =>
      orderPatiently(api, newKey(), { slotId: slot.id, lines: [{ offerId: lunch.rice.id, quantity: 1 }] }),
    ),
  )
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
  expect(answers.filter((answer) => answer.status === 409 && answer.problem.code === 'canteen.slot_full')).toHaveLength(
    39,
  )
})

it('never lets twenty orders at once spend more than the wallet holds', async () => {
  const api = lunch.api.as((await lunch.make.person({ balanceFen: 500 })).id)
  const lines = [{ offerId: lunch.rice.id, quantity: 1 }]
  const answers = await Promise.all([...Array(20).keys()].map(() => orderPatiently(api, newKey(), { lines })))
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(5)
  expect(
    answers.filter((answer) => answer.status === 409 && answer.problem.code === 'wallet.insufficient'),
  ).toHaveLength(15)
  expect((await api.call('GET /wallet')).reply.balanceFen).toBe(0)
  await expectLedgerInBalance()
})

it('grants one subsidy to one person who orders ten times at once', async () => {
  const api = lunch.api.as((await lunch.make.elder(82, { balanceFen: 100_000 })).id)
  const lines = [{ offerId: lunch.meat.id, quantity: 2 }]
  const answers = await Promise.all([...Array(10).keys()].map(() => orderPatiently(api, newKey(), { lines })))
  expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(201))
  expect(answers.filter((answer) => answer.reply.subsidyFen > 0)).toHaveLength(1)
  expect(await app.dataSource.manager.count(SubsidyUse)).toBe(1)
  await expectLedgerInBalance()
})

it('gives money and portions back once when twenty cancel the same order at once', async () => {
  const person = await lunch.make.elder(70)
  const api = lunch.api.as(person.id)
  const placed = await orderPatiently(api, newKey())
  const answers = await Promise.all(
    [...Array(20).keys()].map(() =>
      api.call('POST /canteen/orders/:id/cancel', { params: { id: placed.reply.id }, idempotencyKey: newKey() }),
    ),
  )
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
  expect(
    answers.filter((answer) => answer.status === 409 && answer.problem.code === 'canteen.state_changed'),
  ).toHaveLength(19)
  expect((await api.call('GET /wallet')).reply.balanceFen).toBe(10_000)
  expect((await app.dataSource.manager.findOneByOrFail(Offer, { id: lunch.meat.id })).soldHalves).toBe(0)
  await expectLedgerInBalance()
})

async function expectLedgerInBalance(): Promise<void> {
  const { manager } = app.dataSource
  expect(await manager.sum(Entry, 'amountFen')).toBe(0)
  for (const account of await manager.findBy(Account, { id: Not(IsNull()) })) {
    expect(account.balanceFen).toBe((await manager.sum(Entry, 'amountFen', { accountId: account.id })) ?? 0)
  }
}

function groupByFirst<Value>(pairs: (readonly [number, Value])[]): Map<number, Value[]> {
  const groups = new Map<number, Value[]>()
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value])
  return groups
}
