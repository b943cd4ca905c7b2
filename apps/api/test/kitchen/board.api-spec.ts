import { KITCHEN } from '@wanli/kernel/limits'

import { Notice } from '../../src/notices/notice.entity.js'
import { newKey, refusalOf } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok, setFamily } from '../support/family.js'
import { openKitchen, type Kitchen } from '../support/kitchen.js'
import { setLunch, type Lunch } from '../support/lunch.js'

let app: TestApp
let lunch: Lunch
let kitchen: Kitchen

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  kitchen = await openKitchen(app, lunch)
})

describe('the kitchen’s day', () => {
  it('begins at the meal that is not over yet', async () => {
    const evening = await lunch.make.lunch(lunch.canteen.id, {
      meal: 'dinner',
      servingFrom: new Date('2026-11-23T08:30:00.000Z'),
      servingTo: new Date('2026-11-23T10:30:00.000Z'),
    })
    const day = ok(await kitchen.cook.call('GET /canteen/kitchen'))
    expect(day).toMatchObject({ canteenName: '香泉社区食堂', window: '3 号窗口', currentId: lunch.sitting.id })
    expect(day.sittings.map(({ meal }) => meal)).toEqual(['lunch', 'dinner'])
    kitchen.at('13:00')
    expect(ok(await kitchen.cook.call('GET /canteen/kitchen')).currentId).toBe(evening.id)
  })
})

describe('a ticket', () => {
  it('goes forward with one tap, tells its eater once that it is ready, and counts towards its dish', async () => {
    const { id } = await kitchen.order({ lines: [{ offerId: lunch.meat.id, quantity: 2 }] })
    kitchen.at('11:00')
    expect((await kitchen.board()).counts).toEqual({ waiting: 1, cooking: 0, made: 0 })
    expect(ok(await kitchen.advance(id, 'paid'))).toMatchObject({ to: 'cooking', until: '2026-11-23T03:00:30.000Z' })
    expect((await kitchen.board()).tickets).toMatchObject([{ orderId: id, status: 'cooking', pickupNumber: 'A001' }])
    ok(await kitchen.advance(id, 'cooking'))
    const board = await kitchen.board()
    expect(board).toMatchObject({ counts: { waiting: 0, cooking: 0, made: 1 }, tickets: [], undo: { to: 'ready' } })
    expect(board.totals[0]).toMatchObject({ name: '红烧狮子头', made: 2, total: 3 })
    const told = () => app.dataSource.manager.findBy(Notice, { kind: 'order_ready' })
    expect(await told()).toHaveLength(1)
    // It was the wrong number: whoever reads it now would come in vain, and is told anew when it is ready.
    ok(await kitchen.undo(id, 'ready'))
    expect(await told()).toEqual([])
    kitchen.at('11:05')
    ok(await kitchen.advance(id, 'cooking'))
    expect(await told()).toMatchObject([
      { title: '今天午餐做好了，取餐号 A001', body: '到 3 号窗口 取，报 A001 就行', createdAt: app.clock.now() },
    ])
  })

  it('tells who ordered it for somebody else whose meal it is that is ready', async () => {
    const family = await setFamily(app, lunch)
    await family.byAsking()
    const { id } = ok(await family.orderForMother())
    kitchen.at('11:00')
    for (const from of ['paid', 'cooking'] as const) ok(await kitchen.advance(id, from))
    const told = await app.dataSource.manager.findBy(Notice, { kind: 'order_ready' })
    expect(told.map(({ personId, title }) => [personId, title]).sort()).toEqual(
      [
        [family.motherId, '今天午餐做好了，取餐号 A001'],
        [family.daughterId, '王秀珍的今天午餐做好了，取餐号 A001'],
      ].sort(),
    )
  })

  it('goes back within thirty seconds, and not after', async () => {
    const { id } = await kitchen.order()
    kitchen.at('11:00')
    ok(await kitchen.advance(id, 'paid'))
    kitchen.at('11:00:29')
    ok(await kitchen.undo(id, 'cooking'))
    expect(await kitchen.board()).toMatchObject({ counts: { waiting: 1 }, undo: null })
    ok(await kitchen.advance(id, 'paid'))
    kitchen.at('11:01')
    const late = await kitchen.undo(id, 'cooking')
    expect(refusalOf(late)).toBe('409 kitchen.undo_too_late')
    expect(late.problem.detail).toBe('超过 30 秒，撤不回来了')
  })

  it('waits for the freeze: until then its eater may cancel', async () => {
    const { id } = await kitchen.order()
    const early = await kitchen.advance(id, 'paid')
    expect(refusalOf(early)).toBe('409 kitchen.not_frozen')
    expect(early.problem.detail).toBe('10:30 定稿以前还可能退单，到时候再开始做')
    const together = { body: { orderIds: [id] }, idempotencyKey: newKey() }
    expect(refusalOf(await kitchen.cook.call('POST /canteen/kitchen/starts', together))).toBe('409 kitchen.not_frozen')
  })

  it('is moved once by ten taps at once, and not from where it does not stand', async () => {
    const { id } = await kitchen.order()
    kitchen.at('11:00')
    const taps = await Promise.all([...Array(10).keys()].map(() => kitchen.advance(id, 'paid')))
    expect(taps.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(refusalOf(await kitchen.advance(id, 'paid'))).toBe('409 canteen.state_changed')
    expect(refusalOf(await kitchen.advance(id, 'ready'))).toBe('409 canteen.state_changed')
    expect(refusalOf(await kitchen.undo(id, 'ready'))).toBe('409 canteen.state_changed')
  })

  it('is of the cook’s own canteen', async () => {
    const { id } = await kitchen.order()
    kitchen.at('11:00')
    const elsewhere = lunch.api.as((await lunch.make.person()).id, [{ role: 'canteen_staff', scopeId: 'elsewhere' }])
    expect(refusalOf(await kitchen.advance(id, 'paid', elsewhere))).toBe('404 canteen.order_not_found')
    const together = { body: { orderIds: [id] }, idempotencyKey: newKey() }
    expect(ok(await elsewhere.call('POST /canteen/kitchen/starts', together)).started).toBe(0)
  })

  it('is none before it is paid, and waits while it is given up', async () => {
    await kitchen.order({ payBy: 'counter' })
    const giver = lunch.api.as((await lunch.make.person()).id)
    const { id } = ok(await giver.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() }))
    kitchen.at('10:35')
    expect(await kitchen.board()).toMatchObject({ orders: 1, counts: { waiting: 1, cooking: 0, made: 0 } })
    ok(await giver.call('POST /canteen/orders/:id/offer', { params: { id }, idempotencyKey: newKey() }))
    expect(await kitchen.board()).toMatchObject({ orders: 1, counts: { waiting: 1, cooking: 0, made: 0 } })
  })

  it('begins together with others; one that moved meanwhile is passed over', async () => {
    const ids = [(await kitchen.order()).id, (await kitchen.order()).id, (await kitchen.order()).id]
    kitchen.at('11:00')
    ok(await kitchen.advance(ids[0]!, 'paid'))
    const together = { body: { orderIds: ids }, idempotencyKey: newKey() }
    expect(ok(await kitchen.cook.call('POST /canteen/kitchen/starts', together)).started).toBe(2)
    expect((await kitchen.board()).counts.cooking).toBe(3)
  })
})

