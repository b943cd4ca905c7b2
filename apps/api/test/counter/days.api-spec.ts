import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
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
