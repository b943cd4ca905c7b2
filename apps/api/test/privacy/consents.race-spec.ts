import type { EntityManager } from 'typeorm'

import { newId } from '../../src/common/new-id.js'
import { Fact } from '../../src/people/fact.entity.js'
import { Consent } from '../../src/privacy/consent.entity.js'
import { currentVersion } from '../../src/privacy/documents.js'
import { Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { agree, ok } from '../support/family.js'
import { whileHeld } from '../support/held.js'
import { setLunch, type Lunch } from '../support/lunch.js'

let app: TestApp
let lunch: Lunch

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
})

/** Signed in beforehand, so that what it sends at once arrives at once. */
async function signedIn(isClerk = false): Promise<{ id: string; api: Api }> {
  const { id } = await lunch.make.person()
  const api = new Api(app).as(id, isClerk ? [{ role: 'clerk', scopeId: '' }] : [])
  return { id, api: api.with(await api.token()) }
}

const version = currentVersion('sensitive')
const yes = (api: Api) => api.call('POST /me/consents', { body: { document: 'sensitive', version } })
const verify = (clerk: Api, id: string, consentPaper?: string) =>
  clerk.call('PUT /desk/people/:id/facts/:kind', {
    params: { id, kind: 'hukou' },
    body: {
      value: '上海',
      evidence: 'hukou_book',
      validUntil: null,
      ...(consentPaper === undefined ? {} : { consentPaper }),
    },
  })
const standing = (personId: string) => app.dataSource.manager.countBy(Consent, { personId, standingPersonId: personId })

it('keeps one yes of ten that somebody taps at the same time', async () => {
  for (let n = 0; n < 5; n += 1) {
    const { id, api } = await signedIn()
    const answers = await Promise.all([...Array(10).keys()].map(() => yes(api)))
    expect([...new Set(answers.map(({ status }) => status))]).toEqual([200])
    expect([await standing(id), await app.dataSource.manager.countBy(Consent, { personId: id })]).toEqual([1, 1])
  }
})

it('keeps one yes when somebody agrees on the phone while the clerk takes their paper', async () => {
  const clerk = await signedIn(true)
  const { id, api } = await signedIn()
  // Nobody sees it, and whoever says the same waits for it.
  const same = (tx: EntityManager) => {
    const [givenAt, withdrawnAt] = [app.clock.now(), null]
    const said = { document: 'sensitive' as const, version, channel: 'app' as const, paperNumber: null }
    return tx.insert(Consent, { id: newId(), personId: id, ...said, givenAt, withdrawnAt, standingPersonId: id })
  }
  const begun: Promise<{ status: number }>[] = []
  const isHeld = await whileHeld(app, same, async (meeting) => {
    begun.push(yes(api))
    await meeting('the phone has looked and writes')
    begun.push(verify(clerk.api, id, '0120'))
    await meeting('the desk has looked and writes')
  })
  if (!isHeld) return
  expect((await Promise.all(begun)).map(({ status }) => status)).toEqual([200, 200])
  expect(await app.dataSource.manager.countBy(Consent, { personId: id })).toBe(1)
  expect(await app.dataSource.manager.countBy(Fact, { personId: id, kind: 'hukou' })).toBe(1)
})

it('keeps nothing that is verified in the moment in which the consent to it is taken back', async () => {
  const clerk = await signedIn(true)
  const { id, api } = await signedIn()
  await agree(api, 'sensitive')
  const fact = { personId: id, kind: 'hukou' as const, value: '上海', verifiedBy: '受理中心', verifiedById: null }
  const seen = { verifiedAt: app.clock.now(), evidence: 'document' as const, validUntil: null }
  const begun: Promise<{ status: number }>[] = []
  const isHeld = await whileHeld(
    app,
    (tx) => tx.insert(Fact, { ...fact, ...seen }),
    async (meeting) => {
      begun.push(verify(clerk.api, id))
      await meeting('the desk has seen the consent and writes')
      begun.push(api.call('POST /me/consents/:document/withdraw', { params: { document: 'sensitive' } }))
      await meeting('who takes it back waits')
    },
  )
  if (!isHeld) return
  expect((await Promise.all(begun)).map(({ status }) => status)).toEqual([200, 200])
  expect(ok(await api.call('GET /me')).facts).toEqual([])
  expect(await standing(id)).toBe(0)
})