describe('tickets', () => {
  it('stand in the order of the stove, then of their time, then of their number; no more than fit', async () => {
    const early = await lunch.make.slot(lunch.sitting, { from: '11:10' })
    for (let n = 0; n < KITCHEN.tickets; n += 1) await kitchen.order()
    const soon = await kitchen.order({ slotId: early.id, mode: 'pick_up' })
    kitchen.at('11:00')
    const [, second] = (await kitchen.board()).tickets
    ok(await kitchen.advance(second!.orderId, 'paid'))
    const board = await kitchen.board()
    expect(board.more).toBe(1)
    expect(board.tickets).toHaveLength(KITCHEN.tickets)
    expect(board.tickets.slice(0, 3).map(({ orderId }) => orderId)).toEqual([
      second!.orderId,
      soon.id,
      expect.anything(),
    ])
    const params = { id: lunch.sitting.id }
    const query = { order: 'window' as const }
    const byWindow = ok(await kitchen.cook.call('GET /canteen/kitchen/sittings/:id/board', { params, query }))
    expect(byWindow.tickets.map(({ mode }) => mode)).toEqual(Array(KITCHEN.tickets).fill('dine_in'))
    const brought = { order: 'delivery' as const }
    expect(
      ok(await kitchen.cook.call('GET /canteen/kitchen/sittings/:id/board', { params, query: brought })).tickets,
    ).toEqual([])
  })
})
