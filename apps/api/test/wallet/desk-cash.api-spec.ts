import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setLunch, type Lunch } from '../support/lunch.js'

let app: TestApp
let lunch: Lunch
let personId: string
let person: Api
let clerk: Api

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  personId = (await lunch.make.person({ name: '王秀珍', balanceFen: 1000 })).id
  person = lunch.api.as(personId)
  clerk = lunch.api.as((await lunch.make.person({ name: '许阿姨' })).id, [{ role: 'clerk' }])
})

const cashIn = (api: Api, body: { personId: string; amountFen: number }, idempotencyKey = newKey()) =>
  api.call('POST /desk/top-ups', { body, idempotencyKey })

describe('cash at a desk', () => {
  it('goes into the pocket and the drawer, is told to the person, and names the clerk in the audit log', async () => {
    const { status, reply } = await cashIn(clerk, { personId, amountFen: 5000 })
    expect([status, reply]).toEqual([201, { balanceFen: 6000 }])
    expect((await clerk.call('GET /desk/drawer')).reply).toEqual({
      balanceFen: 5000,
      topUpsToday: 1,
      payoutsWaiting: [],
    })
    const [entry] = (await person.call('GET /wallet/entries')).reply.items
    expect(entry).toMatchObject({ kind: 'top_up_cash', amountFen: 5000, memo: '现金充值' })
    const [notice] = (await person.call('GET /notices')).reply.items
    expect(notice).toMatchObject({ kind: 'money_added', title: '现金充值 ¥50.00 到账了' })
    const officer = lunch.api.as((await lunch.make.stranger()).id, [{ role: 'officer' }])
    const [act] = (await officer.call('GET /audit')).reply.items
    expect(act).toMatchObject({ action: 'desk.cash_in', subject: '王*珍', detail: '收现金 ¥50.00' })
  })

  it('is counted once, however often the button is tapped', async () => {
    const key = newKey()
    for (let tap = 0; tap < 3; tap += 1) await cashIn(clerk, { personId, amountFen: 5000 }, key)
    expect((await person.call('GET /wallet')).reply.balanceFen).toBe(6000)
  })

  it('is refused to a resident, to nobody, for oneself, and in amounts that cannot be', async () => {
    expect(refusalOf(await cashIn(person, { personId, amountFen: 100 }))).toBe('403 auth.forbidden')
    expect(refusalOf(await person.call('GET /desk/drawer'))).toBe('403 auth.forbidden')
    const stranger = (await lunch.make.stranger()).id
    expect(refusalOf(await cashIn(clerk, { personId: stranger, amountFen: 100 }))).toBe('404 wallet.person_not_found')
    const themself = lunch.api.as(personId, [{ role: 'officer' }])
    expect(refusalOf(await cashIn(themself, { personId, amountFen: 100 }))).toMatch('desk.oneself')
    for (const amountFen of [0, -100, 0.5, 100_001])
      expect(refusalOf(await cashIn(clerk, { personId, amountFen }))).toBe('422 request.invalid')
  })

  it('lies in the drawer of the desk that took it: a canteen has its own, and counts its own day', async () => {
    const cook = lunch.api.as((await lunch.make.person()).id, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }])
    await cashIn(cook, { personId, amountFen: 200 })
    await cashIn(clerk, { personId, amountFen: 300 })
    expect((await cook.call('GET /desk/drawer')).reply).toMatchObject({ balanceFen: 200, topUpsToday: 1 })
    expect((await clerk.call('GET /desk/drawer')).reply).toMatchObject({ balanceFen: 300, topUpsToday: 1 })
    // Who works at both takes cash for wallets at the service station: the canteen's day is counted without it.
    const both = lunch.api.as((await lunch.make.person()).id, [
      { role: 'canteen_staff', scopeId: lunch.canteen.id },
      { role: 'clerk' },
    ])
    await cashIn(both, { personId, amountFen: 500 })
    expect((await both.call('GET /desk/drawer')).reply).toMatchObject({ balanceFen: 800, topUpsToday: 2 })
    expect((await both.call('GET /counter/day', { query: {} })).reply).toMatchObject({ figures: { expectedFen: 200 } })
    app.clock.set('2026-11-23T16:00:00.000Z')
    expect((await clerk.call('GET /desk/drawer')).reply).toMatchObject({ balanceFen: 800, topUpsToday: 0 })
  })
})

describe('a meal card', () => {
  it('is stopped at once by its owner, and never works again', async () => {
    await lunch.make.card(personId, '88001234')
    expect((await person.call('GET /wallet')).reply).toMatchObject({
      card: { number: '88001234', lost: false },
      actions: ['pay_out', 'report_loss'],
    })
    const { reply } = await person.call('POST /wallet/card/lost')
    expect(reply).toMatchObject({ card: { number: '88001234', lost: true }, actions: ['pay_out'] })
    expect(refusalOf(await clerk.call('GET /desk/people', { query: { q: '88001234' } }))).toBe('409 desk.card_lost')
    expect((await person.call('POST /wallet/card/lost')).reply.card).toEqual({ number: '88001234', lost: true })
  })
})
