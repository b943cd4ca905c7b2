import type { DeskNewPersonRequest } from '@wanli/contracts/desk'

import { Card } from '../../src/people/card.entity.js'
import { Contact } from '../../src/people/contact.entity.js'
import { Audit } from '../../src/privacy/audit.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { agree, MOTHER, ok, setFamily, type Family } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'

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

const search = (q: string) => family.clerk.call('GET /desk/people', { query: { q } })
const page = async (id: string) => ok(await family.clerk.call('GET /desk/people/:id', { params: { id } }))
const create = (change: Partial<DeskNewPersonRequest> = {}) =>
  family.clerk.call('POST /desk/people', {
    body: { name: '沈德龙', face: 'old-man', ...change },
    idempotencyKey: newKey(),
  })
const verify = (
  id: string,
  kind: 'birth_day' | 'hukou' | 'residence',
  value: string,
  validUntil: string | null = null,
) =>
  family.clerk.call('PUT /desk/people/:id/facts/:kind', {
    params: { id, kind },
    body: { value, evidence: 'id_card', validUntil },
  })

describe('finding somebody at the desk', () => {
  it.each([
    ['card', '8062 0181'],
    ['phone', '138 0000 0181'],
    ['surname and four digits', '王 0181'],
  ])('works by %s, and shows them masked', async (_, q) => {
    const { items } = ok(await search(q))
    expect(items).toEqual([{ id: family.motherId, name: '王*珍', face: 'man', age: 81, estate: null }])
  })

  it('finds nobody by another surname, and refuses what would find many', async () => {
    expect(ok(await search('李 0181')).items).toEqual([])
    expect(ok(await search('% 0181')).items).toEqual([])
    expect(ok(await search('13999999999')).items).toEqual([])
    for (const q of ['王', '0181', '王秀珍']) expect(refusalOf(await search(q))).toBe('422 desk.search_too_wide')
  })

  it('opens a page on which nothing can be read in full, and tells the person', async () => {
    const view = await page(family.motherId)
    expect(view).toMatchObject({
      name: '王*珍',
      phone: '138****0181',
      idNumber: '3101**********1226',
      cardNumber: MOTHER.card,
      cardLost: false,
      balanceFen: 10_000,
      consentedSensitive: false,
    })
    for (const secret of [MOTHER.name, MOTHER.phone, MOTHER.idNumber])
      expect(JSON.stringify(view)).not.toContain(secret)
    const { items } = ok(await family.mother.call('GET /me/access-log', {}))
    expect(items).toMatchObject([{ what: '资料页', by: '许阿姨（服务站前台）', reason: '在前台办事' }])
    const told = ok(await family.mother.call('GET /notices')).items.filter(({ kind }) => kind === 'data_viewed')
    expect(told).toMatchObject([{ body: '许阿姨（服务站前台）在前台打开了你的资料' }])
  })

  it('is written and told once a day and clerk, however often the page is loaded anew', async () => {
    const colleague = lunch.api.as((await lunch.make.person()).id, [{ role: 'clerk' }])
    const look = (clerk: Api) => clerk.call('GET /desk/people/:id', { params: { id: family.motherId } })
    const looks = async () => ok(await family.mother.call('GET /me/access-log', {})).items.map(({ what }) => what)
    const told = async () =>
      ok(await family.mother.call('GET /notices')).items.filter(({ kind }) => kind === 'data_viewed').length
    for (const answer of await Promise.all([1, 2, 3].map(() => look(family.clerk)))) expect(answer.status).toBe(200)
    expect([await looks(), await told()]).toEqual([['资料页'], 1])
    await look(colleague)
    expect([await looks(), await told()]).toEqual([['资料页', '资料页'], 2])
    app.clock.set('2026-11-24T01:00:00.000Z')
    await look(family.clerk)
    expect([await looks(), await told()]).toEqual([['资料页', '资料页', '资料页'], 3])
  })

  it('is for clerks and officers', async () => {
    for (const api of [family.daughter, lunch.api.as((await lunch.make.person()).id, [{ role: 'canteen_staff' }])]) {
      expect(refusalOf(await api.call('GET /desk/people', { query: { q: MOTHER.card } }))).toBe('403 auth.forbidden')
      expect(refusalOf(await api.call('GET /desk/people/:id', { params: { id: family.motherId } }))).toBe(
        '403 auth.forbidden',
      )
    }
    const params = { id: '00000000-0000-7000-8000-000000000000' }
    expect(refusalOf(await family.clerk.call('GET /desk/people/:id', { params }))).toBe('404 desk.person_not_found')
  })
})

