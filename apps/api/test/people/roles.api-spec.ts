import type { Role } from '@wanli/contracts/people'

import { Session } from '../../src/people/session.entity.js'
import { refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'

let app: TestApp
let lunch: Lunch
let officer: Api
let officerId: string
let personId: string

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  officerId = (await lunch.make.person({ name: '林悦' })).id
  officer = lunch.api.as(officerId, [{ role: 'officer' }])
  personId = (await lunch.make.person({ name: '孙大勺' })).id
})

const grant = (api: Api, role: Role, scopeId?: string, id = personId) =>
  api.call('POST /people/:id/roles', { params: { id }, body: scopeId === undefined ? { role } : { role, scopeId } })
const revoke = (api: Api, role: Role, scopeId?: string) =>
  api.call('POST /people/:id/roles/revoke', {
    params: { id: personId },
    body: scopeId === undefined ? { role } : { role, scopeId },
  })
const audit = async () =>
  ok(await officer.call('GET /audit')).items.map(({ actor, action, subject, detail }) => [
    actor,
    action,
    subject,
    detail,
  ])

it('an officer makes a cook of one canteen, who may work there and nowhere else, at once', async () => {
  const other = await lunch.make.canteen('别的食堂')
  const cook = lunch.api.as(personId)
  expect(refusalOf(await cook.call('GET /canteen/pickups/board'))).toBe('403 auth.forbidden')
  expect(ok(await grant(officer, 'canteen_staff', lunch.canteen.id)).items).toEqual([
    { role: 'canteen_staff', scopeId: lunch.canteen.id, scopeName: null },
  ])
  const board = ok(await cook.call('GET /canteen/pickups/board'))
  expect(JSON.stringify(board)).not.toContain(other.id)
  ok(await revoke(officer, 'canteen_staff', lunch.canteen.id))
  expect(refusalOf(await cook.call('GET /canteen/pickups/board'))).toBe('403 auth.forbidden')
})

it('every grant and every withdrawal is in the log, once, with who did it and for whom', async () => {
  ok(await grant(officer, 'clerk'))
  ok(await grant(officer, 'clerk'))
  ok(await revoke(officer, 'clerk'))
  ok(await revoke(officer, 'clerk'))
  expect(await audit()).toEqual([
    ['林悦（街道办）', 'role.revoke', '孙*勺', 'clerk'],
    ['林悦（街道办）', 'role.grant', '孙*勺', 'clerk'],
  ])
  expect(ok(await officer.call('GET /audit', { query: { action: 'role.grant' } })).items).toHaveLength(1)
})

it('nobody raises themself or their own rank; an admin makes officers', async () => {
  expect(refusalOf(await grant(officer, 'officer'))).toBe('403 people.role_not_yours')
  expect(refusalOf(await grant(officer, 'admin'))).toBe('403 people.role_not_yours')
  expect(refusalOf(await grant(officer, 'clerk', undefined, officerId))).toBe('403 people.role_not_yours')
  const admin = lunch.api.as((await lunch.make.person()).id, [{ role: 'admin' }])
  ok(await grant(admin, 'officer'))
  expect(refusalOf(await revoke(officer, 'officer'))).toBe('403 people.role_not_yours')
  ok(await revoke(admin, 'officer'))
})

it('roles and the log are for officers and admins', async () => {
  for (const role of ['resident', 'clerk', 'canteen_staff'] as const) {
    const api = lunch.api.as((await lunch.make.person()).id, [{ role }])
    expect(refusalOf(await grant(api, 'clerk'))).toBe('403 auth.forbidden')
    expect(refusalOf(await revoke(api, 'clerk'))).toBe('403 auth.forbidden')
    expect(refusalOf(await api.call('GET /people/:id/roles', { params: { id: personId } }))).toBe('403 auth.forbidden')
    expect(refusalOf(await api.call('GET /audit'))).toBe('403 auth.forbidden')
  }
  const nobody = '00000000-0000-7000-8000-000000000000'
  expect(refusalOf(await grant(officer, 'clerk', undefined, nobody))).toBe('404 people.not_found')
  const unknown = { params: { id: personId }, body: { role: 'king' } }
  expect(refusalOf(await officer.raw('POST /people/:id/roles', unknown))).toBe('422 request.invalid')
})

it('whoever becomes staff is signed in for half a day at most, wherever they are signed in already', async () => {
  const { manager } = app.dataSource
  const insert = { personId, device: '安卓手机', refreshHash: 'h', previousHash: null, revokedAt: null }
  const at = app.clock.now()
  const expiresAt = new Date('2026-12-23T02:00:00.000Z')
  await manager.insert(Session, { ...insert, id: 'phone', rotatedAt: at, createdAt: at, expiresAt })
  ok(await grant(officer, 'volunteer'))
  expect((await manager.findOneByOrFail(Session, { id: 'phone' })).expiresAt).toEqual(expiresAt)
  ok(await grant(officer, 'clerk'))
  expect((await manager.findOneByOrFail(Session, { id: 'phone' })).expiresAt).toEqual(
    new Date('2026-11-23T14:00:00.000Z'),
  )
})
