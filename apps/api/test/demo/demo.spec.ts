import { percentFen, sumFen } from '@wanli/kernel/money'
import { ageOn, instantOf, weekdayOf } from '@wanli/kernel/shanghai-time'
import { In, LessThan, MoreThanOrEqual } from 'typeorm'
import { halvesOf } from '../../src/canteen/basket.rules.js'
import { Dish } from '../../src/canteen/dish.entity.js'
import { Offer } from '../../src/canteen/offer.entity.js'
import { OrderLine } from '../../src/canteen/order-line.entity.js'
import { Order } from '../../src/canteen/order.entity.js'
import { Sitting } from '../../src/canteen/sitting.entity.js'
import { Slot } from '../../src/canteen/slot.entity.js'
import { Guest } from '../../src/counter/guest.entity.js'
import { DEMO_NEIGHBOURS, DEMO_PEOPLE } from '../../src/demo/demo-people.js'
import { DemoService } from '../../src/demo/demo.service.js'
import { Sample } from '../../src/kitchen/sample.entity.js'
import { SheetDishRow } from '../../src/kitchen/sheet-dish.entity.js'
import { Sheet } from '../../src/kitchen/sheet.entity.js'
import { Review } from '../../src/menus/review.entity.js'
import { Contact } from '../../src/people/contact.entity.js'
import { Fact } from '../../src/people/fact.entity.js'
import { Identity } from '../../src/people/identity.entity.js'
import { Person } from '../../src/people/person.entity.js'
import { Consent } from '../../src/privacy/consent.entity.js'
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
function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}
const counts = async () => {
  const { manager } = app.dataSource
  return {
    people: await manager.count(Person),
    dishes: await manager.count(Dish),
    sittings: await manager.countBy(Sitting, { day: MoreThanOrEqual('2026-11-23') }),
  }
}

it('has 36 dishes and plain rice, 173 people and three meals on each of seven days, whose money sums to zero', async () => {
  expect(await counts()).toEqual({ people: 173, dishes: 37, sittings: 21 })
  expect(await app.dataSource.manager.sum(Entry, 'amountFen')).toBe(0)
})

