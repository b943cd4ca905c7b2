import { newKey, refusalOf } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { DAUGHTER, MOTHER, ok, setFamily, TERMS, type Family } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'

/** 81 years old: 15 % off 12 yuan. */
const MOTHERS_PRICE = { listFen: 1_200, discountFen: 180, payFen: 1_020 }

let app: TestApp
let lunch: Lunch
let family: Family

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  family = await setFamily(app, lunch)
})

const balanceOf = (personId: string): Promise<number> => app.ledger.balanceOf(app.dataSource.manager, personId)
const ask = (body: object = {}) =>
  family.daughter.call('POST /mandates', {
    body: { ...TERMS, principalPhone: MOTHER.phone, relation: '妈妈', ...body },
    idempotencyKey: newKey(),
  })
const agents = async () => ok(await family.mother.call('GET /mandates')).agents
const inbox = async (who: 'mother' | 'daughter') =>
  ok(await family[who].call('GET /notices')).items.map(({ kind, title, body, todo }) => ({ kind, title, body, todo }))

describe('a daughter whom her mother allowed to order', () => {
  it.each([
    ['asked in the app', 'byAsking', { source: 'app', paperNumber: null }],
    ['told a code', 'byCode', { source: 'code', paperNumber: null }],
    ['on paper at the desk', 'onPaper', { source: 'desk', paperNumber: 'WL-2026-0042' }],
  ] as const)(
    "%s: orders lunch at her mother's price from her own wallet, and the mother sees it",
    async (_, way, how) => {
      expect(refusalOf(await family.orderForMother())).toBe('403 people.no_mandate')
      const id = await family[way]()
      expect(await agents()).toMatchObject([
        { id, ...TERMS, ...how, status: 'live', relation: '妈妈', person: { name: DAUGHTER.name }, spentTodayFen: 0 },
      ])
      const quote = ok(await family.quoteForMother())
      expect(quote).toMatchObject({
        ...MOTHERS_PRICE,
        payer: { name: DAUGHTER.name },
        balanceFen: 30_000,
        capLeftFen: 6_000,
      })
      const order = await family.orderForMother()
      expect([order.status, order.reply.eater.name, order.reply.paidBy.name, order.reply.payFen]).toEqual([
        201,
        MOTHER.name,
        DAUGHTER.name,
        1_020,
      ])
      expect([await balanceOf(family.daughterId), await balanceOf(family.motherId)]).toEqual([28_980, 10_000])
      for (const side of [family.mother, family.daughter])
        expect(ok(await side.call('GET /mandates/acts')).items).toMatchObject([
          {
            scope: 'meals',
            what: `订餐 ${order.reply.pickupNumber}`,
            agent: { id: family.daughterId },
            principal: { id: family.motherId },
            paidBy: { id: family.daughterId },
            amountFen: 1_020,
            undone: false,
            orderId: order.reply.id,
          },
        ])
      expect(await inbox('mother')).toContainEqual(
        expect.objectContaining({ kind: 'order_placed', body: expect.stringContaining('周敏订的') as string }),
      )
      expect(await inbox('daughter')).toContainEqual(
        expect.objectContaining({ kind: 'order_placed', body: expect.stringContaining('，你订的') as string }),
      )
      expect((await agents())[0]).toMatchObject({ spentTodayFen: 1_020 })
    },
  )

  it('reads whose dish the canteen could not serve', async () => {
    await family.byCode()
    const { reply: order } = await family.orderForMother()
    const cookId = (await lunch.make.person({ name: '孙大勺' })).id
    const cook = lunch.api.as(cookId, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }])
    const line = { params: { id: order.id, lineId: order.lines[0]!.id }, body: { reason: '今天卖完了' } }
    ok(await cook.call('POST /canteen/orders/:id/lines/:lineId/refund', { ...line, idempotencyKey: newKey() }))
    expect((await inbox('mother'))[0]).toMatchObject({ title: 'A001 整单退掉了' })
    expect((await inbox('daughter'))[0]).toMatchObject({ title: '王秀珍的 A001 整单退掉了' })
  })

  it("pays from her mother's wallet where the mother said so, without seeing what is in it", async () => {
    await family.byCode({ payer: 'principal' })
    expect(ok(await family.quoteForMother())).toMatchObject({ payer: { name: MOTHER.name }, balanceFen: null })
    const { reply } = await family.orderForMother()
    expect(reply.paidBy.id).toBe(family.motherId)
    expect([await balanceOf(family.daughterId), await balanceOf(family.motherId)]).toEqual([30_000, 8_980])
    expect(ok(await family.mother.call('GET /mandates/acts')).items).toMatchObject([
      { agent: { id: family.daughterId }, paidBy: { id: family.motherId } },
    ])
  })

  it('counts nothing against the cap for an order that was not paid', async () => {
    await family.byCode({ payer: 'principal', dailyCapFen: 50_000 })
    const refused = await family.orderForMother(12)
    expect([refusalOf(refused), Object.keys(refused.problem.params)]).toEqual([
      '409 wallet.other_insufficient',
      ['needed'],
    ])
    expect((await agents())[0]).toMatchObject({ spentTodayFen: 0 })
    expect(ok(await family.mother.call('GET /mandates/acts')).items).toEqual([])
  })

  it('may do what was named and nothing else', async () => {
    await family.byCode({ scopes: ['repairs'] })
    expect(refusalOf(await family.quoteForMother())).toBe('403 people.no_mandate')
    expect(refusalOf(await family.orderForMother())).toBe('403 people.no_mandate')
  })

  it('may not let her mother act for her by it', async () => {
    await family.byAsking()
    const body = lunch.body({ forPersonId: family.daughterId })
    const answer = await family.mother.call('POST /canteen/orders', { body, idempotencyKey: newKey() })
    expect(refusalOf(answer)).toBe('403 people.no_mandate')
  })
})

