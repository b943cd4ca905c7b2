import type { OrderView } from '@wanli/contracts/canteen'

import { Offer } from '../../src/canteen/offer.entity.js'
import { cookOf, draft, onMenu, publish, THIS_MONDAY } from '../menus/kitchen-table.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok } from '../support/family.js'
import { openKitchen } from '../support/kitchen.js'
import { setLunch, type Lunch } from '../support/lunch.js'

/** Shanghai times of the lunch of 2026-11-23. */
const at = (time: string): string => new Date(`2026-11-23T${time}:00.000+08:00`).toISOString()

let app: TestApp
let lunch: Lunch

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
})

const order = async (api: Api, change: Parameters<Lunch['body']>[0] = {}): Promise<OrderView> => {
  const answer = await api.call('POST /canteen/orders', { body: lunch.body(change), idempotencyKey: newKey() })
  expect([answer.status, answer.problem.code]).toEqual([201, undefined])
  return answer.reply
}
const balance = async (api: Api): Promise<number> => (await api.call('GET /wallet')).reply.balanceFen
const act = (api: Api, verb: 'offer' | 'withdraw', id: string) =>
  api.call(`POST /canteen/orders/:id/${verb}`, { params: { id }, idempotencyKey: newKey() })
const takeOver = (api: Api, id: string, expectedPayFen?: number) =>
  api.call('POST /canteen/orders/:id/take-over', {
    params: { id },
    body: { payBy: 'wallet', ...(expectedPayFen === undefined ? {} : { expectedPayFen }) },
    idempotencyKey: newKey(),
  })