it('gives the kitchen work: six neighbours order lunch and dinner once; a box of each dish of yesterday and of this breakfast stands in the fridge', async () => {
  const { manager } = app.dataSource
  await demo().prepare()
  const neighbours = await manager.findBy(Person, { name: In(DEMO_NEIGHBOURS.map(({ name }) => name)) })
  const eaterId = In(neighbours.map(({ id }) => id))
  expect(await manager.countBy(Order, { status: 'paid', eaterId })).toBe(12)
  expect(await manager.count(Sample)).toBe(17 + 7)
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

it('has past weekdays of which elders eat the most, each once a day, and are given what the scheme gives each of them', async () => {
  const { manager } = app.dataSource
  const cook = new Api(app)
  const { accessToken } = (await cook.call('POST /auth/demo', { body: { persona: 'cook' } })).reply
  const facts = groupBy(await manager.find(Fact), ({ personId }) => personId)
  const factOf = (id: string, kind: Fact['kind']) => facts.get(id)?.find((one) => one.kind === kind)?.value
  const guest = (await manager.findOneByOrFail(Guest, {})).personId
  const past = groupBy(await manager.findBy(Order, { day: LessThan('2026-11-23') }), ({ day }) => day)
  expect(past.size).toBe(10)
  for (const [day, orders] of past) {
    const eaters = orders.map(({ eaterId }) => eaterId).filter((id) => id !== guest)
    expect(new Set(eaters).size).toBe(eaters.length)
    const ageOf = ({ eaterId }: Order) => ageOn(factOf(eaterId, 'birth_day') ?? day, day)
    const elders = orders.filter((order) => ageOf(order) >= 60)
    expect(elders.filter((order) => ageOf(order) >= 80).length).toBeGreaterThan(10)
    if (weekdayOf(day) <= 5) {
      expect(elders.length / orders.length).toBeGreaterThan(0.6)
      expect(elders.length / orders.length).toBeLessThan(0.75)
      expect(orders.length).toBeGreaterThan(130)
    }
    const due = orders.map((order) => {
      const { eaterId, mode, listFen } = order
      if (mode !== 'dine_in' || factOf(eaterId, 'hukou') !== '上海' || ageOf(order) < 60) return 0
      if (factOf(eaterId, 'welfare_class') === '低保') return listFen >= 800 ? 500 : 0
      return listFen < 1_500 ? 0 : ageOf(order) >= 80 ? 300 : 200
    })
    const query = { from: day, to: day }
    const claim = (await cook.with(accessToken).call('GET /menus/claim', { query })).reply
    expect([claim.count, claim.fen]).toEqual([due.filter((fen) => fen > 0).length, sumFen(due)])
    expect(claim.fen).toBeGreaterThan(5_000)
    const discounts = orders.map((order) => {
      const percent = ageOf(order) >= 80 ? 85 : ageOf(order) >= 60 ? 90 : 100
      return order.listFen - percentFen(order.listFen, percent)
    })
    expect(orders.map(({ discountFen }) => discountFen)).toEqual(discounts)
  }
})

it('has a sheet of each past lunch: what was ordered before the kitchen counted, what the staff ate, and what was left', async () => {
  const { manager } = app.dataSource
  const past = await manager.findBy(Sitting, { day: LessThan('2026-11-23') })
  const sheets = await manager.find(Sheet)
  for (const { id, day, freezeAt } of past) {
    const early = await manager.countBy(Order, { sittingId: id, createdAt: LessThan(freezeAt) })
    expect(sheets.filter(({ sittingId }) => sittingId === id)).toMatchObject([{ day, number: 1, orders: early }])
  }
  expect(await manager.maximum(SheetDishRow, 'staff')).toBe(6)
  const cook = new Api(app)
  const { accessToken } = (await cook.call('POST /auth/demo', { body: { persona: 'cook' } })).reply
  const query = { from: '2026-11-16', to: '2026-11-22' }
  const { total } = (await cook.with(accessToken).call('GET /menus/figures', { query })).reply
  const wasted = (total.wastedHalves ?? 0) / total.cookedHalves
  expect(wasted).toBeGreaterThan(0.005)
  expect(wasted).toBeLessThan(0.1)
  // A community canteen about covers what it cooks, with the street's share.
  expect(total.resultFen).toBeGreaterThan(0)
})

it('has past lunches that were fetched while they were served, most of them around half past eleven', async () => {
  const { manager } = app.dataSource
  const orders = await manager.findBy(Order, { day: LessThan('2026-11-23') })
  const clocks = orders.flatMap(({ day, createdAt, handedOverAt }) => {
    if (handedOverAt === null) return []
    const opens = instantOf(day, '11:00').getTime()
    return createdAt < handedOverAt ? [handedOverAt.getTime() - opens] : [-1]
  })
  const share = (from: number, to: number) =>
    clocks.filter((ms) => ms >= from * 60_000 && ms < to * 60_000).length / clocks.length
  expect(share(0, 120)).toBe(1)
  expect(share(15, 60)).toBeGreaterThan(0.6)
  expect([share(0, 15), share(60, 120)].every((part) => part > 0.03)).toBe(true)
})

it('has books that add up: accounts, portions, places, and who paid in cash and who from a wallet', async () => {
  const { manager } = app.dataSource
  const booked = new Map<string, number>()
  for (const { accountId, amountFen } of await manager.find(Entry))
    booked.set(accountId, (booked.get(accountId) ?? 0) + amountFen)
  for (const { id, balanceFen } of await manager.find(Account)) expect(balanceFen).toBe(booked.get(id) ?? 0)
  const orders = await manager.findBy(Order, { day: LessThan('2026-11-23') })
  expect(new Set(orders.map(({ payBy, door }) => `${door} ${payBy}`)).size).toBe(4)
  const sold = halvesOf(await manager.find(OrderLine))
  for (const { id, soldHalves } of await manager.find(Offer)) expect(soldHalves).toBe(sold.get(id) ?? 0)
  const placed = groupBy(await manager.find(Order), ({ slotId }) => slotId ?? '')
  for (const { id, taken } of await manager.find(Slot)) expect(taken).toBe(placed.get(id)?.length ?? 0)
})

it('has neighbours whom nobody can be: no persona, no phone, names of their own, rare characters kept', async () => {
  const { manager } = app.dataSource
  const people = await manager.find(Person)
  expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
  expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(['陆𬭎生', '龚㛃芳']))
  expect(await manager.count(Identity)).toBe(DEMO_PEOPLE.filter(({ persona }) => persona).length)
  expect(await manager.count(Contact)).toBe(DEMO_PEOPLE.filter(({ phone }) => phone !== undefined).length)
})

it('keeps what stands in documents of those who signed for it before it was seen, and of nobody else', async () => {
  const { manager } = app.dataSource
  const sensitive = await manager.findBy(Fact, { kind: In(['birth_day', 'hukou', 'welfare_class']) })
  const said = new Map((await manager.find(Consent)).map((consent) => [consent.personId, consent]))
  expect(said.size).toBeGreaterThan(100)
  expect(new Set(said.keys())).toEqual(new Set(sensitive.map(({ personId }) => personId)))
  for (const { personId, verifiedAt } of sensitive) {
    expect(said.get(personId)).toMatchObject({ document: 'sensitive', channel: 'paper', withdrawnAt: null })
    expect(said.get(personId)?.givenAt.getTime()).toBeLessThanOrEqual(verifiedAt.getTime())
  }
  expect(await manager.count(Consent)).toBe(said.size)
})

it('is made once, however often the server starts', async () => {
  await demo().prepare()
  expect(await counts()).toEqual({ people: 173, dishes: 37, sittings: 21 })
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
