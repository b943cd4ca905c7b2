/*
 * A year of rows stands in the tables; what is asked for every few seconds, or by everybody who opens the app, is found by an index and
 * not by reading that year.
 */
import { addDays, instantOf } from '@wanli/kernel/shanghai-time'
import type { EntityTarget, ObjectLiteral } from 'typeorm'

import { Order } from '../src/canteen/order.entity.js'
import { Sitting } from '../src/canteen/sitting.entity.js'
import { Housekeeping } from '../src/common/housekeeping.service.js'
import { newId, newSecretCode } from '../src/common/new-id.js'
import { insertRows } from '../src/database/bulk.js'
import { AddressSealsService } from '../src/delivery/address-seals.service.js'
import { MoneyWorker } from '../src/wallet/money-worker.service.js'
import { OutboxWorker } from '../src/notices/outbox-worker.js'
import { Notice } from '../src/notices/notice.entity.js'
import { NoticesService } from '../src/notices/notices.service.js'
import { OutboxRow } from '../src/notices/outbox.entity.js'
import { OutboxService } from '../src/notices/outbox.service.js'
import { AccountService } from '../src/people/account.service.js'
import { ContactsService } from '../src/people/contacts.service.js'
import { Person } from '../src/people/person.entity.js'
import { Session } from '../src/people/session.entity.js'
import { Audit } from '../src/privacy/audit.entity.js'

import type { Api } from './support/api.js'
import { startApp, type TestApp } from './support/app.js'
import { ok } from './support/family.js'
import { setLunch, type Lunch } from './support/lunch.js'
import { waysTo } from './support/plans.js'

const TODAY = '2026-11-23'
const DAYS = [...Array(360).keys()].map((n) => addDays(TODAY, -n - 1))
const noonOf = (day: string): Date => instantOf(day, '12:00')

let app: TestApp
let lunch: Lunch
let eaterId: string
let eater: Api

beforeAll(async () => {
  app = await startApp()
  lunch = await setLunch(app)
  eaterId = (await lunch.make.elder(82, { balanceFen: 500_000 })).id
  eater = lunch.api.as(eaterId)
  eater = eater.with(await eater.token())
  ok(await eater.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: 'a-year-later' }))
  await copies(Sitting, {}, (day) => ({ day, freezeAt: noonOf(day), servingTo: noonOf(day) }), [
    'servingFrom',
    'opensAt',
  ])
  await copies(Person, { id: eaterId }, () => ({}))
  await copies(Person, { id: eaterId }, () => ({}))
  await copies(Session, {}, (day) => ({ expiresAt: noonOf(addDays(day, 30)) }))
  await copies(Session, {}, () => ({}))
  for (let n = 0; n < 3; n += 1) {
    const past = (day: string) => ({ day, pickupNumber: `P${n}${day.slice(5)}`, pickupCode: newSecretCode() })
    await copies(Order, {}, (day) => ({ ...past(day), status: 'expired' as const, createdAt: noonOf(day) }))
    await copies(Notice, { personId: eaterId }, (day) => ({
      readAt: noonOf(day),
      createdAt: noonOf(day),
      dedupeKey: null,
    }))
  }
  // The rest of the house has ordered for today.
  const other = (await lunch.make.person({ balanceFen: 0 })).id
  const paid = { status: 'paid' as const, eaterId: other, placedById: other, paidById: other, day: TODAY }
  for (let n = 0; n < 2; n += 1)
    await copies(Order, { eaterId }, (day) => ({
      ...paid,
      pickupNumber: `Q${n}${day.slice(5)}`,
      pickupCode: newSecretCode(),
    }))
  await addTold()
  if (onServer())
    await app.dataSource.query(
      'ANALYZE TABLE canteen_sitting, people_person, people_session, canteen_order, notices_notice, notices_outbox, privacy_audit',
    )
})
afterAll(() => app.close())

const onServer = (): boolean => app.dataSource.options.type !== 'better-sqlite3'

