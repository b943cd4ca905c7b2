import { readdirSync } from 'node:fs'

import { Order } from '../../src/canteen/order.entity.js'
import { Housekeeping } from '../../src/common/housekeeping.service.js'
import { Idempotency } from '../../src/common/idempotency.js'
import { Transactions } from '../../src/database/transactions.js'
import { PhoneCode } from '../../src/people/phone-code.entity.js'
import { Person } from '../../src/people/person.entity.js'
import { UploadsService } from '../../src/uploads/uploads.service.js'
import { Account } from '../../src/wallet/account.entity.js'
import { Entry } from '../../src/wallet/entry.entity.js'
import { STREET } from '../../src/wallet/ledger.service.js'
import { newKey, refusalOf } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok, TERMS } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'
import { richPerson, SHEN, staffOf, WANG, type RichPerson, type RichWords, type Staff } from '../support/rich-person.js'
import { findEverywhere } from '../support/tables.js'

const IN_SEVEN_DAYS = '2026-11-30T02:00:00.000Z'

/** Where somebody stands who stays: as readable as it has to be. */
const SHENS_TABLES = [
  'canteen_order',
  'notices_notice',
  'people_card',
  'people_contact',
  'people_declaration',
  'people_identity',
  'people_mandate',
  'people_person',
  'privacy_audit',
]

let app: TestApp
let lunch: Lunch
let staff: Staff
let wang: RichPerson

beforeAll(async () => {
  app = await startApp({ WECHAT_TEMPLATES: 'order:T-order' })
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  staff = await staffOf(lunch)
  wang = await richPerson(app, lunch, staff, WANG)
})

const leave = (person = wang) => person.api.call('POST /me/deletion')
/** What a desk does when it pays the rest of a wallet out. */
async function emptyWallet(person = wang): Promise<void> {
  const { manager } = app.dataSource
  const amountFen = await app.ledger.balanceOf(manager, person.id)
  await app.nest.get(Transactions).run((tx) =>
    app.ledger.post(tx, {
      kind: 'payout',
      memo: '余额退现金',
      orderId: null,
      moves: [
        { kind: 'person_own', ownerId: person.id, amountFen: -amountFen },
        { kind: 'demo_source', ownerId: STREET, amountFen },
      ],
    }),
  )
}
/** What the server does by itself as time passes. */
async function passTo(instant: string): Promise<void> {
  app.clock.set(instant)
  await app.nest.get(Housekeeping).tidy('tenMinutes')
  await app.nest.get(Idempotency).forgetExpired()
  await app.nest.get(UploadsService, { strict: false }).sweep()
}
/** Every text by which somebody could be told, in full, masked, and as bytes. */
function tracesOf(words: RichWords): string[] {
  const { name, phone, idNumber, card, openid, note, paper, declared } = words
  const masked = [`${name[0]}*${name.at(-1)}`, `${phone.slice(0, 3)}****${phone.slice(-4)}`, idNumber.slice(-4) + '"']
  const bytes = [name, phone, idNumber].map((text) => Buffer.from(text).toString('base64').replace(/=+$/, ''))
  return [name, phone, idNumber, card, openid, note, paper, declared, ...masked, ...bytes]
}

describe('leaving', () => {
  it('waits until the money is out, the meal collected and the office given back', async () => {
    expect(refusalOf(await leave())).toBe('409 privacy.balance_left')
    const placed = await wang.api.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() })
    await emptyWallet()
    expect(refusalOf(await leave())).toBe('409 privacy.order_open')
    const code =
      ok(await wang.api.call('GET /canteen/orders/:id', { params: { id: placed.reply.id } })).pickupCode ?? ''
    ok(await staff.cook.call('POST /canteen/pickups', { body: { code, early: true }, idempotencyKey: newKey() }))
    const clerk = lunch.api.as(wang.id, [{ role: 'clerk' }])
    expect(refusalOf(await clerk.call('POST /me/deletion'))).toBe('409 privacy.still_staff')
    await app.dismiss(wang.id)
    expect(ok(await leave())).toEqual({ deletionAt: IN_SEVEN_DAYS })
  })

  it('waits for a meal until a day after its time: what nobody fetched by then keeps nobody', async () => {
    await wang.api.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() })
    await emptyWallet()
    app.clock.set('2026-11-23T12:00:00.000Z')
    expect(refusalOf(await leave())).toBe('409 privacy.order_open')
    app.clock.set('2026-11-24T12:00:00.000Z')
    expect((await leave()).status).toBe(200)
  })

  it('can be thought better of for seven days, and asking twice changes nothing', async () => {
    await emptyWallet()
    ok(await leave())
    app.clock.set('2026-11-25T02:00:00.000Z')
    expect(ok(await leave())).toEqual({ deletionAt: IN_SEVEN_DAYS })
    expect(ok(await wang.api.call('GET /me')).deletionAt).toBe(IN_SEVEN_DAYS)
    await passTo('2026-11-30T01:59:59.000Z')
    expect(ok(await wang.api.call('POST /me/deletion/cancel'))).toEqual({ cancelled: true })
    expect(refusalOf(await wang.api.call('POST /me/deletion/cancel'))).toBe('409 privacy.no_deletion')
    await passTo('2026-12-31T02:00:00.000Z')
    expect(ok(await wang.api.call('GET /me'))).toMatchObject({ name: WANG.name, deletionAt: null })
  })

  it('is put off while money has come in again', async () => {
    await emptyWallet()
    ok(await leave())
    await app.nest.get(Transactions).run((tx) =>
      app.ledger.post(tx, {
        kind: 'demo_grant',
        memo: '退款',
        orderId: null,
        moves: [
          { kind: 'demo_source', ownerId: STREET, amountFen: -500 },
          { kind: 'person_own', ownerId: wang.id, amountFen: 500 },
        ],
      }),
    )
    await passTo(IN_SEVEN_DAYS)
    expect((await app.dataSource.manager.findOneByOrFail(Person, { id: wang.id })).erasedAt).toBeNull()
    await emptyWallet()
    await passTo('2026-11-30T02:10:00.000Z')
    expect((await app.dataSource.manager.findOneByOrFail(Person, { id: wang.id })).erasedAt).not.toBeNull()
  })
})

