import type { OrderView } from '@wanli/contracts/canteen'

import { newId } from '../../src/common/new-id.js'
import { Offer } from '../../src/canteen/offer.entity.js'
import { Order } from '../../src/canteen/order.entity.js'
import { SubsidyUse } from '../../src/canteen/subsidy-use.entity.js'
import { PersonalDataService } from '../../src/privacy/personal-data.service.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setLunch, type Lunch } from '../support/lunch.js'
import { statementsOf } from '../support/statements.js'

import { cookOf, draft, onMenu, publish } from './kitchen-table.js'

const DAY = '2026-11-23'

let app: TestApp
let lunch: Lunch
let cook: Api

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  cook = await cookOf(lunch)
})

const order = async (api: Api, change: Parameters<Lunch['body']>[0] = {}): Promise<OrderView> =>
  (await api.call('POST /canteen/orders', { body: lunch.body(change), idempotencyKey: newKey() })).reply
const handOver = (code: string) =>
  cook.call('POST /canteen/pickups', { body: { code, early: true }, idempotencyKey: newKey() })
/** Somebody who has had a lunch. */
const eaten = async (given: { name?: string; age?: number } = {}, change: Parameters<Lunch['body']>[0] = {}) => {
  const person = await (given.age === undefined
    ? lunch.make.person({ name: given.name ?? '王小明' })
    : lunch.make.elder(given.age))
  const api = lunch.api.as(person.id)
  const placed = await order(api, change)
  await handOver(placed.pickupCode!)
  return { api, person, order: placed, line: placed.lines[0]! }
}
const review = (api: Api, orderId: string, lineId: string, said: { stars?: number; text?: string } = {}) =>
  api.call('POST /menus/reviews', {
    body: { orderId, reviews: [{ lineId, stars: said.stars ?? 5, tags: ['好吃'], text: said.text ?? '' }] },
    idempotencyKey: newKey(),
  })

describe('a review', () => {
  it('is given by who ate, read back with every field, and seen by staff without a name', async () => {
    const { api, order: had, line } = await eaten({ name: '王小明' })
    const before = (await api.call('GET /menus/orders/:id/reviews', { params: { id: had.id } })).reply
    expect(before).toMatchObject({ open: true, lines: [{ lineId: line.id, dishName: '红烧狮子头', review: null }] })
    const answer = await review(api, had.id, line.id, { stars: 4, text: '稍微咸了点' })
    expect(answer.status).toBe(200)
    expect(answer.reply.lines[0]?.review).toMatchObject({ stars: 4, tags: ['好吃'], text: '稍微咸了点', mine: true })
    const { items } = (await cook.call('GET /menus/reviews', { query: { from: DAY, to: DAY } })).reply
    expect(items).toMatchObject([
      {
        dishName: '红烧狮子头',
        average: 4,
        count: 1,
        tags: [{ tag: '好吃', count: 1 }],
        texts: [{ text: '稍微咸了点', by: '王*明', day: DAY, meal: 'lunch' }],
      },
    ])
  })

  it('is given once for a dish, by the eater or by who ordered, not by both', async () => {
    const mother = await lunch.make.elder(81)
    const daughter = await lunch.make.person()
    await lunch.make.mandate(daughter.id, mother.id)
    const placed = await order(lunch.api.as(daughter.id), { forPersonId: mother.id })
    await handOver(placed.pickupCode!)
    const lineId = placed.lines[0]!.id
    expect((await review(lunch.api.as(mother.id), placed.id, lineId, { text: '软硬正好' })).status).toBe(200)
    const second = await review(lunch.api.as(daughter.id), placed.id, lineId)
    expect(second.problem).toMatchObject({ code: 'menus.reviewed_already', params: { dishName: '红烧狮子头' } })
    const params = { id: placed.id }
    const seen = (await lunch.api.as(daughter.id).call('GET /menus/orders/:id/reviews', { params })).reply
    expect(seen.lines[0]?.review).toMatchObject({ stars: 5, text: '', mine: false })
  })

  it('comes after the meal and within seven days of it', async () => {
    const api = lunch.api.as((await lunch.make.person()).id)
    const placed = await order(api)
    const lineId = placed.lines[0]!.id
    expect(refusalOf(await review(api, placed.id, lineId))).toBe('409 menus.not_eaten')
    await handOver(placed.pickupCode!)
    app.clock.set('2026-11-30T02:00:00.000Z')
    expect(refusalOf(await review(api, placed.id, lineId))).toBe('409 menus.review_too_late')
    app.clock.set('2026-11-30T01:59:59.999Z')
    expect((await review(api, placed.id, lineId)).status).toBe(200)
  })

  it('is nobody else’s to give', async () => {
    const { order: had, line } = await eaten()
    const stranger = lunch.api.as((await lunch.make.person()).id)
    expect(refusalOf(await review(stranger, had.id, line.id))).toBe('404 canteen.order_not_found')
  })

  it.each([
    ['six stars', { stars: 6 }],
    ['half a star', { stars: 0.5 }],
    ['a word nobody knows', { tags: ['绝了'] }],
    ['a text of 101 characters', { text: '好'.repeat(101) }],
  ])('refuses %s', async (_, change) => {
    const { api, order: had, line } = await eaten()
    const body = { orderId: had.id, reviews: [{ lineId: line.id, stars: 5, tags: [], ...change }] }
    expect(refusalOf(await api.raw('POST /menus/reviews', { body, idempotencyKey: newKey() }))).toBe(
      '422 request.invalid',
    )
  })

  it('is an average to everybody from the third on', async () => {
    const stars = [5, 4, 4]
    const averages: unknown[] = []
    for (const star of stars) {
      const { api, order: had, line } = await eaten()
      await review(api, had.id, line.id, { stars: star })
      const params = { id: lunch.meat.dishId }
      averages.push((await api.call('GET /menus/dishes/:id/rating', { params })).reply.rating)
    }
    expect(averages).toEqual([null, null, { average: 4.3, count: 3 }])
  })

  it('loses its words when its writer says so, or is forgotten; the stars stay', async () => {
    const { api, person, order: had, line } = await eaten()
    const { reply } = await review(api, had.id, line.id, { text: '我是王小明' })
    const params = { id: reply.lines[0]!.review!.id }
    const stranger = lunch.api.as((await lunch.make.person()).id)
    expect(refusalOf(await stranger.call('DELETE /menus/reviews/:id/text', { params }))).toBe(
      '404 menus.review_not_found',
    )
    const data = app.nest.get(PersonalDataService)
    expect(await data.export(person.id)).toMatchObject({ menus: { reviews: [{ stars: 5, text: '我是王小明' }] } })
    expect((await api.call('DELETE /menus/reviews/:id/text', { params })).status).toBe(200)
    const after = (await api.call('GET /menus/orders/:id/reviews', { params: { id: had.id } })).reply
    expect(after.lines[0]?.review).toMatchObject({ stars: 5, text: '' })
  })
})