/** A row of each day of the year, like the one that is there but for its id and these columns. */
async function copies<Row extends ObjectLiteral & { id: string }>(
  entity: EntityTarget<Row>,
  like: Partial<Row>,
  change: (day: string) => Partial<Row>,
  earlier: (keyof Row)[] = [],
): Promise<void> {
  const { manager } = app.dataSource
  const row = await manager.findOneOrFail(entity, { where: like, order: { id: 'ASC' } as never })
  const before = (day: string) =>
    Object.fromEntries(earlier.map((column) => [column, new Date(noonOf(day).getTime() - 1)]))
  const rows = DAYS.map((day) => ({ ...row, id: newId(), ...before(day), ...change(day) }))
  await insertRows(manager, entity, rows)
}

/** Messages of half a month that were sent, and what staff did, of one kind. */
async function addTold(): Promise<void> {
  const { manager } = app.dataSource
  const notices = await manager.find(Notice, { where: { personId: eaterId }, order: { id: 'ASC' }, take: 1_000 })
  const rest = { attempts: 1, leaseOwner: null, leaseUntil: null, creditKey: null, lastError: null }
  const messages = notices.map(({ id: noticeId, personId, kind }, n): OutboxRow => {
    const at = new Date(app.clock.now().getTime() - n * 20 * 60_000)
    const times = { readyAt: at, dueAt: at, createdAt: at, doneAt: at }
    const way = n % 2 === 0 ? ('wechat' as const) : ('elders' as const)
    return { id: newId(), noticeId, personId, kind, status: 'sent', channel: 'sms', way, ...times, ...rest }
  })
  await insertRows(manager, OutboxRow, messages)
  const by = {
    actorId: eaterId,
    actor: '许阿姨',
    action: 'desk.cash_in',
    subjectId: eaterId,
    subject: '陈*',
    detail: '',
  }
  for (let n = 0; n < 4; n += 1)
    await insertRows(
      manager,
      Audit,
      DAYS.map((day) => ({ id: newId(), ...by, createdAt: noonOf(day) })),
    )
}

const indicesTo = async (table: string, work: () => Promise<unknown>): Promise<(string | null)[]> =>
  (await waysTo(app, table, work)).map(({ index }) => index)

