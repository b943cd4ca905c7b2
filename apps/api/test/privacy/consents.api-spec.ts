import type { FactKind } from '@wanli/contracts/people'

import { Consent } from '../../src/privacy/consent.entity.js'
import { refusalOf } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok, setFamily, type Family } from '../support/family.js'
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

const documents = async () => ok(await lunch.api.call('GET /privacy/documents')).items
const versionOf = async (name: string): Promise<string> =>
  (await documents()).find(({ document }) => document === name)?.version ?? ''
const give = async (document: 'terms' | 'privacy' | 'sensitive', version?: string) =>
  family.mother.call('POST /me/consents', { body: { document, version: version ?? (await versionOf(document)) } })
const withdraw = (document: 'terms' | 'privacy' | 'sensitive') =>
  family.mother.call('POST /me/consents/:document/withdraw', { params: { document } })

it('anybody can read what they would agree to, before they sign in', async () => {
  expect((await documents()).map(({ document, required, body }) => [document, required, body.length > 3])).toEqual([
    ['terms', true, true],
    ['privacy', true, true],
    ['sensitive', false, true],
  ])
})

it('a yes is to the version that was read, once, and is taken back as easily', async () => {
  expect(refusalOf(await give('privacy', '2020-01'))).toBe('409 privacy.version_outdated')
  ok(await give('privacy'))
  app.clock.set('2026-11-23T03:00:00.000Z')
  expect(ok(await give('privacy')).items).toEqual([
    {
      document: 'privacy',
      version: await versionOf('privacy'),
      current: true,
      givenAt: '2026-11-23T02:00:00.000Z',
      withdrawnAt: null,
      channel: 'app',
    },
  ])
  expect(ok(await withdraw('privacy')).items).toMatchObject([{ withdrawnAt: '2026-11-23T03:00:00.000Z' }])
  ok(await withdraw('privacy'))
  expect(ok(await give('privacy')).items.map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([true, false])
})

it('a yes to an older version does not stand: the new one is asked for again', async () => {
  const said = { version: '2025-01', channel: 'paper' as const, paperNumber: 'P-1' }
  const old = { ...said, withdrawnAt: null, standingPersonId: family.motherId }
  const row = { id: 'old', personId: family.motherId, document: 'sensitive' as const, givenAt: app.clock.now(), ...old }
  await app.dataSource.manager.insert(Consent, row)
  expect(ok(await family.mother.call('GET /me/consents')).items).toMatchObject([
    { version: '2025-01', current: false, channel: 'paper' },
  ])
  const desk = () => family.clerk.call('GET /desk/people/:id', { params: { id: family.motherId } })
  expect(ok(await desk()).consentedSensitive).toBe(false)
  ok(await give('sensitive'))
  expect(ok(await desk()).consentedSensitive).toBe(true)
})

it('without the consent for documents the ID number goes, and the discount with what was checked; where one lives stays', async () => {
  const lines = [{ offerId: lunch.meat.id, quantity: 1 }]
  const quote = async (): Promise<number> => {
    const body = { sittingId: lunch.sitting.id, lines, mode: 'dine_in' as const }
    return ok(await family.mother.call('POST /canteen/quotes', { body })).payFen
  }
  ok(await give('sensitive'))
  expect([ok(await family.mother.call('GET /me')).idNumber, await quote()]).toEqual(['3101**********1226', 1_020])
  ok(await withdraw('sensitive'))
  const me = ok(await family.mother.call('GET /me'))
  expect([me.idNumber, me.age, await quote()]).toEqual([null, null, 1_200])
  expect(me.facts).toMatchObject([{ kind: 'residence', value: '普陀区', status: 'verified' }])
  expect(me.phone).toBe('138****0181')
})

describe('somebody who is not fourteen yet', () => {
  const verify = (value: string) =>
    family.clerk.call('PUT /desk/people/:id/facts/:kind', {
      params: { id: family.motherId, kind: 'birth_day' },
      body: { value, evidence: 'hukou_book', validUntil: null, consentPaper: '0120' },
    })

  it('does not say yes alone: a parent or guardian does, at the desk', async () => {
    ok(await verify('2012-11-24'))
    const refused = await give('sensitive')
    expect(refusalOf(refused)).toBe('403 privacy.under_fourteen')
    expect(refused.problem.detail).toBe('不满十四岁的，请爸爸妈妈或监护人带证件到服务站前台办')
    expect(refusalOf(await give('terms'))).toBe('403 privacy.under_fourteen')
    expect(ok(await family.mother.call('GET /me/consents')).items).toMatchObject([
      { document: 'sensitive', channel: 'paper', withdrawnAt: null },
    ])
    ok(await withdraw('sensitive'))
  })

  it('does from the fourteenth birthday on', async () => {
    ok(await verify('2012-11-23'))
    ok(await give('privacy'))
  })

  it('is known by what a clerk has seen, and not by what somebody says', async () => {
    const params = { kind: 'birth_day' as const }
    await withdraw('sensitive')
    ok(await give('sensitive'))
    ok(await family.mother.call('PUT /me/facts/:kind', { params, body: { value: '2020-01-01' } }))
    ok(await give('privacy'))
  })
})

it('writes down what somebody says of their documents only after their consent, and forgets it with that', async () => {
  const say = (kind: FactKind, value: string) =>
    family.mother.call('PUT /me/facts/:kind', { params: { kind }, body: { value } })
  const said = async () => ok(await family.mother.call('GET /me')).facts.filter((one) => one.status === 'declared')
  const refused = await say('welfare_class', '低保')
  expect(refusalOf(refused)).toBe('409 privacy.consent_first')
  expect(refused.problem.detail).toContain('证件信息单独同意')
  expect(await said()).toEqual([])
  ok(await give('sensitive'))
  ok(await say('welfare_class', '低保'))
  expect(await said()).toMatchObject([{ kind: 'welfare_class', value: '低保' }])
  ok(await withdraw('sensitive'))
  expect(await said()).toEqual([])
})

it('refuses a document that is none', async () => {
  const body = { document: 'everything', version: '1' }
  expect(refusalOf(await family.mother.raw('POST /me/consents', { body }))).toBe('422 request.invalid')
})
