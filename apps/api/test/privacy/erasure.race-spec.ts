import { Order } from '../../src/canteen/order.entity.js'
import { newId } from '../../src/common/new-id.js'
import { Transactions } from '../../src/database/transactions.js'
import { AccountService } from '../../src/people/account.service.js'
import { Person } from '../../src/people/person.entity.js'
import { newKey } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok } from '../support/family.js'
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
