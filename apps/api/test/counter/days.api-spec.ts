import type { CloseDayRequest } from '@wanli/contracts/counter'

import { Order } from '../../src/canteen/order.entity.js'
import { DayClose } from '../../src/counter/day-close.entity.js'
import { Account } from '../../src/wallet/account.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setLunch, type Lunch } from '../support/lunch.js'

let app: TestApp
let lunch: Lunch
let cook: Api

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  cook = lunch.api.as((await lunch.make.person({ name: '孙大勺' })).id, [
    { role: 'canteen_staff', scopeId: lunch.canteen.id },
  ])
})

const DAY = '2026-11-23'
const evening = (): void => app.clock.set('2026-11-23T11:00:00.000Z')
const sell = () =>
  cook.call('POST /counter/orders', {
    body: {
      sittingId: lunch.sitting.id,
      lines: [{ offerId: lunch.meat.id, quantity: 1 }],
      mode: 'dine_in',
      payBy: 'cash',
      expectedPayFen: 1200,
    },
    idempotencyKey: newKey(),
  })
const close = (body: Partial<CloseDayRequest>, key = newKey()) =>
  cook.call('POST /counter/day/close', {
    body: { day: DAY, count: { '1000': 2, '100': 4 }, note: '', expectedFen: 2400, ...body },
    idempotencyKey: key,
  })
const day = async () => (await cook.call('GET /counter/day', { query: { day: DAY } })).reply
const balance = async (kind: Account['kind']): Promise<number> =>
  (await app.dataSource.manager.findOneBy(Account, { kind, ownerId: lunch.canteen.id }))?.balanceFen ?? 0

describe('closing a day', () => {
  it('is not of a day to come', async () => {
    evening()
    const tomorrow = await close({ day: '2026-11-24', count: {}, expectedFen: 0 })
    expect([refusalOf(tomorrow), tomorrow.problem.fields?.[0]?.path]).toEqual(['422 request.invalid', 'day'])
    expect(await app.dataSource.manager.count(DayClose)).toBe(0)
  })

  it('counts what was sold by how it was paid, and closes with the notes that are there', async () => {
    await sell()
    await sell()
    const eater = lunch.api.as((await lunch.make.person()).id)
    const order = await eater.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() })
    evening()
    const { figures, closed } = await day()
    expect(closed).toBeNull()
    expect(figures).toMatchObject({
      expectedFen: 2400,
      cashOrders: { count: 2, fen: 2400 },
      walletOrders: { count: 1, fen: 1200 },
      wechatOrders: { count: 0, fen: 0 },
      uncollected: 3,
    })
    const { reply } = await close({})
    expect(reply).toMatchObject({ countedFen: 2400, differenceFen: 0, closedBy: '孙大勺' })
    expect((await day()).closed).toMatchObject({ id: reply.id })
    expect(await app.dataSource.manager.findOneByOrFail(Order, { id: order.reply.id })).toMatchObject({
      status: 'not_collected',
    })
    expect((await cook.call('GET /counter/days', {})).reply.items).toHaveLength(1)
  })

  it('lets open screens of the eater and the counter know of a meal that nobody fetched', async () => {
    const eater = lunch.api.as((await lunch.make.person()).id)
    const order = await eater.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() })
    evening()
    const hers = (await eater.call('GET /live/changes', {})).reply.cursor
    const ours = (await cook.call('GET /live/changes', {})).reply.cursor
    await close({ count: {}, expectedFen: 0 })
    const { id } = order.reply
    const changed = async (api: Api, after: string) =>
      (await api.call('GET /live/changes', { query: { after } })).reply.items
    const [notice] = (await eater.call('GET /notices', {})).reply.items
    expect(await changed(eater, hers)).toEqual([
      { topic: 'orders', id },
      { topic: 'notices', id: notice?.id },
    ])
    expect(await changed(cook, ours)).toEqual([{ topic: `board:${lunch.canteen.id}`, id }])
  })

  it('asks for a word when cash is missing, books the difference, and begins the next day with what was counted', async () => {
    await sell()
    await sell()
    evening()
    const short = { count: { '1000': 2, '100': 3, '50': 1 } }
    expect(refusalOf(await close(short))).toBe('422 counter.note_needed')
    expect(await app.dataSource.manager.count(DayClose)).toBe(0)
    const { reply } = await close({ ...short, note: '找零时少收了' })
    expect(reply).toMatchObject({ countedFen: 2350, differenceFen: -50, note: '找零时少收了' })
    expect([await balance('cash_drawer'), await balance('cash_difference')]).toEqual([-2350, -50])
    app.clock.set('2026-11-24T11:00:00.000Z')
    const next = await cook.call('GET /counter/day', { query: {} })
    expect(next.reply.figures.expectedFen).toBe(2350)
  })

  it('is refused while a meal is served, when cash moved since the count, and the second time', async () => {
    await sell()
    expect(refusalOf(await close({ expectedFen: 1200 }))).toBe('409 counter.still_serving')
    evening()
    expect(refusalOf(await close({ expectedFen: 2400 }))).toBe('409 counter.drawer_changed')
    const right = { expectedFen: 1200, count: { '1000': 1, '100': 2 } }
    expect((await close(right)).status).toBe(201)
    const again = await close(right)
    expect(refusalOf(again)).toBe('409 counter.day_closed')
    expect(again.problem.detail).toContain('孙大勺')
  })

  it('is closed once when two tills press at the same moment', async () => {
    await sell()
    evening()
    const right = { expectedFen: 1200, count: { '1000': 1, '100': 2 } }
    const answers = await Promise.all([1, 2, 3, 4].map(() => close(right)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
    expect(await app.dataSource.manager.count(DayClose)).toBe(1)
  })
})

