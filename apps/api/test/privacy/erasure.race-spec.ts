import type { EntityManager } from 'typeorm'

import { Order } from '../../src/canteen/order.entity.js'
import { newId } from '../../src/common/new-id.js'
import { Transactions } from '../../src/database/transactions.js'
import { AccountService } from '../../src/people/account.service.js'
import { Person } from '../../src/people/person.entity.js'
import { newKey } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok, setFamily } from '../support/family.js'
import { whileHeld } from '../support/held.js'
import { setLunch } from '../support/lunch.js'
import { until } from '../support/until.js'

const A_WEEK_BEFORE = '2026-11-16T02:00:00.000Z'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

/** Whether the erasure is at the person's row, which the order under way holds. On SQLite transactions wait for each other anyway. */
async function erasureWaits(): Promise<boolean> {
  if (app.dataSource.options.type === 'better-sqlite3') return true
  const sql = `SELECT COUNT(*) AS waiting FROM information_schema.processlist WHERE db = DATABASE() AND info LIKE 'UPDATE%erased_at%'`
  const [row] = await app.dataSource.query<{ waiting: string }[]>(sql)
  return Number(row?.waiting) > 0
}

/** Something that is waited for until somebody says so. */
function gate(): { open: () => void; passed: Promise<void> } {
  let open = (): void => undefined
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open: () => open(), passed }
}

it('what somebody says of themself while they are forgotten is forgotten by the next round', async () => {
  const lunch = await setLunch(app)
  const { manager } = app.dataSource
  const { id } = await lunch.make.person({ name: '沈德龙', balanceFen: 0 })
  const { daughterId } = await setFamily(app, lunch)
  const now = app.clock.now().toISOString()
  app.clock.set(A_WEEK_BEFORE)
  const leaving = lunch.api.as(id)
  ok(await leaving.call('POST /me/deletion'))
  await lunch.make.mandate(daughterId, id)
  app.clock.set(now)
  const own = leaving.with(await leaving.token())
  const accounts = app.nest.get(AccountService, { strict: false })
  const mandates = (tx: EntityManager) => tx.query('SELECT id FROM people_mandate FOR UPDATE')
  const begun: Promise<unknown>[] = []
  const isHeld = await whileHeld(app, mandates, async (meeting) => {
    begun.push(accounts.eraseDue())
    await meeting('the erasure is on its way')
    begun.push(own.call('PATCH /me', { body: { name: '沈德龙' } }))
    await meeting('what is said waits for it')
  })
  if (!isHeld) return
  await Promise.all(begun)
  await accounts.eraseDue()
  const { name, erasedAt } = await manager.findOneByOrFail(Person, { id })
  expect([name, erasedAt === null]).toEqual(['已注销用户', false])
})

it('nobody is forgotten whose meal is being ordered in this moment', async () => {
  const lunch = await setLunch(app)
  const { manager } = app.dataSource
  const neighbour = lunch.api.as((await lunch.make.person()).id)
  const { id } = ok(await neighbour.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() }))
  const theirs = await manager.findOneByOrFail(Order, { id })
  const { id: personId } = await lunch.make.person({ balanceFen: 0 })
  const now = app.clock.now().toISOString()
  app.clock.set(A_WEEK_BEFORE)
  ok(await lunch.api.as(personId).call('POST /me/deletion'))
  app.clock.set(now)
  const people = { eaterId: personId, placedById: personId, paidById: personId }
  const own = Object.assign(theirs, people, { id: newId(), pickupNumber: 'A002', pickupCode: 'x'.repeat(22) })
  const inserted = gate()
  const mayCommit = gate()
  const ordering = app.nest.get(Transactions).run(async (tx) => {
    await tx.insert(Order, own)
    inserted.open()
    await mayCommit.passed
  })
  await inserted.passed
  const erasing = app.nest.get(AccountService, { strict: false }).eraseDue()
  try {
    await until(erasureWaits, 'the erasure waits for the order')
  } finally {
    mayCommit.open()
    await Promise.all([ordering, erasing])
  }
  expect((await manager.findOneByOrFail(Person, { id: personId })).erasedAt).toBeNull()
})