describe('somebody who comes for the first time', () => {
  it('gets an account with everything they gave, and is the same person when they sign in by phone', async () => {
    const phone = '13800000777'
    const view = ok(
      await create({ estate: '七街坊', phone, idNumber: '11010519491231002X', consentPaper: 'WL-S-0007' }),
    )
    expect(view).toMatchObject({
      name: '沈*龙',
      face: 'old-man',
      estate: '七街坊',
      phone: '138****0777',
      idNumber: '1101**********002X',
      balanceFen: 0,
      consentedSensitive: true,
    })
    const { demoCode } = ok(await lunch.api.call('POST /auth/phone/codes', { body: { phone } }))
    expect(demoCode).toBeNull()
    expect(await app.dataSource.manager.countBy(Contact, { personId: view.id })).toBe(2)
  })

  it('is one person even when the clerk taps twice', async () => {
    const input = { body: { name: '沈德龙', face: 'old-man' as const, phone: '13800000778' }, idempotencyKey: newKey() }
    const first = ok(await family.clerk.call('POST /desk/people', input))
    expect(ok(await family.clerk.call('POST /desk/people', input)).id).toBe(first.id)
  })

  it.each([
    [{ phone: MOTHER.phone }, '409 desk.phone_taken'],
    [{ idNumber: MOTHER.idNumber, consentPaper: 'x' }, '422 desk.id_number_wrong'],
    [{ idNumber: '11010519491231002X' }, '422 desk.consent_missing'],
    [{ name: '🍜' }, '422 people.name_not_allowed'],
    [{ phone: '12345' }, '422 request.invalid'],
  ] as [Partial<DeskNewPersonRequest>, string][])(
    'is refused with %j: %s, and nobody is made',
    async (change, refusal) => {
      const before = await app.dataSource.manager.count(Contact)
      expect(refusalOf(await create(change))).toBe(refusal)
      expect(await app.dataSource.manager.count(Contact)).toBe(before)
    },
  )

  it('cannot have the ID number of somebody else', async () => {
    ok(await create({ idNumber: '11010519491231002X', consentPaper: 'a' }))
    expect(refusalOf(await create({ idNumber: '11010519491231002X', consentPaper: 'b' }))).toBe(
      '409 desk.id_number_taken',
    )
  })
})

describe('a fact', () => {
  it('opens the price only once a clerk has seen the paper, until the day it runs out', async () => {
    const li = lunch.api.as((await lunch.make.person({ name: '李建国' })).id)
    const quote = async () => {
      const body = {
        sittingId: lunch.sitting.id,
        lines: [{ offerId: lunch.meat.id, quantity: 1 }],
        mode: 'dine_in' as const,
      }
      return ok(await li.call('POST /canteen/quotes', { body })).payFen
    }
    const { id } = ok(await li.call('GET /me'))
    await agree(li, 'sensitive')
    for (const [kind, value] of [
      ['birth_day', '1946-05-01'],
      ['residence', '普陀区'],
      ['hukou', '上海'],
    ] as const)
      ok(await li.call('PUT /me/facts/:kind', { params: { kind }, body: { value } }))
    expect(ok(await li.call('GET /me')).facts.map(({ status }) => status)).toEqual(['declared', 'declared', 'declared'])
    expect(await quote()).toBe(1_200)
    ok(await verify(id, 'birth_day', '1946-05-01'))
    ok(await verify(id, 'hukou', '上海'))
    const view = ok(await verify(id, 'residence', '普陀区', '2026-11-23'))
    expect(view.facts).toContainEqual({
      kind: 'residence',
      value: '普陀区',
      status: 'expiring',
      evidence: 'id_card',
      verifiedAt: '2026-11-23T02:00:00.000Z',
      verifiedBy: '许阿姨（服务站前台）',
      validUntil: '2026-11-23',
    })
    expect(await quote()).toBe(1_020)
    app.clock.set('2026-11-23T16:00:00.000Z')
    const { facts } = ok(await li.call('GET /me'))
    expect(facts.find(({ kind }) => kind === 'residence')?.status).toBe('expired')
  })

  it('is refused when it cannot be, for the clerk themself, and from anybody who is no clerk', async () => {
    expect(refusalOf(await verify(family.motherId, 'birth_day', '2027-01-01'))).toBe('422 desk.fact_value_wrong')
    expect(refusalOf(await verify(family.clerkId, 'hukou', '上海'))).toBe('403 desk.oneself')
    const input = {
      params: { id: family.motherId, kind: 'hukou' as const },
      body: { value: '上海', evidence: 'hukou_book' as const, validUntil: null },
    }
    expect(refusalOf(await family.daughter.call('PUT /desk/people/:id/facts/:kind', input))).toBe('403 auth.forbidden')
  })
})