describe('a meal that is given up', () => {
  const setUp = async () => {
    const giver = lunch.api.as((await lunch.make.person({ name: '李静' })).id)
    const given = await order(giver)
    app.clock.set(at('10:40'))
    return { giver, given }
  }

  it('goes to somebody else at their own price, and only then comes the money back', async () => {
    const { giver, given } = await setUp()
    const elder = lunch.api.as((await lunch.make.elder(82)).id)
    expect(given.actions).toContain('cancel')
    const shown = await giver.call('GET /canteen/orders/:id', { params: { id: given.id } })
    expect(shown.reply).toMatchObject({ status: 'frozen', actions: ['offer', 'reorder'] })
    expect((await act(giver, 'offer', given.id)).reply).toMatchObject({
      status: 'offered',
      actions: ['withdraw', 'reorder'],
    })
    expect(await balance(giver)).toBe(8_800)
    const { reply } = await elder.call('GET /canteen/offered', { query: { sittingId: lunch.sitting.id } })
    expect(reply.items).toMatchObject([
      { orderId: given.id, listFen: 1200, myFen: 1020, mine: false, firstUntil: null },
    ])

    const taken = await takeOver(elder, given.id, 1020)
    expect(taken.reply).toMatchObject({ payFen: 1020, status: 'frozen', pickupNumber: 'A002' })
    expect(await balance(giver)).toBe(10_000)
    expect(await balance(elder)).toBe(8_980)
    const after = await giver.call('GET /canteen/orders/:id', { params: { id: given.id } })
    expect(after.reply).toMatchObject({
      status: 'taken_over',
      refundedFen: 1200,
      pickupCode: null,
      actions: ['reorder'],
    })
    expect((await app.dataSource.manager.findOneByOrFail(Offer, { id: lunch.meat.id })).soldHalves).toBe(2)
    const inbox = (await giver.call('GET /notices')).reply.items
    expect(inbox[0]).toMatchObject({ kind: 'order_refunded', title: '今天午餐 A001 有人接走了' })
  })

  it('cannot be given up while it can simply be cancelled, nor after it was served', async () => {
    const giver = lunch.api.as((await lunch.make.person()).id)
    const { id } = await order(giver)
    expect(refusalOf(await act(giver, 'offer', id))).toBe('409 canteen.offer_too_early')
    app.clock.set(at('13:00'))
    expect(refusalOf(await act(giver, 'offer', id))).toBe('409 canteen.state_changed')
  })

  it('can be kept after all until somebody took it', async () => {
    const { giver, given } = await setUp()
    await act(giver, 'offer', given.id)
    expect((await act(giver, 'withdraw', given.id)).reply.status).toBe('frozen')
    await act(giver, 'offer', given.id)
    await takeOver(lunch.api.as((await lunch.make.person()).id), given.id)
    expect(refusalOf(await act(giver, 'withdraw', given.id))).toBe('409 canteen.meal_gone')
  })

  it('is first for who waits longest, who is told', async () => {
    const { giver, given } = await setUp()
    const [first, second] = [await lunch.make.person(), await lunch.make.person()]
    const wait = (id: string) =>
      lunch.api.as(id).call('PUT /canteen/sittings/:id/wait', { params: { id: lunch.sitting.id } })
    expect((await wait(first.id)).reply).toEqual({ ahead: 0 })
    app.clock.set(at('10:41'))
    expect((await wait(second.id)).reply).toEqual({ ahead: 1 })
    expect((await wait(second.id)).reply).toEqual({ ahead: 1 })
    await act(giver, 'offer', given.id)
    expect((await lunch.api.as(first.id).call('GET /notices')).reply.items[0]).toMatchObject({ kind: 'meal_offered' })
    expect(refusalOf(await takeOver(lunch.api.as(second.id), given.id))).toBe('409 canteen.not_your_turn')
    app.clock.set(at('10:46'))
    expect((await takeOver(lunch.api.as(second.id), given.id)).status).toBe(201)
    // Whoever has a meal waits no longer.
    const { reply } = await lunch.api
      .as(second.id)
      .call('GET /canteen/sittings/:id', { params: { id: lunch.sitting.id } })
    expect(reply.waitingAhead).toBeNull()
  })

  it('is not kept for its giver, who had waited for one before they had theirs', async () => {
    const { giver, given } = await setUp()
    const second = lunch.api.as((await lunch.make.person()).id)
    const params = { id: lunch.sitting.id }
    for (const api of [giver, second]) await api.call('PUT /canteen/sittings/:id/wait', { params })
    await act(giver, 'offer', given.id)
    const kindsOf = async (api: Api) => (await api.call('GET /notices')).reply.items.map(({ kind }) => kind)
    expect(await kindsOf(giver)).not.toContain('meal_offered')
    expect(await kindsOf(second)).toContain('meal_offered')
    expect((await takeOver(second, given.id)).status).toBe(201)
  })

  it('is not for its giver, not for who does not eat it, not for an empty wallet', async () => {
    const { giver, given } = await setUp()
    await act(giver, 'offer', given.id)
    expect(refusalOf(await takeOver(giver, given.id))).toBe('409 canteen.own_meal')
    const poor = lunch.api.as((await lunch.make.person({ balanceFen: 100 })).id)
    expect(refusalOf(await takeOver(poor, given.id))).toBe('409 wallet.insufficient')
    const picky = lunch.api.as((await lunch.make.person()).id)
    await picky.call('PUT /canteen/diet', { query: {}, body: { avoid: ['大豆'], lowSalt: false, soft: false } })
    expect(refusalOf(await takeOver(picky, given.id))).toBe('409 canteen.clash')
    expect(await balance(giver)).toBe(8_800)
  })

  it('is taken over without the dish that the canteen had refunded before', async () => {
    const giver = lunch.api.as((await lunch.make.person()).id)
    const both = [lunch.meat, lunch.rice].map(({ id }) => ({ offerId: id, quantity: 1 }))
    const given = await order(giver, { lines: both })
    app.clock.set(at('10:40'))
    const cook = lunch.api.as((await lunch.make.person()).id, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }])
    const meat = given.lines.find(({ dishName }) => dishName === '红烧狮子头')
    const refund = { params: { id: given.id, lineId: meat?.id ?? '' }, body: { reason: '卖完了' } }
    await cook.call('POST /canteen/orders/:id/lines/:lineId/refund', { ...refund, idempotencyKey: newKey() })
    await act(giver, 'offer', given.id)
    const taker = lunch.api.as((await lunch.make.person()).id)
    const taken = (await takeOver(taker, given.id)).reply
    expect([taken.payFen, taken.lines.map(({ dishName }) => dishName)]).toEqual([100, ['白米饭']])
    expect([await balance(giver), await balance(taker)]).toEqual([10_000, 9_900])
  })

  it('is gone when its time is over: nobody pays for what cannot be had', async () => {
    const { giver, given } = await setUp()
    await act(giver, 'offer', given.id)
    const taker = lunch.api.as((await lunch.make.person()).id)
    const listed = async () =>
      (await taker.call('GET /canteen/offered', { query: { sittingId: lunch.sitting.id } })).reply.items.length
    app.clock.set(at('12:59'))
    expect(await listed()).toBe(1)
    app.clock.set(at('13:00'))
    expect(await listed()).toBe(0)
    expect(refusalOf(await takeOver(taker, given.id))).toBe('409 canteen.state_changed')
    expect(await balance(taker)).toBe(10_000)
  })

  it('that somebody does not eat is not listed for them, and hides no other', async () => {
    const { giver, given } = await setUp()
    await act(giver, 'offer', given.id)
    app.clock.set(at('10:00'))
    const other = lunch.api.as((await lunch.make.person()).id)
    const noodles = await lunch.make.offer(lunch.sitting, { name: '葱油拌面', portions: 5, allergens: ['麸质'] })
    const plain = await order(other, { lines: [{ offerId: noodles.id, quantity: 1 }] })
    app.clock.set(at('10:40'))
    await act(other, 'offer', plain.id)
    const picky = lunch.api.as((await lunch.make.person()).id)
    await picky.call('PUT /canteen/diet', { query: {}, body: { avoid: ['大豆'], lowSalt: false, soft: false } })
    const { reply } = await picky.call('GET /canteen/offered', { query: { sittingId: lunch.sitting.id } })
    expect(reply.items.map(({ orderId }) => orderId)).toEqual([plain.id])
  })

  it('costs what it was sold at, also when its 小份 is on the menu no more', async () => {
    const giver = lunch.api.as((await lunch.make.person()).id)
    const given = await order(giver, { lines: [{ offerId: lunch.meat.id, quantity: 1, portion: 'half' }] })
    app.clock.set(at('10:40'))
    await act(giver, 'offer', given.id)
    const dishes = [
      onMenu(lunch.meat.dishId, { listFen: 1500, halfFen: null }),
      onMenu(lunch.rice.dishId, { portions: 200, listFen: 100, halfFen: null }),
    ]
    const cook = await cookOf(lunch)
    await draft(cook, THIS_MONDAY, [{ day: THIS_MONDAY, meal: 'lunch', dishes }])
    expect((await publish(cook, THIS_MONDAY)).status).toBe(200)
    const elder = lunch.api.as((await lunch.make.elder(82)).id)
    const { reply } = await elder.call('GET /canteen/offered', { query: { sittingId: lunch.sitting.id } })
    expect(reply.items).toMatchObject([{ orderId: given.id, listFen: 700, myFen: 595 }])
    expect((await takeOver(elder, given.id, 595)).reply).toMatchObject({ listFen: 700, payFen: 595 })
  })

  it('a dish of which was taken off the menu is neither listed nor taken, and hides no other', async () => {
    const { giver, given } = await setUp()
    await act(giver, 'offer', given.id)
    app.clock.set(at('10:00'))
    const other = lunch.api.as((await lunch.make.person()).id)
    const plain = await order(other, { lines: [{ offerId: lunch.rice.id, quantity: 1 }] })
    app.clock.set(at('10:40'))
    await act(other, 'offer', plain.id)
    // Its orders end in a moment, one after another.
    await app.dataSource.manager.update(Offer, { id: lunch.meat.id }, { withdrawnAt: app.clock.now() })
    const taker = lunch.api.as((await lunch.make.person()).id)
    const { reply } = await taker.call('GET /canteen/offered', { query: { sittingId: lunch.sitting.id } })
    expect(reply.items.map(({ orderId }) => orderId)).toEqual([plain.id])
    expect(refusalOf(await takeOver(taker, given.id))).toBe('409 canteen.meal_gone')
  })

  it('that is on the stove goes on there, with its giver or its taker: the kitchen does not begin it again', async () => {
    const { giver, given } = await setUp()
    const kitchen = await openKitchen(app, lunch)
    app.clock.set(at('10:40'))
    ok(await kitchen.advance(given.id, 'paid'))
    // A step that is taken back leaves it on the stove, too.
    ok(await kitchen.advance(given.id, 'cooking'))
    ok(await kitchen.undo(given.id, 'ready'))
    await act(giver, 'offer', given.id)
    expect((await kitchen.board()).tickets).toEqual([])
    expect((await act(giver, 'withdraw', given.id)).reply.status).toBe('cooking')
    await act(giver, 'offer', given.id)
    const taker = lunch.api.as((await lunch.make.person()).id)
    expect((await takeOver(taker, given.id)).reply).toMatchObject({ status: 'cooking', pickupNumber: 'A002' })
    expect(await kitchen.board()).toMatchObject({
      tickets: [{ pickupNumber: 'A002', status: 'cooking' }],
      counts: { waiting: 0, cooking: 1, made: 0 },
    })
  })

  it('is not offered by a stranger', async () => {
    const { given } = await setUp()
    const stranger = lunch.api.as((await lunch.make.person()).id)
    expect(refusalOf(await act(stranger, 'offer', given.id))).toBe('404 canteen.order_not_found')
  })
})
