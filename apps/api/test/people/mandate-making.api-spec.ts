import { newKey, refusalOf } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { DAUGHTER, MOTHER, ok, setFamily, TERMS, type Family } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'
import { photo, sendPicture } from '../support/pictures.js'

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

const ask = (body: object = {}) =>
  family.daughter.call('POST /mandates', {
    body: { ...TERMS, principalPhone: MOTHER.phone, relation: '妈妈', ...body },
    idempotencyKey: newKey(),
  })
const agents = async () => ok(await family.mother.call('GET /mandates')).agents
const inbox = async (who: 'mother' | 'daughter') =>
  ok(await family[who].call('GET /notices')).items.map(({ kind, title, body, todo }) => ({ kind, title, body, todo }))
const redeem = (code: string) =>
  family.daughter.call('POST /mandates/redeem', { body: { code, relation: '妈妈' }, idempotencyKey: newKey() })
const makeCode = async (): Promise<string> =>
  ok(await family.mother.call('POST /mandates/codes', { body: TERMS, idempotencyKey: newKey() })).code

describe('asking', () => {
  it('tells the mother what is asked, waits for her answer, and allows nothing before it', async () => {
    ok(await ask())
    expect((await inbox('mother'))[0]).toEqual({
      kind: 'mandate_offered',
      title: '周敏想替你办事',
      body: '订餐，每天最多 ¥60.00，周敏付钱。你说可以才算',
      todo: true,
    })
    expect(refusalOf(await family.orderForMother())).toBe('403 people.no_mandate')
    const [offer] = await agents()
    expect(offer).toMatchObject({ status: 'offered', actions: ['decline', 'accept'] })
    const params = { id: offer!.id }
    expect(ok(await family.mother.call('POST /mandates/:id/decline', { params })).status).toBe('declined')
    expect((await inbox('mother'))[0]).toMatchObject({ todo: false })
    expect((await inbox('daughter'))[0]).toMatchObject({ kind: 'mandate_ended', title: '和王秀珍的代办没有答应' })
    expect(refusalOf(await family.mother.call('POST /mandates/:id/accept', { params }))).toBe(
      '409 mandates.state_changed',
    )
  })

  it('tells each of the two, once it is answered, who pays in their own words', async () => {
    await family.byAsking()
    expect((await inbox('mother'))[0]).toMatchObject({ body: '订餐，每天最多 ¥60.00，周敏付钱' })
    expect((await inbox('daughter'))[0]).toMatchObject({ body: '订餐，每天最多 ¥60.00，你付钱' })
    await family.mother.call('POST /mandates/:id/revoke', { params: { id: (await agents())[0]!.id } })
    await family.byCode({ payer: 'principal' })
    expect((await inbox('mother'))[0]).toMatchObject({ body: '订餐，每天最多 ¥60.00，从你的钱包付' })
    expect((await inbox('daughter'))[0]).toMatchObject({ body: '订餐，每天最多 ¥60.00，从王秀珍的钱包付' })
  })

  it('says the same whether the number is somebody’s or not, and asks once', async () => {
    const known = await ask()
    const unknown = await ask({ principalPhone: '13999999999' })
    ok(await ask())
    expect([known.status, known.reply]).toEqual([unknown.status, unknown.reply])
    expect(await agents()).toHaveLength(1)
    expect(await inbox('mother')).toHaveLength(1)
  })

  it('is no use for oneself or where one may already', async () => {
    expect(refusalOf(await ask({ principalPhone: DAUGHTER.phone }))).toBe('422 mandates.oneself')
    await family.byCode()
    expect(refusalOf(await ask())).toBe('409 mandates.exists')
  })

  it('is answered and changed by the mother alone: to others it is not there', async () => {
    ok(await ask())
    const params = { id: (await agents())[0]!.id }
    const stranger = lunch.api.as((await lunch.make.person()).id)
    for (const nobody of [family.daughter, stranger]) {
      expect(refusalOf(await nobody.call('POST /mandates/:id/accept', { params }))).toBe('404 mandates.not_found')
      expect(refusalOf(await nobody.call('POST /mandates/:id/decline', { params }))).toBe('404 mandates.not_found')
      const change = { params, body: TERMS }
      expect(refusalOf(await nobody.call('POST /mandates/:id/change', change))).toBe('404 mandates.not_found')
    }
    expect(refusalOf(await stranger.call('POST /mandates/:id/revoke', { params }))).toBe('404 mandates.not_found')
    // Who asked may think better of it.
    expect(ok(await family.daughter.call('POST /mandates/:id/revoke', { params })).status).toBe('revoked')
    expect((await inbox('mother')).filter(({ todo }) => todo)).toEqual([])
  })

  it('is answered by a code told meanwhile: nothing waits in the inbox then', async () => {
    ok(await ask())
    await family.byCode()
    expect((await agents()).map(({ status }) => status)).toEqual(['live', 'revoked'])
    expect((await inbox('mother')).filter(({ todo }) => todo)).toEqual([])
  })
})

