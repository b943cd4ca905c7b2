import { Offer } from '../../src/canteen/offer.entity.js'
import { Slot } from '../../src/canteen/slot.entity.js'
import { SubsidyUse } from '../../src/canteen/subsidy-use.entity.js'
import { Entry } from '../../src/wallet/entry.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setLunch, type Lunch } from '../support/lunch.js'

let app: TestApp
let lunch: Lunch
let elderId: string
let elder: Api

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  elderId = (await lunch.make.elder(82, { name: '王秀珍' })).id
  elder = lunch.api.as(elderId)
})

const order = (api: Api, change: Parameters<Lunch['body']>[0] = {}, idempotencyKey = newKey()) =>
  api.call('POST /canteen/orders', { body: lunch.body(change), idempotencyKey })

describe('ordering lunch', () => {
  it('keeps every field of the request and answers the number, the code and the price with its steps', async () => {
    const body = lunch.body({
      lines: [
        { offerId: lunch.meat.id, quantity: 1, portion: 'whole' },
        { offerId: lunch.meat.id, quantity: 1, portion: 'half' },
        { offerId: lunch.rice.id, quantity: 2 },
      ],
      mode: 'dine_in',
      note: '少盐，㐂字头的碗',
      expectedPayFen: 1485,
    })
    const { status, reply } = await elder.call('POST /canteen/orders', { body, idempotencyKey: newKey() })
    expect(status).toBe(201)
    expect(reply).toMatchObject({
      status: 'paid',
      pickupNumber: 'A001',
      pickupCode: expect.stringMatching(/^[\w-]{22}$/) as string,
      mode: 'dine_in',
      note: '少盐，㐂字头的碗',
      slot: { from: '2026-11-23T03:40:00.000Z', to: '2026-11-23T03:50:00.000Z' },
      listFen: 2100,
      discountFen: 315,
      subsidyFen: 300,
      payFen: 1485,
      actions: ['cancel', 'reorder'],
      eater: { name: '王秀珍' },
    })
    expect(reply.explanation.map((step) => [step.label, step.amountFen])).toEqual([
      ['原价', 2100],
      ['80 岁以上 85 折', -315],
      ['长者堂食补贴', -300],
      ['要付', 1485],
    ])
    expect(reply.lines.map((line) => [line.dishName, line.portion, line.quantity, line.listFen])).toEqual([
      ['红烧狮子头', 'whole', 1, 1200],
      ['红烧狮子头', 'half', 1, 700],
      ['白米饭', 'whole', 2, 200],
    ])
    expect(reply.lines.reduce((sum, line) => sum + line.payFen, 0)).toBe(1485)
  })

  it('takes the money from the wallet, and the whole ledger still sums to zero', async () => {
    await order(elder, { lines: [{ offerId: lunch.meat.id, quantity: 2 }] })
    const { reply } = await elder.call('GET /wallet')
    expect(reply.balanceFen).toBe(10_000 - (2040 - 300))
    expect(await app.dataSource.manager.sum(Entry, 'amountFen')).toBe(0)
  })

  it('takes one half for a 小份 and two for a whole portion', async () => {
    await order(elder, { lines: [{ offerId: lunch.meat.id, quantity: 1, portion: 'half' }] })
    const { soldHalves } = await app.dataSource.manager.findOneByOrFail(Offer, { id: lunch.meat.id })
    expect(soldHalves).toBe(1)
  })

  it('gives numbers in order and charges the list price to somebody without verified facts', async () => {
    const worker = lunch.api.as((await lunch.make.person()).id)
    await order(elder)
    const { reply } = await order(worker)
    expect(reply).toMatchObject({ pickupNumber: 'A002', payFen: 1200, discountFen: 0, subsidyFen: 0 })
  })

  it('grants the dine-in subsidy once a day, and grants it again after a cancel', async () => {
    const two = { lines: [{ offerId: lunch.meat.id, quantity: 2 }] }
    const first = await order(elder, two)
    const second = await order(elder, two)
    expect([first.reply.subsidyFen, second.reply.subsidyFen]).toEqual([300, 0])
    await elder.call('POST /canteen/orders/:id/cancel', { params: { id: first.reply.id }, idempotencyKey: newKey() })
    expect((await order(elder, two)).reply.subsidyFen).toBe(300)
  })

  it('gives no dine-in subsidy for a meal that is taken away', async () => {
    const { reply } = await order(elder, { mode: 'pick_up', lines: [{ offerId: lunch.meat.id, quantity: 2 }] })
    expect(reply).toMatchObject({ mode: 'pick_up', subsidyFen: 0, payFen: 2040 })
  })

  it('quotes the very price that it then charges', async () => {
    const { sittingId, lines, mode } = lunch.body({ lines: [{ offerId: lunch.meat.id, quantity: 2 }] })
    const quote = await elder.call('POST /canteen/quotes', { body: { sittingId, lines, mode } })
    const { reply } = await order(elder, { lines })
    expect(quote.reply).toMatchObject({ payFen: reply.payFen, explanation: reply.explanation, balanceFen: 10_000 })
    expect(quote.reply.basis).toMatchObject({ age: 82, percent: 85 })
  })
})

