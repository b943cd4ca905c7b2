import type { FactKind } from '@wanli/contracts/people'

import { Fact } from '../../src/people/fact.entity.js'
import { Audit } from '../../src/privacy/audit.entity.js'
import { Consent } from '../../src/privacy/consent.entity.js'
import { refusalOf } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { agree, ok, setFamily, type Family } from '../support/family.js'
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

/** The daughter has been verified in nothing but her birth day, and has agreed to nothing. */
const verify = (kind: FactKind, value: string, consentPaper?: string) =>
  family.clerk.call('PUT /desk/people/:id/facts/:kind', {
    params: { id: family.daughterId, kind },
    body: {
      value,
      evidence: 'hukou_book',
      validUntil: null,
      ...(consentPaper === undefined ? {} : { consentPaper }),
    },
  })
const consents = async () => ok(await family.daughter.call('GET /me/consents')).items
const looks = async () => ok(await family.daughter.call('GET /me/access-log', {})).items
const did = async () => ok(await family.clerk.call('GET /desk/recent')).items.map(({ what }) => what)
const withdraw = async () =>
  ok(await family.daughter.call('POST /me/consents/:document/withdraw', { params: { document: 'sensitive' } }))

describe('what stands in documents, of somebody who has not agreed to its being kept', () => {
  it.each([
    ['birth_day', '1981-05-02'],
    ['hukou', '上海'],
    ['welfare_class', '低保'],
  ] as const)('is not verified: %s is refused, and nothing is written', async (kind, value) => {
    const { manager } = app.dataSource
    const known = await manager.find(Fact)
    expect(refusalOf(await verify(kind, value))).toBe('422 desk.consent_missing')
    expect(refusalOf(await verify(kind, value, '  '))).toBe('422 request.invalid')
    expect(await manager.find(Fact)).toEqual(known)
    expect([await consents(), await looks(), await did(), await manager.count(Audit)]).toEqual([[], [], [], 0])
  })

  it('does not count where they live: the general document says what that is for', async () => {
    const { facts, consentedSensitive } = ok(await verify('residence', '普陀区'))
    expect(facts).toContainEqual(expect.objectContaining({ kind: 'residence', value: '普陀区', status: 'verified' }))
    expect([consentedSensitive, await consents()]).toEqual([false, []])
  })

  it('is not kept on the word of a wrong paper either: what cannot be is refused, and the paper with it', async () => {
    expect(refusalOf(await verify('birth_day', '2027-01-01', '0120'))).toBe('422 desk.fact_value_wrong')
    expect([await consents(), await looks()]).toEqual([[], []])
  })
})

describe('the signed paper', () => {
  it('is taken once, whatever is verified after it, and stands as 纸质 with the person', async () => {
    expect(ok(await verify('hukou', '上海', ' 0120 ')).consentedSensitive).toBe(true)
    ok(await verify('welfare_class', '低保', '0121'))
    ok(await verify('birth_day', '1981-05-02'))
    expect(await consents()).toMatchObject([
      {
        document: 'sensitive',
        current: true,
        channel: 'paper',
        givenAt: '2026-11-23T02:00:00.000Z',
        withdrawnAt: null,
      },
    ])
    const [row] = await app.dataSource.manager.findBy(Consent, { personId: family.daughterId })
    expect(row?.paperNumber).toBe('0120')
  })

  it('is an act of the clerk, which the person reads in their access log and is told', async () => {
    ok(await verify('hukou', '上海', '0120'))
    expect((await did()).sort()).toEqual(['收了证件信息的纸质同意书', '核对户籍'].sort())
    const audit = await app.dataSource.manager.findBy(Audit, { action: 'desk.consent' })
    expect(audit).toMatchObject([{ actorId: family.clerkId, subject: '周*' }])
    expect(await looks()).toMatchObject([
      { what: '证件信息同意书', by: '许阿姨（服务站前台）', reason: '收了签好的纸，编号 0120' },
    ])
    const told = ok(await family.daughter.call('GET /notices')).items.filter(({ kind }) => kind === 'data_viewed')
    expect(told).toMatchObject([{ body: '许阿姨（服务站前台）收了你签的证件信息同意书' }])
  })

  it('is taken with where somebody lives too, when they signed it', async () => {
    expect(ok(await verify('residence', '普陀区', '0120')).consentedSensitive).toBe(true)
    expect(await consents()).toMatchObject([{ channel: 'paper' }])
  })

  it('is not needed, and not written down, when they agreed in the app', async () => {
    await agree(family.daughter, 'sensitive')
    expect(ok(await verify('hukou', '上海', '0120')).facts).toContainEqual(
      expect.objectContaining({ kind: 'hukou', status: 'verified' }),
    )
    expect(await consents()).toMatchObject([{ channel: 'app' }])
    expect(await did()).toEqual(['核对户籍'])
  })

  it('is asked for again after the consent was taken back, which forgets what it allowed and nothing else', async () => {
    ok(await verify('hukou', '上海', '0120'))
    ok(await verify('residence', '普陀区'))
    const params = { kind: 'welfare_class' as const }
    ok(await family.daughter.call('PUT /me/facts/:kind', { params, body: { value: '低保' } }))
    await withdraw()
    expect(ok(await family.daughter.call('GET /me')).facts.map(({ kind }) => kind)).toEqual(['residence'])
    expect(refusalOf(await verify('hukou', '上海'))).toBe('422 desk.consent_missing')
    app.clock.set('2026-11-23T03:00:00.000Z')
    ok(await verify('hukou', '上海', '0121'))
    expect((await consents()).map(({ channel, withdrawnAt }) => [channel, withdrawnAt === null])).toEqual([
      ['paper', true],
      ['paper', false],
    ])
  })

  it('is written down when it comes with somebody new, too', async () => {
    const body = { name: '沈德龙', face: 'old-man' as const, consentPaper: '0120' }
    const { id } = ok(await family.clerk.call('POST /desk/people', { body, idempotencyKey: '0120-0120' }))
    const { items } = ok(await lunch.api.as(id).call('GET /me/access-log', {}))
    expect(items).toMatchObject([{ what: '证件信息同意书', reason: '收了签好的纸，编号 0120' }])
    expect((await did()).sort()).toEqual(['收了证件信息的纸质同意书', '第一次来，建了账号'].sort())
  })

  it('of a clerk is taken by a colleague', async () => {
    const params = { id: family.clerkId, kind: 'hukou' as const }
    const body = { value: '上海', evidence: 'hukou_book' as const, validUntil: null, consentPaper: '0120' }
    expect(refusalOf(await family.clerk.call('PUT /desk/people/:id/facts/:kind', { params, body }))).toBe(
      '403 desk.oneself',
    )
    expect(await app.dataSource.manager.countBy(Consent, { personId: family.clerkId })).toBe(0)
  })
})