describe('after seven days', () => {
  it('nothing anywhere tells who it was, and the books still balance', async () => {
    const shen = await richPerson(app, lunch, staff, SHEN)
    await emptyWallet()
    ok(await leave())
    expect((await findEverywhere(app.dataSource, tracesOf(WANG))).length).toBeGreaterThan(15)
    const files = (): number =>
      readdirSync(`${app.database.DATA_DIR}/uploads`, { recursive: true }).filter((name) =>
        String(name).endsWith('.jpg'),
      ).length
    const kept = files()
    await passTo(IN_SEVEN_DAYS)
    expect(await findEverywhere(app.dataSource, tracesOf(WANG))).toEqual([])
    // Not even that a code was sent to this number, which only a keyed hash tells.
    expect(await app.dataSource.manager.count(PhoneCode)).toBe(1)
    // Two pictures of hers are gone; Shen's paper stays, his loose one went as an orphan.
    expect(files()).toBe(kept - 3)
    const { manager } = app.dataSource
    expect(await manager.sum(Entry, 'amountFen')).toBe(0)
    expect(Number(await manager.sum(Account, 'balanceFen'))).toBe(0)
    // The rows stay: who ate is a number now.
    expect(await manager.countBy(Order, { eaterId: wang.id })).toBe(2)
    expect(await manager.findOneByOrFail(Person, { id: wang.id })).toMatchObject({ name: '已注销用户', estate: null })
    // Nobody else lost anything but what names her.
    const tables = new Set((await findEverywhere(app.dataSource, tracesOf(SHEN))).map((where) => where.split('.')[0]))
    expect([...tables].sort()).toEqual(SHENS_TABLES)
    expect(ok(await shen.api.call('GET /me'))).toMatchObject({ name: SHEN.name, phone: '139****0277' })
    expect(ok(await shen.api.call('GET /me/export')).person).toBe(SHEN.name)
  })

  it('she is signed out, cannot be found, and may come back as somebody new', async () => {
    const token = await wang.api.token()
    await emptyWallet()
    ok(await leave())
    await passTo(IN_SEVEN_DAYS)
    app.clock.set('2026-11-23T02:01:00.000Z')
    expect(refusalOf(await wang.api.with(token).call('GET /me'))).toBe('401 auth.session_ended')
    for (const q of [WANG.phone, WANG.card, '王 0181'])
      expect(ok(await staff.clerk.call('GET /desk/people', { query: { q } })).items).toEqual([])
    const params = { id: wang.id }
    expect(refusalOf(await staff.clerk.call('GET /desk/people/:id', { params }))).toBe('404 desk.person_not_found')
    const body = { name: WANG.name, face: 'old-woman' as const, phone: WANG.phone }
    const again = ok(await staff.clerk.call('POST /desk/people', { body, idempotencyKey: newKey() }))
    expect(again.id).not.toBe(wang.id)
  })

  it('her daughter keeps what she did and paid, without a name, and can act no more', async () => {
    await emptyWallet()
    ok(await leave())
    await passTo(IN_SEVEN_DAYS)
    const acts = ok(await wang.relative.call('GET /mandates/acts')).items
    expect(acts.map(({ what, principal }) => [what, principal.name])).toContainEqual(['', '已注销用户'])
    expect(ok(await wang.relative.call('GET /mandates')).actsFor[0]).toMatchObject({ status: 'revoked', relation: '' })
    const body = lunch.body({ forPersonId: wang.id })
    expect(refusalOf(await wang.relative.call('POST /canteen/orders', { body, idempotencyKey: newKey() }))).toBe(
      '403 people.no_mandate',
    )
    const ask = { ...TERMS, principalPhone: WANG.phone, relation: '妈妈' }
    ok(await wang.relative.call('POST /mandates', { body: ask, idempotencyKey: newKey() }))
    expect(ok(await wang.relative.call('GET /mandates')).actsFor.filter(({ status }) => status === 'offered')).toEqual(
      [],
    )
  })

  it('a clerk who left stands in nobody’s papers by name, while what was done still says when', async () => {
    const xu = await lunch.make.person({ name: '许红梅', balanceFen: 0 })
    const clerk = lunch.api.as(xu.id, [{ role: 'clerk' }])
    const params = { id: wang.id, kind: 'hukou' as const }
    ok(
      await clerk.call('PUT /desk/people/:id/facts/:kind', {
        params,
        body: { value: '上海', evidence: 'hukou_book', validUntil: null },
      }),
    )
    ok(
      await clerk.call('POST /desk/people/:id/reveal', {
        params: { id: wang.id },
        body: { field: 'name', reason: '核对' },
      }),
    )
    expect(JSON.stringify(ok(await wang.api.call('GET /notices')).items)).toContain('许红梅')
    await app.dismiss(xu.id)
    ok(await lunch.api.as(xu.id).call('POST /me/deletion'))
    await passTo(IN_SEVEN_DAYS)
    expect(await findEverywhere(app.dataSource, ['许红梅'])).toEqual([])
    expect(ok(await wang.api.call('GET /me/access-log', {})).items[0]).toMatchObject({
      by: '已注销用户',
      reason: '核对',
    })
  })
})