describe('ordering for somebody else', () => {
  it('charges the helper the price of the one who eats, and both see the order', async () => {
    const daughterId = (await lunch.make.person({ name: '周敏' })).id
    await lunch.make.mandate(daughterId, elderId)
    const daughter = lunch.api.as(daughterId)
    const { reply } = await order(daughter, { forPersonId: elderId })
    expect(reply).toMatchObject({
      payFen: 1020,
      eater: { name: '王秀珍' },
      placedBy: { name: '周敏' },
      paidBy: { name: '周敏' },
    })
    const seen = await elder.call('GET /canteen/orders/:id', { params: { id: reply.id } })
    expect(seen.reply.placedBy.name).toBe('周敏')
    expect((await elder.call('GET /wallet')).reply.balanceFen).toBe(10_000)
    const told = await elder.call('GET /notices')
    expect(told.reply.items.map((notice) => notice.title)).toEqual(['今天午餐订好了，取餐号 A001'])
  })

  it.each([
    ['without a mandate', undefined],
    ['with a mandate for repairs only', { scopes: ['repairs' as const] }],
    ['with one that has ended', { validUntil: '2026-11-22' }],
    ['with one that is revoked', { revokedAt: new Date('2026-11-23T01:00:00Z') }],
  ])('refuses somebody %s', async (_, mandate) => {
    const strangerId = (await lunch.make.person()).id
    if (mandate !== undefined) await lunch.make.mandate(strangerId, elderId, mandate)
    const stranger = lunch.api.as(strangerId)
    expect(refusalOf(await order(stranger, { forPersonId: elderId }))).toBe('403 people.no_mandate')
    const menu = await stranger.call('GET /canteen/sittings/:id', {
      params: { id: lunch.sitting.id },
      query: { forPersonId: elderId },
    })
    expect(refusalOf(menu)).toBe('403 people.no_mandate')
  })
})

