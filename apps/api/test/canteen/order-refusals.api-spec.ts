import { Offer } from '../../src/canteen/offer.entity.js'
import { Slot } from '../../src/canteen/slot.entity.js'
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

describe('an order that cannot be', () => {
  const refused = async (change: Parameters<Lunch['body']>[0]) => refusalOf(await order(elder, change))

  it('refuses a portion more than there is, and takes none of the others', async () => {
    const lines = [
      { offerId: lunch.rice.id, quantity: 1 },
      { offerId: lunch.meat.id, quantity: 20 },
      { offerId: lunch.meat.id, quantity: 20, portion: 'half' as const },
    ]
    const rich = lunch.api.as((await lunch.make.person({ balanceFen: 100_000 })).id)
    await order(rich, { lines: [{ offerId: lunch.meat.id, quantity: 10 }] })
    const answer = await order(rich, { lines })
    expect(refusalOf(answer)).toBe('409 canteen.sold_out')
    expect(answer.problem).toMatchObject({
      detail: '「红烧狮子头」只剩 20 份了',
      params: { dishName: '红烧狮子头', left: 20 },
    })
    expect((await app.dataSource.manager.findOneByOrFail(Offer, { id: lunch.rice.id })).soldHalves).toBe(0)
  })

  it('refuses orders before the sitting opens and after its cut-off', async () => {
    app.clock.set('2026-11-15T21:59:59.999Z')
    expect(await refused({})).toBe('409 canteen.sitting_not_open')
    app.clock.set('2026-11-23T03:29:59.999Z')
    expect((await order(elder)).status).toBe(201)
    app.clock.set('2026-11-23T03:30:00.000Z')
    const late = await order(elder)
    expect(refusalOf(late)).toBe('409 canteen.cut_off_passed')
    expect(late.problem.detail).toBe('这一餐 今天 11:30 已经截单，看看下一餐')
  })

  it('refuses a full slot, but gives its last place', async () => {
    const small = await lunch.make.slot(lunch.sitting, { from: '12:00', capacity: 1 })
    expect((await order(elder, { slotId: small.id })).status).toBe(201)
    const full = await order(elder, { slotId: small.id })
    expect(refusalOf(full)).toBe('409 canteen.slot_full')
    expect(full.problem.detail).toBe('12:00–12:10 已经满了，请换个时间')
  })

  it('refuses an order without a slot, and a slot of another sitting', async () => {
    const { slotId: _, ...noSlot } = lunch.body()
    const missing = await elder.call('POST /canteen/orders', { body: noSlot, idempotencyKey: newKey() })
    expect(refusalOf(missing)).toBe('422 canteen.slot_required')
    const other = await lunch.make.lunch(lunch.canteen.id, { day: '2026-11-24' })
    const slot = await lunch.make.slot(other)
    expect(await refused({ slotId: slot.id })).toBe('422 canteen.slot_not_found')
  })

  it('refuses a dish of another sitting, the same line twice, and a 小份 that is not offered', async () => {
    const other = await lunch.make.lunch(lunch.canteen.id, { day: '2026-11-24' })
    const offer = await lunch.make.offer(other)
    expect(await refused({ lines: [{ offerId: offer.id, quantity: 1 }] })).toBe('422 canteen.offer_not_found')
    const line = { offerId: lunch.meat.id, quantity: 1 }
    expect(await refused({ lines: [line, line] })).toBe('422 canteen.duplicate_line')
    expect(await refused({ lines: [{ offerId: lunch.rice.id, quantity: 1, portion: 'half' }] })).toBe(
      '422 canteen.no_half_portion',
    )
    expect(await refused({ sittingId: lunch.canteen.id })).toBe('404 canteen.sitting_not_found')
  })

  it('refuses to charge another amount than the one that was shown', async () => {
    const answer = await order(elder, { expectedPayFen: 1 })
    expect(refusalOf(answer)).toBe('409 canteen.price_changed')
    expect(answer.problem.params).toEqual({ was: '0.01', now: '10.20' })
  })

  it('refuses an order the wallet cannot pay, and keeps nothing of it', async () => {
    const poor = lunch.api.as((await lunch.make.person({ balanceFen: 1199 })).id)
    const answer = await order(poor)
    expect(refusalOf(answer)).toBe('409 wallet.insufficient')
    expect(answer.problem.detail).toBe('钱包里还有 ¥11.99，这次要 ¥12.00，不够付')
    expect((await app.dataSource.manager.findOneByOrFail(Offer, { id: lunch.meat.id })).soldHalves).toBe(0)
    expect((await app.dataSource.manager.findOneByOrFail(Slot, { id: lunch.slot.id })).taken).toBe(0)
  })

  it.each([
    ['zero portions', { lines: [{ offerId: '', quantity: 0 }] }, 'lines.0.quantity'],
    ['minus one portion', { lines: [{ offerId: '', quantity: -1 }] }, 'lines.0.quantity'],
    ['one and a half', { lines: [{ offerId: '', quantity: 1.5 }] }, 'lines.0.quantity'],
    ['a thousand million', { lines: [{ offerId: '', quantity: 1e9 }] }, 'lines.0.quantity'],
    ['full-width digits', { lines: [{ offerId: '', quantity: '１２' }] }, 'lines.0.quantity'],
    ['no line', { lines: [] }, 'lines'],
    ['lines that are no list', { lines: 'x' }, 'lines'],
    ['an unknown mode', { mode: 'drone' }, 'mode'],
    ['an unknown field', { tip: 5 }, 'tip'],
    ['a note that is too long', { note: '长'.repeat(101) }, 'note'],
  ])('refuses %s and names the field', async (_, change, path) => {
    const body = { ...lunch.body(), ...change }
    const answer = await elder.raw('POST /canteen/orders', { body, idempotencyKey: newKey() })
    expect(refusalOf(answer)).toBe('422 request.invalid')
    expect(answer.problem.fields?.map((field) => field.path)).toContain(path)
    expect(answer.problem.fields?.every((field) => /[\u4e00-\u9fff]/.test(field.message))).toBe(true)
  })

  it('keeps a note with HTML as the text it is', async () => {
    const note = '<script>alert(1)</script>'
    expect((await order(elder, { note })).reply.note).toBe(note)
  })
})