describe('the cap of a day', () => {
  it('refuses what goes above it, says what is left, and lets the rest through', async () => {
    await family.byAsking({ dailyCapFen: 2_500 })
    ok(await family.orderForMother())
    expect(ok(await family.quoteForMother())).toMatchObject({ capLeftFen: 1_480 })
    const refused = await family.orderForMother(2)
    expect([refusalOf(refused), refused.problem.params]).toEqual([
      '409 mandates.cap_reached',
      { cap: '25.00', left: '14.80' },
    ])
    expect(await balanceOf(family.daughterId)).toBe(28_980)
    ok(await family.orderForMother())
    expect((await agents())[0]).toMatchObject({ spentTodayFen: 2_040 })
  })

  it('holds for an order that was quoted before the mother lowered it', async () => {
    const id = await family.byAsking()
    const { payFen } = ok(await family.quoteForMother())
    ok(await family.mother.call('POST /mandates/:id/change', { params: { id }, body: { ...TERMS, dailyCapFen: 500 } }))
    const body = lunch.body({ forPersonId: family.motherId, expectedPayFen: payFen })
    const answer = await family.daughter.call('POST /canteen/orders', { body, idempotencyKey: newKey() })
    expect(refusalOf(answer)).toBe('409 mandates.cap_reached')
  })

  it('is whole again the next day', async () => {
    await family.byAsking({ dailyCapFen: 1_100 })
    ok(await family.orderForMother())
    expect(refusalOf(await family.orderForMother())).toBe('409 mandates.cap_reached')
    app.clock.set('2026-11-23T16:00:00.000Z')
    expect((await agents())[0]).toMatchObject({ spentTodayFen: 0 })
    const sitting = await lunch.make.lunch(lunch.canteen.id, { day: '2026-11-24' })
    const offer = await lunch.make.offer(sitting, { listFen: 900 })
    const slot = await lunch.make.slot(sitting)
    const body = lunch.body({
      sittingId: sitting.id,
      slotId: slot.id,
      lines: [{ offerId: offer.id, quantity: 1 }],
      forPersonId: family.motherId,
    })
    ok(await family.daughter.call('POST /canteen/orders', { body, idempotencyKey: newKey() }))
  })
})

describe('a mandate that has ended', () => {
  it.each(['mother', 'daughter'] as const)(
    'is over at once when the %s revokes it, also for an order in another tab',
    async (who) => {
      const id = await family.byCode()
      const { payFen } = ok(await family.quoteForMother())
      expect(ok(await family[who].call('POST /mandates/:id/revoke', { params: { id } })).status).toBe('revoked')
      const body = lunch.body({ forPersonId: family.motherId, expectedPayFen: payFen })
      const answer = await family.daughter.call('POST /canteen/orders', { body, idempotencyKey: newKey() })
      expect(refusalOf(answer)).toBe('403 people.no_mandate')
      expect(await balanceOf(family.daughterId)).toBe(30_000)
      const other = who === 'mother' ? 'daughter' : 'mother'
      expect((await inbox(other))[0]).toMatchObject({ kind: 'mandate_ended' })
      expect(refusalOf(await family[who].call('POST /mandates/:id/revoke', { params: { id } }))).toBe(
        '409 mandates.state_changed',
      )
    },
  )

  it('is ended by the desk for a mother who stands there, and both are told', async () => {
    const id = await family.byAsking()
    const { agents: left } = ok(await family.clerk.call('POST /desk/mandates/:id/revoke', { params: { id } }))
    expect(left).toEqual([])
    expect(refusalOf(await family.orderForMother())).toBe('403 people.no_mandate')
    for (const side of ['mother', 'daughter'] as const)
      expect((await inbox(side)).filter(({ kind }) => kind === 'mandate_ended')).toHaveLength(1)
  })

  it('counts on its last day, and from midnight in Shanghai no more', async () => {
    const id = await family.byAsking({ validUntil: '2026-11-23' })
    ok(await family.orderForMother())
    app.clock.set('2026-11-23T15:59:59.000Z')
    ok(await family.quoteForMother())
    app.clock.set('2026-11-23T16:00:00.000Z')
    expect(refusalOf(await family.quoteForMother())).toBe('403 people.no_mandate')
    expect((await agents())[0]).toMatchObject({ id, status: 'expired', actions: [] })
    const change = { params: { id }, body: { ...TERMS, validUntil: '2026-12-31' } }
    expect(refusalOf(await family.mother.call('POST /mandates/:id/change', change))).toBe('409 mandates.state_changed')
    // The way is free for a new one.
    await family.byAsking()
    ok(await family.quoteForMother())
  })

  it('cannot be given until a day that is over', async () => {
    expect(refusalOf(await ask({ validUntil: '2026-11-22' }))).toBe('422 mandates.ends_in_past')
  })
})