describe('the figures of a day', () => {
  it('count portions and money of what stands, meal by meal and dish by dish', async () => {
    await eaten({ age: 70 }, { lines: [{ offerId: lunch.meat.id, quantity: 2 }] })
    await eaten({}, { lines: [{ offerId: lunch.meat.id, quantity: 1, portion: 'half' }] })
    const cancelled = lunch.api.as((await lunch.make.person()).id)
    const { id } = await order(cancelled)
    await cancelled.call('POST /canteen/orders/:id/cancel', { params: { id }, idempotencyKey: newKey() })
    const lost = await order(lunch.api.as((await lunch.make.person()).id), {
      lines: [{ offerId: lunch.rice.id, quantity: 3 }],
    })
    const { manager } = app.dataSource
    await manager.update(Order, { id: lost.id }, { status: 'not_collected' })
    app.clock.set('2026-11-23T06:00:00.000Z')

    const { reply } = await cook.call('GET /menus/figures', { query: { from: DAY, to: DAY } })
    // 70 years, 24.00: 10 % off, and 2.00 of the street for 21.60. The half portion is 7.00 to everybody else; three rice 3.00.
    expect(reply.meals).toHaveLength(1)
    expect(reply.total).toEqual({
      cookedHalves: 460,
      orderedHalves: 4 + 1 + 6,
      servedHalves: 5,
      notCollectedHalves: 6,
      wastedHalves: 455,
      payFen: 1960 + 700 + 300,
      discountFen: 240,
      subsidyFen: 200,
      costFen: 30 * 400 + 200 * 400,
      resultFen: 1960 + 700 + 300 + 200 - 230 * 400,
    })
    expect(
      reply.dishes.map(({ dishName, orderedHalves, servedHalves }) => [dishName, orderedHalves, servedHalves]),
    ).toEqual([
      ['白米饭', 6, 0],
      ['红烧狮子头', 5, 5],
    ])
    const sums = await manager.sum(Order, 'payFen', { status: 'handed_over' })
    expect(reply.total.payFen).toBe((sums ?? 0) + lost.payFen)
  })

  it('do not say what is wasted while the meal goes on', async () => {
    const { reply } = await cook.call('GET /menus/figures', { query: { from: DAY, to: DAY } })
    expect([reply.total.wastedHalves, reply.meals[0]?.isOver]).toEqual([null, false])
  })

  it('are of at most 31 days, in order, and of one’s own canteen', async () => {
    const ask = (from: string, to: string) => cook.call('GET /menus/figures', { query: { from, to } })
    expect(refusalOf(await ask('2026-10-01', '2026-11-01'))).toBe('422 menus.span_too_long')
    expect(refusalOf(await ask('2026-11-02', '2026-11-01'))).toBe('422 request.invalid')
    expect((await ask('2026-10-01', '2026-10-31')).status).toBe(200)
    const other = await lunch.make.canteen('七街坊食堂')
    const query = { from: DAY, to: DAY, canteenId: other.id }
    expect(refusalOf(await cook.call('GET /menus/figures', { query }))).toBe('404 canteen.not_found')
  })

  it('ask the database as often for two hundred orders as for one', async () => {
    const statements = () => statementsOf(app, () => cook.call('GET /menus/figures', { query: { from: DAY, to: DAY } }))
    await eaten()
    const one = await statements()
    for (let n = 0; n < 20; n += 1) await eaten()
    expect(await statements()).toBe(one)
  })
})