describe('looking at something in full', () => {
  it.each([
    ['name', MOTHER.name, '姓名'],
    ['phone', MOTHER.phone, '手机号'],
    ['id_number', MOTHER.idNumber, '身份证号'],
  ] as const)('shows a %s for a reason that the person can read', async (field, value, what) => {
    const params = { id: family.motherId }
    const answer = await family.clerk.call('POST /desk/people/:id/reveal', {
      params,
      body: { field, reason: '核对退款' },
    })
    expect(answer.reply).toEqual({ value })
    expect(ok(await family.mother.call('GET /me/access-log', {})).items).toMatchObject([
      { what, by: '许阿姨（服务站前台）', reason: '核对退款' },
    ])
    const audit = await app.dataSource.manager.findBy(Audit, { action: 'desk.reveal' })
    expect(audit).toMatchObject([{ actorId: family.clerkId, subject: '王*珍', detail: `看了${what}` }])
  })

  it('needs a reason, and something to see', async () => {
    const reveal = (id: string, body: { field: 'id_number'; reason: string }) =>
      family.clerk.call('POST /desk/people/:id/reveal', { params: { id }, body })
    // Whoever is looked at reads the reason: blanks are none.
    for (const reason of ['', '   '])
      expect(refusalOf(await reveal(family.motherId, { field: 'id_number', reason }))).toBe('422 request.invalid')
    expect(refusalOf(await reveal(family.daughterId, { field: 'id_number', reason: '核对退款' }))).toBe(
      '404 desk.nothing_to_reveal',
    )
    expect(ok(await family.daughter.call('GET /me/access-log', {})).items).toEqual([])
  })
})

describe('a card', () => {
  const give = (id: string, number: string) =>
    family.clerk.call('POST /desk/people/:id/card', { params: { id }, body: { number } })

  it('that is lost never finds anybody again, and a new one takes its place', async () => {
    const params = { id: family.motherId }
    expect(ok(await family.clerk.call('POST /desk/people/:id/card/lost', { params }))).toMatchObject({ cardLost: true })
    expect(refusalOf(await search(MOTHER.card))).toBe('409 desk.card_lost')
    expect(ok(await give(family.motherId, '80620999'))).toMatchObject({ cardNumber: '80620999', cardLost: false })
    expect(ok(await search('80620999')).items.map(({ id }) => id)).toEqual([family.motherId])
    expect(refusalOf(await give(family.daughterId, MOTHER.card))).toBe('409 desk.card_taken')
    // Found in a drawer and reported again: nothing more happens to the new one.
    expect(await app.dataSource.manager.countBy(Card, { personId: family.motherId })).toBe(2)
  })

  it('belongs to one of five people to whom it is given at the same time', async () => {
    const people = await Promise.all([...Array(5).keys()].map(async () => (await lunch.make.person()).id))
    const answers = await Promise.all(people.map((id) => give(id, '80621111')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
    expect(await app.dataSource.manager.countBy(Card, { number: '80621111' })).toBe(1)
  })
})

it('shows a clerk what they did today, masked, newest first', async () => {
  ok(await create())
  await agree(family.mother, 'sensitive')
  ok(await verify(family.motherId, 'hukou', '上海'))
  const { items } = ok(await family.clerk.call('GET /desk/recent'))
  expect(items.map(({ personName, what }) => [personName, what])).toEqual([
    ['王*珍', '核对户籍'],
    ['沈*龙', '第一次来，建了账号'],
  ])
  app.clock.set('2026-11-23T16:00:00.000Z')
  expect(ok(await family.clerk.call('GET /desk/recent')).items).toEqual([])
})
