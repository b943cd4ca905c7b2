import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setLunch, type Lunch } from '../support/lunch.js'

let app: TestApp
let lunch: Lunch
let elder: Api

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  elder = lunch.api.as((await lunch.make.elder(82, { name: '王秀珍' })).id)
})

describe('the menu', () => {
  it('shows what is left and what this eater pays', async () => {
    await elder.call('POST /canteen/orders', {
      body: lunch.body({
        lines: [
          { offerId: lunch.meat.id, quantity: 3 },
          { offerId: lunch.meat.id, quantity: 1, portion: 'half' },
        ],
      }),
      idempotencyKey: newKey(),
    })
    const { reply } = await elder.call('GET /canteen/sittings/:id', { params: { id: lunch.sitting.id } })
    expect(reply.offers[0]).toMatchObject({ listFen: 1200, myFen: 1020, half: { listFen: 700, myFen: 595 }, left: 26 })
    expect(reply.basis).toMatchObject({ percent: 85, reason: '82 岁，80 岁以上 85 折' })
    expect(reply.slots).toEqual([
      { id: lunch.slot.id, from: '2026-11-23T03:40:00.000Z', to: '2026-11-23T03:50:00.000Z', left: 999 },
    ])
    expect(reply.actions).toEqual(['order'])
  })

  it('lists the sittings of a day and of the days ahead, and knows which take orders', async () => {
    await lunch.make.lunch(lunch.canteen.id, { day: '2026-11-24' })
    const { id: canteenId } = lunch.canteen
    const all = await elder.call('GET /canteen/sittings', { query: { canteenId } })
    expect(all.reply.items.map((item) => item.day)).toEqual(['2026-11-23', '2026-11-24'])
    app.clock.set('2026-11-23T03:30:00.000Z')
    const one = await elder.call('GET /canteen/sittings', { query: { canteenId, day: '2026-11-23' } })
    expect(one.reply.items.map((item) => item.actions)).toEqual([[]])
    expect(refusalOf(await elder.call('GET /canteen/sittings', { query: { canteenId: lunch.sitting.id } }))).toBe(
      '404 canteen.not_found',
    )
    const noDay = await elder.call('GET /canteen/sittings', { query: { canteenId, day: '2026-02-30' } })
    expect(refusalOf(noDay)).toBe('422 request.invalid')
    const unknown = await elder.call('GET /canteen/sittings/:id', { params: { id: canteenId } })
    expect(refusalOf(unknown)).toBe('404 canteen.sitting_not_found')
    expect((await elder.call('GET /canteen/canteens')).reply.items).toMatchObject([
      { name: '香泉社区食堂', window: '3 号窗口' },
    ])
  })
})