describe('a code', () => {
  it('works once, for ten minutes, and not after another one was made', async () => {
    const first = await makeCode()
    const second = await makeCode()
    if (first !== second) expect(refusalOf(await redeem(first))).toBe('422 mandates.code_wrong')
    app.clock.set('2026-11-23T02:09:59.000Z')
    ok(await redeem(second))
    expect(refusalOf(await redeem(second))).toBe('422 mandates.code_wrong')
    const late = await makeCode()
    app.clock.set('2026-11-23T02:19:59.000Z')
    expect(refusalOf(await redeem(late))).toBe('422 mandates.code_wrong')
  })

  it('cannot be guessed: after five tries even the right one is refused for a while', async () => {
    const code = await makeCode()
    const wrong = code === '000000' ? '000001' : '000000'
    for (let n = 0; n < 5; n += 1) expect(refusalOf(await redeem(wrong))).toBe('422 mandates.code_wrong')
    const locked = await redeem(code)
    expect(refusalOf(locked)).toBe('429 mandates.code_locked')
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0)
    // Another daughter is not locked by it.
    const sister = lunch.api.as((await lunch.make.person({ name: '周慧' })).id)
    ok(await sister.call('POST /mandates/redeem', { body: { code, relation: '妈妈' }, idempotencyKey: newKey() }))
  })

  it('is answered the same when the reply was lost and the same request comes again', async () => {
    const input = { body: { code: await makeCode(), relation: '妈妈' }, idempotencyKey: newKey() }
    const first = ok(await family.daughter.call('POST /mandates/redeem', input))
    expect(ok(await family.daughter.call('POST /mandates/redeem', input))).toEqual(first)
    expect(await agents()).toHaveLength(1)
  })

  it('is not for oneself', async () => {
    const body = { code: await makeCode(), relation: '自己' }
    const answer = await family.mother.call('POST /mandates/redeem', { body, idempotencyKey: newKey() })
    expect(refusalOf(answer)).toBe('422 mandates.oneself')
  })
})

describe('a paper', () => {
  it('is recorded by a clerk with its photo, which is then the mother’s', async () => {
    const picture = (await sendPicture(app, family.clerk, await photo())).reply
    const people = { principalId: family.motherId, agentId: family.daughterId, relation: '妈妈' }
    const body = { ...TERMS, ...people, paperNumber: 'WL-2026-0043', photoId: picture.id }
    const page = ok(await family.clerk.call('POST /desk/mandates', { body, idempotencyKey: newKey() }))
    expect(page.agents).toMatchObject([{ source: 'desk', paperNumber: 'WL-2026-0043', person: { name: '周*' } }])
    expect((await family.mother.call('GET /uploads/:id', { params: { id: picture.id } })).status).toBe(200)
    expect((await family.clerk.call('GET /uploads/:id', { params: { id: picture.id } })).status).toBe(404)
    // The same photo proves nothing a second time.
    const again = await family.clerk.call('POST /desk/mandates', { body, idempotencyKey: newKey() })
    expect(refusalOf(again)).toBe('404 uploads.not_found')
  })

  it('is not recorded by a clerk for themself, nor by anybody who is no clerk', async () => {
    const body = { ...TERMS, relation: '妈妈', paperNumber: 'x', principalId: family.motherId, agentId: family.clerkId }
    const own = await family.clerk.call('POST /desk/mandates', { body, idempotencyKey: newKey() })
    expect(refusalOf(own)).toBe('403 desk.oneself')
    const other = { ...body, agentId: family.daughterId }
    const nobody = await family.daughter.call('POST /desk/mandates', { body: other, idempotencyKey: newKey() })
    expect(refusalOf(nobody)).toBe('403 auth.forbidden')
  })
})

it('refuses terms that mean nothing', async () => {
  for (const terms of [
    { scopes: [] },
    { scopes: ['meals', 'meals'] },
    { scopes: ['money'] },
    { dailyCapFen: 0 },
    { dailyCapFen: 1.5 },
    { payer: 'street' },
    { validUntil: '2026-02-30' },
  ])
    expect(
      (await family.mother.raw('POST /mandates/codes', { body: { ...TERMS, ...terms }, idempotencyKey: newKey() }))
        .status,
    ).toBe(422)
})
