import { Order } from '../../src/canteen/order.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setLunch, type Lunch } from '../support/lunch.js'

let app: TestApp
let lunch: Lunch
let elder: Api
let cook: Api

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  elder = lunch.api.as((await lunch.make.elder(82, { name: '王秀珍' })).id)
  cook = await cookOf(lunch.canteen.id, '孙大勺')
})

const cookOf = async (canteenId: string, name: string): Promise<Api> =>
  lunch.api.as((await lunch.make.person({ name })).id, [{ role: 'canteen_staff', scopeId: canteenId }])
const placeOrder = async (change: Parameters<Lunch['body']>[0] = {}) =>
  (await elder.call('POST /canteen/orders', { body: lunch.body(change), idempotencyKey: newKey() })).reply
const handOver = (api: Api, code: string, early?: boolean) =>
  api.call('POST /canteen/pickups', {
    body: { code, ...(early === undefined ? {} : { early }) },
    idempotencyKey: newKey(),
  })
const servingTime = (): void => app.clock.set('2026-11-23T03:45:00.000Z')

describe('handing a meal over', () => {
  it('finds the order by its number, typed in small letters too, and by its code; it shows a masked name and no phone', async () => {
    const order = await placeOrder({ note: '多给点汤' })
    for (const code of ['A001', 'a001', order.pickupCode!]) {
      const { reply } = await cook.call('GET /canteen/pickups', { query: { code } })
      expect(reply.items).toMatchObject([
        {
          pickupNumber: 'A001',
          eaterName: '王*珍',
          eaterAge: 82,
          note: '多给点汤',
          status: 'paid',
          lines: [{ dishName: '红烧狮子头', quantity: 1 }],
        },
      ])
      expect(JSON.stringify(reply)).not.toContain('王秀珍')
    }
  })

  it('makes the order handed over, says so to its eater, and the code is of no more use', async () => {
    const order = await placeOrder()
    servingTime()
    const { status, reply } = await handOver(cook, order.pickupCode!)
    expect(status).toBe(200)
    expect(reply).toMatchObject({
      status: 'handed_over',
      handedOverBy: '孙大勺',
      handedOverAt: '2026-11-23T03:45:00.000Z',
    })
    const seen = await elder.call('GET /canteen/orders/:id', { params: { id: order.id } })
    expect(seen.reply).toMatchObject({
      status: 'handed_over',
      handedOverAt: '2026-11-23T03:45:00.000Z',
      pickupCode: null,
      actions: ['review', 'reorder'],
    })
    const told = await elder.call('GET /notices')
    expect(told.reply.items[0]).toMatchObject({
      kind: 'order_handed_over',
      title: '今天午餐取走了',
      subject: { kind: 'order', id: order.id },
    })
  })

  it('tells the second scan who handed it over and when', async () => {
    const order = await placeOrder()
    servingTime()
    await handOver(cook, 'A001')
    const again = await handOver(await cookOf(lunch.canteen.id, '李师傅'), order.pickupCode!)
    expect(refusalOf(again)).toBe('409 canteen.already_handed_over')
    expect(again.problem.detail).toBe('今天 11:45 已经由孙大勺交出去了')
  })

  it('gives one meal to one of twenty scans at once', async () => {
    const order = await placeOrder()
    servingTime()
    const answers = await Promise.all([...Array(20).keys()].map(() => handOver(cook, order.pickupCode!)))
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
  })

  it('asks before it hands over a meal whose time has not come, and remembers that it was early', async () => {
    const order = await placeOrder()
    const asked = await handOver(cook, 'A001')
    expect(refusalOf(asked)).toBe('409 canteen.pickup_too_early')
    expect(asked.problem.detail).toBe('这是今天午餐，11:00 开始取，确定现在就交吗')
    expect((await handOver(cook, 'A001', true)).reply.status).toBe('handed_over')
    expect((await app.dataSource.manager.findOneByOrFail(Order, { id: order.id })).handedOverEarly).toBe(true)
  })

  it('does not hand over a cancelled meal', async () => {
    const order = await placeOrder()
    await elder.call('POST /canteen/orders/:id/cancel', { params: { id: order.id }, idempotencyKey: newKey() })
    servingTime()
    const answer = await handOver(cook, 'A001')
    expect(refusalOf(answer)).toBe('409 canteen.order_cancelled')
    expect(answer.problem.detail).toBe('这一单 今天 10:00 已经退掉了')
  })

  it('asks which one when a number waits in two sittings, and takes the code', async () => {
    await placeOrder()
    const tomorrow = await lunch.make.lunch(lunch.canteen.id, { day: '2026-11-24' })
    const offer = await lunch.make.offer(tomorrow)
    const slot = await lunch.make.slot(tomorrow)
    const second = await placeOrder({
      sittingId: tomorrow.id,
      slotId: slot.id,
      lines: [{ offerId: offer.id, quantity: 1 }],
    })
    servingTime()
    const answer = await handOver(cook, 'A001')
    expect(refusalOf(answer)).toBe('409 canteen.pickup_ambiguous')
    const found = await cook.call('GET /canteen/pickups', { query: { code: 'A001' } })
    expect(found.reply.items.map((item) => item.day)).toEqual(['2026-11-23', '2026-11-24'])
    expect((await handOver(cook, second.pickupCode!, true)).reply.orderId).toBe(second.id)
  })

  it('says of a number that nobody waits for what became of the meal nearest to now, not of yesterday’s', async () => {
    await placeOrder()
    servingTime()
    await handOver(cook, 'A001')
    app.clock.set('2026-11-24T02:00:00.000Z')
    const today = await lunch.make.lunch(lunch.canteen.id, { day: '2026-11-24' })
    const offer = await lunch.make.offer(today)
    const slot = await lunch.make.slot(today)
    const lines = [{ offerId: offer.id, quantity: 1 }]
    await placeOrder({ sittingId: today.id, slotId: slot.id, lines, payBy: 'counter' })
    const { items } = (await cook.call('GET /canteen/pickups', { query: { code: 'A001' } })).reply
    expect(items.map(({ day, status }) => `${day} ${status}`)).toEqual(['2026-11-24 placed', '2026-11-23 handed_over'])
  })

  it('means today’s meal that is brought, not yesterday’s of a stranger that was fetched', async () => {
    await placeOrder()
    servingTime()
    await handOver(cook, 'A001')
    app.clock.set('2026-11-24T02:00:00.000Z')
    const today = await lunch.make.lunch(lunch.canteen.id, { day: '2026-11-24' })
    const offer = await lunch.make.offer(today, { allergens: [] })
    const slot = await lunch.make.slot(today)
    const lines = [{ offerId: offer.id, quantity: 1 }]
    const { id } = await placeOrder({ sittingId: today.id, slotId: slot.id, lines })
    const brought = { mode: 'delivery' as const, addressId: lunch.slot.id, leaveOut: ['大豆'] }
    await app.dataSource.manager.update(Order, { id }, brought)
    const { items } = (await cook.call('GET /canteen/pickups', { query: { code: 'A001' } })).reply
    expect(items[0]).toMatchObject({ orderId: id, mode: 'delivery', leaveOut: ['大豆'] })
  })

  it('says that it is over, and not that it was refunded, when nobody came for a meal', async () => {
    const { id } = await placeOrder()
    servingTime()
    await app.dataSource.manager.update(Order, { id }, { status: 'not_collected' })
    expect(refusalOf(await handOver(cook, 'A001'))).toBe('409 canteen.state_changed')
  })

  it('knows nothing of another canteen, an unknown number or a guessed code', async () => {
    const order = await placeOrder()
    const elsewhere = await cookOf((await lunch.make.canteen('万里食堂')).id, '外人')
    expect(refusalOf(await handOver(elsewhere, order.pickupCode!))).toBe('404 canteen.pickup_not_found')
    expect(refusalOf(await handOver(cook, 'Z999'))).toBe('404 canteen.pickup_not_found')
    expect(refusalOf(await cook.call('GET /canteen/pickups', { query: { code: 'x'.repeat(22) } }))).toBe(
      '404 canteen.pickup_not_found',
    )
  })

  it('is for canteen staff only', async () => {
    await placeOrder()
    for (const api of [elder, lunch.api.as((await lunch.make.person()).id, [{ role: 'officer' }])]) {
      expect(refusalOf(await handOver(api, 'A001'))).toBe('403 auth.forbidden')
      expect(refusalOf(await api.call('GET /canteen/pickups', { query: { code: 'A001' } }))).toBe('403 auth.forbidden')
      expect(refusalOf(await api.call('GET /canteen/pickups/board'))).toBe('403 auth.forbidden')
    }
  })

  it('shows on the board how many wait and who was served last; what is brought does not wait at the window', async () => {
    await placeOrder()
    await placeOrder()
    const brought = { mode: 'delivery' as const, addressId: lunch.slot.id }
    await app.dataSource.manager.update(Order, { id: (await placeOrder()).id }, brought)
    servingTime()
    await handOver(cook, 'A002')
    const { reply } = await cook.call('GET /canteen/pickups/board')
    expect(reply).toMatchObject({
      window: '3 号窗口',
      sittings: [{ meal: 'lunch', waiting: 1, handedOver: 1 }],
      recent: [{ pickupNumber: 'A002', eaterName: '王*珍', handedOverBy: '孙大勺' }],
    })
  })
})