describe('a day that nobody closed', () => {
  const TUESDAY = '2026-11-24'
  const WEDNESDAY = '2026-11-25'
  const at = (day: string): void => app.clock.set(`${day}T11:00:00.000Z`)
  const dayOf = async (of?: string) =>
    (await cook.call('GET /counter/day', { query: of === undefined ? {} : { day: of } })).reply
  const statusOf = async (id: string) => (await app.dataSource.manager.findOneByOrFail(Order, { id })).status
  /** A lunch of Tuesday that somebody ordered and did not fetch; answers the order's id. */
  const notFetched = async (): Promise<string> => {
    const sitting = await lunch.make.lunch(lunch.canteen.id, { day: TUESDAY })
    const lines = [{ offerId: (await lunch.make.offer(sitting)).id, quantity: 1 }]
    const slotId = (await lunch.make.slot(sitting)).id
    const body = lunch.body({ sittingId: sitting.id, lines, slotId })
    const eater = lunch.api.as((await lunch.make.person()).id)
    return (await eater.call('POST /canteen/orders', { body, idempotencyKey: newKey() })).reply.id
  }

  it('is seen on the days after it, and closed late with what is counted then', async () => {
    evening()
    await close({ count: {}, expectedFen: 0 })
    const id = await notFetched()
    at(TUESDAY)
    expect((await dayOf()).forgotten).toEqual([])
    at(WEDNESDAY)
    expect((await dayOf()).forgotten).toEqual([TUESDAY])
    expect(await dayOf(TUESDAY)).toMatchObject({
      figures: { day: TUESDAY, walletOrders: { count: 1, fen: 1200 }, uncollected: 1 },
      closed: null,
      servingUntil: null,
    })
    const late = { day: TUESDAY, count: {}, expectedFen: 0 }
    expect((await close(late)).status).toBe(201)
    expect([(await dayOf()).forgotten, await statusOf(id)]).toEqual([[], 'not_collected'])
    app.clock.set('2026-11-26T11:00:00.000Z')
    expect((await close(late)).problem.detail).toContain('昨天 19:00')
  })

  it('leaves no meal waiting for ever: the next close writes it down, and it is still to be closed', async () => {
    evening()
    await close({ count: {}, expectedFen: 0 })
    const id = await notFetched()
    app.clock.set('2026-11-27T11:00:00.000Z')
    const friday = await dayOf()
    expect([friday.forgotten, friday.figures.uncollected]).toEqual([[TUESDAY], 1])
    await close({ day: '2026-11-27', count: {}, expectedFen: 0 })
    expect([(await dayOf()).forgotten, await statusOf(id)]).toEqual([[TUESDAY], 'not_collected'])
  })

  it('is none of a canteen that has not begun to close its days, nor one on which nothing was sold', async () => {
    await notFetched()
    at(WEDNESDAY)
    expect((await dayOf()).forgotten).toEqual([])
    await close({ day: WEDNESDAY, count: {}, expectedFen: 0 })
    app.clock.set('2026-11-29T11:00:00.000Z')
    expect((await dayOf()).forgotten).toEqual([])
  })
})