describe('the claim to the street', () => {
  it('adds rights up by meal and scheme, and shows the orders behind each fen without a name', async () => {
    const elders = [await eaten({ age: 70 }, meal(2)), await eaten({ age: 82 }, meal(2))]
    const gone = lunch.api.as((await lunch.make.elder(66)).id)
    const { id } = await order(gone, meal(2))
    await gone.call('POST /canteen/orders/:id/cancel', { params: { id }, idempotencyKey: newKey() })
    // Whoever has not paid yet holds the right, and the street owes nothing for it.
    await order(lunch.api.as((await lunch.make.elder(75)).id), { ...meal(2), payBy: 'counter' })
    const { reply } = await cook.call('GET /menus/claim', { query: { from: DAY, to: DAY } })
    const scheme = 'putuo-2025-12'
    expect(reply).toMatchObject({
      rows: [{ day: DAY, meal: 'lunch', scheme, count: 2, handedOver: 2, fen: 500 }],
      count: 2,
      fen: 500,
    })
    expect(await app.dataSource.manager.sum(SubsidyUse, 'amountFen')).toBe(reply.fen + 200)
    const query = { day: DAY, meal: 'lunch' as const, scheme }
    const { items } = (await cook.call('GET /menus/claim/orders', { query })).reply
    expect(items).toEqual(
      elders.map(({ order: had }) => ({
        orderId: had.id,
        pickupNumber: had.pickupNumber,
        handedOver: true,
        fen: had.subsidyFen,
      })),
    )
  })

  const meal = (quantity: number) => ({ lines: [{ offerId: lunch.meat.id, quantity }] })
})

describe('tomorrow’s forecast', () => {
  it('follows the last weeks and never falls below what is ordered', async () => {
    const { manager } = app.dataSource
    // The Mondays before: sold 20, 24 and 22 portions.
    for (const [day, portions] of [
      ['2026-11-02', 20],
      ['2026-11-09', 24],
      ['2026-11-16', 22],
    ] as const) {
      const sitting = await lunch.make.lunch(lunch.canteen.id, { day, opensAt: new Date('2026-10-26T00:00:00.000Z') })
      const offer = Object.assign({}, lunch.meat, { id: newId(), sittingId: sitting.id, capacityHalves: 80 })
      await manager.insert(Offer, offer)
      app.clock.set(`${day}T02:00:00.000Z`)
      for (let left = portions; left > 0; left -= 10) {
        const api = lunch.api.as((await lunch.make.person({ balanceFen: 100_000 })).id)
        const slot = await lunch.make.slot(sitting, { from: `11:${String(10 + left)}` })
        const lines = [{ offerId: offer.id, quantity: Math.min(10, left) }]
        await order(api, { sittingId: sitting.id, slotId: slot.id, lines })
      }
    }
    app.clock.set('2026-11-23T02:00:00.000Z')
    const forecast = async () => {
      const { reply } = await cook.call('GET /menus/forecast', { query: { day: DAY } })
      return reply.dishes.find(({ dishId }) => dishId === lunch.meat.dishId)
    }
    expect(await forecast()).toMatchObject({
      meal: 'lunch',
      menuPortions: 30,
      draftPortions: 30,
      portions: 22,
      basis: 'same_weekday',
      because: '按过去 3 个周一：22、24、20 份',
    })
    for (let n = 0; n < 3; n += 1)
      await order(lunch.api.as((await lunch.make.person({ balanceFen: 100_000 })).id), {
        lines: [{ offerId: lunch.meat.id, quantity: 9 }],
      })
    expect(await forecast()).toMatchObject({ portions: 27, because: '按过去 3 个周一：22、24、20 份；已订 27 份' })
  })

  it('does not go by a meal that is still ordered: nobody knows yet how many it will be', async () => {
    await order(lunch.api.as((await lunch.make.person()).id))
    const TUESDAY = '2026-11-24'
    await draft(cook, DAY, [{ day: TUESDAY, meal: 'lunch', dishes: [onMenu(lunch.meat.dishId)] }])
    await publish(cook, DAY)
    const because = async () => {
      const { reply } = await cook.call('GET /menus/forecast', { query: { day: TUESDAY } })
      return reply.dishes[0]?.because
    }
    expect(await because()).toBe('过去四周没有做过，按菜单的 30 份')
    app.clock.set('2026-11-23T12:00:00.000Z')
    expect(await because()).toBe('按上次（11月23日）：1 份')
  })

  it('says so when there is nothing to go by', async () => {
    await draft(cook, '2026-11-30', [{ day: '2026-12-01', meal: 'lunch', dishes: [onMenu(lunch.meat.dishId)] }])
    await publish(cook, '2026-11-30')
    const { reply } = await cook.call('GET /menus/forecast', { query: { day: '2026-12-01' } })
    expect(reply.dishes).toMatchObject([
      { basis: 'planned', portions: 30, because: '过去四周没有做过，按菜单的 30 份' },
    ])
  })
})