describe('a year later', () => {
  it('what waits in an inbox is counted without reading the inbox', async () => {
    const counted = await indicesTo('notices_notice', async () => {
      expect(ok(await eater.call('GET /notices/unread'))).toEqual({ count: 1, todo: 0 })
    })
    expect(new Set(counted)).toEqual(new Set(['ix_notices_notice_person_waits']))
    const todo = await indicesTo('notices_notice', async () => {
      expect(ok(await eater.call('GET /notices', { query: { only: 'todo' } })).items).toEqual([])
    })
    // SQLite goes by the order of the page, as it knows no better.
    if (onServer()) expect(todo).toEqual(['ix_notices_notice_person_waits'])
  })

  it('open orders are looked for among those of the last month, of the person alone', async () => {
    const ways = await waysTo(app, 'canteen_order', async () => {
      expect(ok(await eater.call('GET /canteen/orders', { query: { open: 'true' } })).items).toHaveLength(1)
    })
    expect(ways.map(({ index }) => index?.split('|')[0])).toEqual([
      'ix_canteen_order_eater_created',
      'ix_canteen_order_placed_by_door',
    ])
    if (!onServer()) for (const { words } of ways) expect(words).toMatch(/created_at>\?/)
  })

  it('a page of the wallet, and of what was done for others, is read by one index each in its order', async () => {
    await lunch.make.gift(eaterId, 500)
    const entries = await indicesTo('wallet_entry', () => eater.call('GET /wallet/entries'))
    expect(entries).toEqual(['ix_wallet_entry_account_created', 'ix_wallet_entry_account_created'])
    const acts = await waysTo(app, 'people_act', () => eater.call('GET /mandates/acts'))
    expect(acts).toHaveLength(2)
  })

  it('the trial balance goes through all entries once, and not through each account’s', async () => {
    const officer = lunch.api.as((await lunch.make.person({ balanceFen: 0 })).id, [{ role: 'officer' }])
    const read = await waysTo(app, 'wallet_entry', async () => {
      expect(ok(await officer.call('GET /wallet/trial-balance'))).toMatchObject({ differenceFen: 0, drifts: [] })
    })
    expect(read.map(({ words }) => words)).toEqual([expect.stringMatching(/^(?:SCAN|ALL|index) /)])
  })

  it('a kind of audit line that is rare is found without reading all of them', async () => {
    const officer = lunch.api.as((await lunch.make.person({ balanceFen: 0 })).id, [{ role: 'officer' }])
    const query = { action: 'role.granted' }
    const read = await indicesTo('privacy_audit', async () => {
      expect(ok(await officer.call('GET /audit', { query })).items).toEqual([])
    })
    expect(read).toEqual(['ix_privacy_audit_action_created'])
  })

  it('the rounds of every few seconds read no sitting of the past', async () => {
    const ways = await waysTo(app, 'canteen_sitting', () => app.nest.get(MoneyWorker, { strict: false }).work())
    // The first asks for closed meals that still have orders, however long ago they were.
    for (const { index, words } of ways.slice(1)) {
      if (onServer()) expect(index).toBe('ix_canteen_sitting_day')
      else expect(words).toMatch(/^SEARCH .*day[>=]/)
    }
    expect(ways).toHaveLength(6)
  })

  it('the look every second for what is to be sent reads no inbox', async () => {
    const looked = await waysTo(app, 'notices_notice', () => app.nest.get(OutboxWorker, { strict: false }).work())
    expect(looked[0]?.index).toBe('ix_notices_notice_send_at')
    expect(looked.filter(({ index }) => index === null)).toEqual([])
  })

  it('what was said of an order is found by its lines', async () => {
    const { items } = ok(await eater.call('GET /canteen/orders', { query: { open: 'true' } }))
    const read = await waysTo(app, 'menus_review', () =>
      eater.call('GET /menus/orders/:id/reviews', { params: { id: items[0]?.id ?? '' } }),
    )
    // Of an empty table MariaDB says only that it is.
    if (!onServer()) expect(read.map(({ index }) => index)).toEqual(['uq_menus_review_order_line_id'])
  })

  it('what an older key sealed is looked for by the keys', async () => {
    for (const [table, round] of [
      ['people_contact', () => app.nest.get(ContactsService, { strict: false }).reseal()],
      ['delivery_address', () => app.nest.get(AddressSealsService, { strict: false }).reseal()],
    ] as const) {
      const looked = await indicesTo(table, round)
      expect(looked.filter((index) => index !== `ix_${table}_key_id`)).toEqual([])
    }
  })

  it('who has no standing order and looks at theirs reads none of the others', async () => {
    const weekdays = await waysTo(app, 'delivery_standing_weekday', async () => {
      expect(ok(await eater.call('GET /delivery/standing')).items).toEqual([])
    })
    if (!onServer()) for (const { words } of weekdays) expect(words).toMatch(/standing_id/)
    expect(weekdays.length).toBeLessThanOrEqual(1)
  })

  it('who leaves is forgotten, also where others read of them, without reading all inboxes, orders and logs', async () => {
    const { manager } = app.dataSource
    for (const table of ['notices_notice', 'notices_outbox', 'canteen_order', 'privacy_access', 'privacy_audit']) {
      const { id } = await lunch.make.person({ balanceFen: 0 })
      await manager.update(Person, { id }, { deletionAt: app.clock.now() })
      const found = await indicesTo(table, () => app.nest.get(AccountService, { strict: false }).eraseDue())
      expect([table, found.length > 0, found.filter((index) => index === null)]).toEqual([table, true, []])
    }
  })

  it('what is old is forgotten without reading what is not', async () => {
    // Who was forgotten a moment ago is so once more, which is over by then.
    app.clock.set(new Date(app.clock.now().getTime() + 2 * 3_600_000).toISOString())
    const people = await indicesTo('people_person', () => app.nest.get(AccountService, { strict: false }).eraseDue())
    expect([...new Set(people)]).toEqual(['ix_people_person_deletion_at'])
    const sessions = await indicesTo('people_session', () => app.nest.get(Housekeeping).tidy('tenMinutes'))
    expect(sessions).toEqual(['ix_people_session_expires_at'])
    const messages = await waysTo(app, 'notices_outbox', () =>
      app.nest.get(OutboxService, { strict: false }).forgetOld(),
    )
    for (const { index, words } of messages) {
      expect(index).toBe('ix_notices_outbox_status_way_due')
      if (!onServer()) expect(words).toMatch(/due_at<\?/)
    }
    expect(messages).toHaveLength(4)
    const notices = await indicesTo('notices_notice', () => app.nest.get(NoticesService, { strict: false }).forgetOld())
    expect(notices).toEqual(['PRIMARY'])
  })
})