describe('cancelling', () => {
  const cancel = (api: Api, id: string, idempotencyKey = newKey()) =>
    api.call('POST /canteen/orders/:id/cancel', { params: { id }, idempotencyKey })

  it('gives money, portions, place and subsidy right back, once', async () => {
    const placed = await order(elder, { lines: [{ offerId: lunch.meat.id, quantity: 2 }] })
    const first = await cancel(elder, placed.reply.id)
    expect(first.reply).toMatchObject({ status: 'cancelled_by_eater', pickupCode: null, actions: ['reorder'] })
    expect(refusalOf(await cancel(elder, placed.reply.id))).toBe('409 canteen.state_changed')
    const { manager } = app.dataSource
    expect((await elder.call('GET /wallet')).reply.balanceFen).toBe(10_000)
    expect((await manager.findOneByOrFail(Offer, { id: lunch.meat.id })).soldHalves).toBe(0)
    expect((await manager.findOneByOrFail(Slot, { id: lunch.slot.id })).taken).toBe(0)
    expect(await manager.count(SubsidyUse)).toBe(0)
    expect(await manager.sum(Entry, 'amountFen')).toBe(0)
  })

  it('is refused from the freeze on', async () => {
    const placed = await order(elder)
    app.clock.set('2026-11-23T02:30:00.000Z')
    const late = await cancel(elder, placed.reply.id)
    expect(refusalOf(late)).toBe('409 canteen.cancel_too_late')
    expect(late.problem.detail).toBe('今天 10:30 以后厨房就备菜了，现在退不了')
  })

  it('needs an idempotency key, and somebody whose order it is', async () => {
    const placed = await order(elder)
    const keyless = await elder.raw('POST /canteen/orders/:id/cancel', { params: { id: placed.reply.id } })
    expect(refusalOf(keyless)).toBe('428 request.idempotency_key_required')
    const stranger = lunch.api.as((await lunch.make.person()).id)
    expect(refusalOf(await cancel(stranger, placed.reply.id))).toBe('404 canteen.order_not_found')
  })
})

describe('looking at orders', () => {
  it('shows another person nothing: not the order, not the list', async () => {
    const placed = await order(elder)
    const stranger = lunch.api.as((await lunch.make.person()).id)
    const answer = await stranger.call('GET /canteen/orders/:id', { params: { id: placed.reply.id } })
    expect(refusalOf(answer)).toBe('404 canteen.order_not_found')
    expect((await stranger.call('GET /canteen/orders')).reply.items).toEqual([])
  })

  it('tells of a meal that nobody fetched on its day that it was not, before the window has closed that day', async () => {
    const { id } = (await order(elder)).reply
    const told = async () => [
      (await elder.call('GET /canteen/orders/:id', { params: { id } })).reply.status,
      (await elder.call('GET /canteen/orders')).reply.items[0]?.status,
    ]
    app.clock.set('2026-11-23T15:59:59.999Z')
    expect(await told()).toEqual(['frozen', 'frozen'])
    app.clock.set('2026-11-23T16:00:00.000Z')
    expect(await told()).toEqual(['not_collected', 'not_collected'])
  })

  it('pages newest first without losing or repeating one', async () => {
    const friendId = (await lunch.make.elder(70)).id
    await lunch.make.mandate(friendId, elderId)
    await lunch.make.mandate(elderId, friendId)
    const friend = lunch.api.as(friendId)
    const placed: string[] = []
    const orders = [
      () => order(elder),
      () => order(friend, { forPersonId: elderId, again: true }),
      () => order(elder, { forPersonId: friendId, again: true }),
      () => order(elder, { again: true }),
      () => order(friend, { forPersonId: elderId, again: true }),
    ]
    for (const [minute, place] of orders.entries()) {
      app.clock.set(`2026-11-23T02:0${Math.floor(minute / 2)}:00.000Z`)
      placed.unshift((await place()).reply.id)
      // Of the friend alone: the elder does not see it.
      await order(friend, { again: true })
    }
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { reply } = await elder.call('GET /canteen/orders', {
        query: { limit: 2, ...(cursor === undefined ? {} : { cursor }) },
      })
      seen.push(...reply.items.map((item) => item.id))
      cursor = reply.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual(placed)
    expect(refusalOf(await elder.call('GET /canteen/orders', { query: { cursor: 'nonsense' } }))).toBe(
      '422 request.invalid',
    )
  })

  it('lists as open what still waits, soonest first', async () => {
    const late = await lunch.make.slot(lunch.sitting, { from: '12:30' })
    const second = await order(elder, { slotId: late.id })
    const first = await order(elder)
    const gone = await order(elder)
    await elder.call('POST /canteen/orders/:id/cancel', { params: { id: gone.reply.id }, idempotencyKey: newKey() })
    const { reply } = await elder.call('GET /canteen/orders', { query: { open: 'true' } })
    expect(reply.items.map((item) => item.id)).toEqual([first.reply.id, second.reply.id])
  })
})
