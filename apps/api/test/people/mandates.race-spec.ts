import { Order } from '../../src/canteen/order.entity.js'
import { Act } from '../../src/people/act.entity.js'
import { Mandate } from '../../src/people/mandate.entity.js'
import { newKey, refusalOf } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok, setFamily, TERMS, type Family } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'

let app: TestApp
let lunch: Lunch
let family: Family

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  family = await setFamily(app, lunch)
})

const times = <Result>(count: number, work: (n: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all([...Array(count).keys()].map(work))
const mandate = (): Promise<Mandate> =>
  app.dataSource.manager.findOneByOrFail(Mandate, { principalId: family.motherId, agentId: family.daughterId })

it('gives one mandate for a code that ten people redeem at the same time', async () => {
  const { code } = ok(await family.mother.call('POST /mandates/codes', { body: TERMS, idempotencyKey: newKey() }))
  const people = await times(10, async () => lunch.api.as((await lunch.make.person()).id))
  const answers = await Promise.all(
    people.map((api) =>
      api.call('POST /mandates/redeem', { body: { code, relation: '妈妈' }, idempotencyKey: newKey() }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(new Set(answers.filter(({ status }) => status !== 200).map(refusalOf))).toEqual(
    new Set(['422 mandates.code_wrong']),
  )
  expect(await app.dataSource.manager.countBy(Mandate, { principalId: family.motherId })).toBe(1)
})

it('never lets ten orders at the same time pass the cap of the day', async () => {
  // 10.20 each: four fit into 41 yuan, never five.
  await family.byCode({ dailyCapFen: 4_100 })
  const answers = await times(10, () => family.orderForMother())
  const placed = answers.filter(({ status }) => status === 201)
  expect(placed).toHaveLength(4)
  expect(new Set(answers.filter(({ status }) => status !== 201).map(refusalOf))).toEqual(
    new Set(['409 mandates.cap_reached']),
  )
  const spent = placed.reduce((total, { reply }) => total + reply.payFen, 0)
  expect(spent).toBe(4_080)
  expect(await mandate()).toMatchObject({ spentFen: spent, spentDay: '2026-11-23' })
  expect(await app.dataSource.manager.sum(Act, 'amountFen')).toBe(spent)
  expect(await app.ledger.balanceOf(app.dataSource.manager, family.daughterId)).toBe(30_000 - spent)
})

it('lets no order through that comes after the mother revoked it, however many are on their way', async () => {
  const id = await family.byCode({ dailyCapFen: null })
  const revoke = family.mother.call('POST /mandates/:id/revoke', { params: { id } })
  const [answers] = await Promise.all([times(10, () => family.orderForMother()), revoke])
  expect((await revoke).reply.status).toBe('revoked')
  const placed = answers.filter(({ status }) => status === 201)
  expect(new Set(answers.filter(({ status }) => status !== 201).map(refusalOf))).toEqual(
    new Set(placed.length === 10 ? [] : ['403 people.no_mandate']),
  )
  const { manager } = app.dataSource
  expect([await manager.count(Act), await manager.countBy(Order, { eaterId: family.motherId })]).toEqual([
    placed.length,
    placed.length,
  ])
  expect(refusalOf(await family.orderForMother())).toBe('403 people.no_mandate')
})

it('keeps one mandate between two people who are asked, told a code and sign a paper at the same time', async () => {
  const { code } = ok(await family.mother.call('POST /mandates/codes', { body: TERMS, idempotencyKey: newKey() }))
  await Promise.all([
    family.onPaper().catch(() => undefined),
    family.daughter.call('POST /mandates/redeem', { body: { code, relation: '妈妈' }, idempotencyKey: newKey() }),
    family.onPaper().catch(() => undefined),
  ])
  expect(await app.dataSource.manager.countBy(Mandate, { principalId: family.motherId, status: 'live' })).toBe(1)
})

it('counts a hundred daughters who order for their mothers at the same moment, each under her own mandate', async () => {
  const pairs = await times(100, async () => {
    const [daughter, mother] = [await lunch.make.person({ balanceFen: 5_000 }), await lunch.make.elder(79)]
    await lunch.make.mandate(daughter.id, mother.id, { payer: 'agent', capFen: 4_000 })
    return { agentId: daughter.id, principalId: mother.id }
  })
  // What each orders differs, so that what is counted for one cannot stand for another.
  const lines = (n: number) => [{ offerId: lunch.rice.id, portion: 'whole' as const, quantity: 1 + (n % 2) }]
  const answers = await Promise.all(
    pairs.map(({ agentId, principalId }, n) =>
      lunch.api.as(agentId).call('POST /canteen/orders', {
        body: lunch.body({ forPersonId: principalId, lines: lines(n) }),
        idempotencyKey: newKey(),
      }),
    ),
  )
  const paid = answers.map((answer) => ok(answer).payFen)
  const { manager } = app.dataSource
  for (const [n, pair] of pairs.entries()) {
    expect(await manager.findOneByOrFail(Mandate, pair)).toMatchObject({ spentFen: paid[n], spentDay: '2026-11-23' })
    const acts = await manager.findBy(Act, pair)
    expect(acts.map(({ amountFen, orderId }) => ({ amountFen, orderId }))).toEqual([
      { amountFen: paid[n], orderId: answers[n]?.reply.id },
    ])
  }
})
