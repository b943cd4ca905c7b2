import { Transactions } from '../../src/database/transactions.js'
import { AddressSealsService } from '../../src/delivery/address-seals.service.js'
import { Contact } from '../../src/people/contact.entity.js'
import { ContactsService } from '../../src/people/contacts.service.js'
import { Api, refusalOf } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { deleteAllRows, migratedDatabase, type TestDatabase } from '../support/database.js'
import { setDelivery } from '../support/delivery.js'
import { ok } from '../support/family.js'
import { setLunch } from '../support/lunch.js'
import { Make } from '../support/make.js'

const key = (name: string, byte: number): string => `${name}:${Buffer.alloc(32, byte).toString('base64')}`
const OLD = key('2025', 1)
const NEW = key('2026', 2)
const PEOPLE = 120

let database: TestDatabase
const running: TestApp[] = []
let ids: string[]

beforeEach(async () => {
  database = await migratedDatabase()
})
afterEach(async () => {
  for (const app of running.splice(0)) await app.close()
  await database.remove()
})

const phoneOf = (n: number): string => `138${String(n).padStart(8, '0')}`
const start = async (SEALING_KEYS: string): Promise<TestApp> => {
  const app = await startApp({ SEALING_KEYS }, database)
  running.push(app)
  return app
}
const stop = async (app: TestApp): Promise<void> => {
  running.splice(running.indexOf(app), 1)
  await app.close()
}
const contacts = (app: TestApp): ContactsService => app.nest.get(ContactsService, { strict: false })
async function fill(app: TestApp): Promise<void> {
  await deleteAllRows(app.dataSource)
  const make = new Make(app)
  await make.street()
  ids = []
  for (let n = 0; n < PEOPLE; n += 1) {
    const { id } = await make.person({ balanceFen: 0 })
    ids.push(id)
    await app.nest.get(Transactions).run((tx) => contacts(app).keep(tx, id, 'phone', phoneOf(n)))
  }
}
const keyIds = async (app: TestApp): Promise<Record<string, number>> => {
  const rows = await app.dataSource.manager.find(Contact)
  return rows.reduce<Record<string, number>>((sum, { keyId }) => ({ ...sum, [keyId]: (sum[keyId] ?? 0) + 1 }), {})
}
const clerkOf = async (app: TestApp): Promise<Api> =>
  new Api(app).as((await new Make(app).person({ name: '许阿姨', balanceFen: 0 })).id, [{ role: 'clerk' }])
const reveal = (clerk: Api, id: string) =>
  clerk.call('POST /desk/people/:id/reveal', { params: { id }, body: { field: 'phone', reason: '换钥匙' } })

it('seals every phone with the new key while people are served, and nobody notices', async () => {
  const before = await start(OLD)
  await fill(before)
  await stop(before)
  // First every server learns to open with the new key, then one after another seals with it.
  const still = await start(`${OLD},${NEW}`)
  const shared = database.DATABASE_URL !== undefined
  if (!shared) await stop(still)
  const app = await start(`${NEW},${OLD}`)
  const servers = shared ? [still, app] : [app]
  const clerks = await Promise.all(servers.map(clerkOf))
  const round = { over: false }
  const sealing = contacts(app)
    .reseal()
    .finally(() => (round.over = true))
  // People change their number meanwhile; the last number counts, whichever key sealed it.
  const moved = ids.slice(0, 10)
  const changing = Promise.all(
    moved.map((id, n) =>
      servers[n % servers.length]!.nest.get(Transactions).run((tx) =>
        contacts(servers[n % servers.length]!).keep(tx, id, 'phone', phoneOf(9_000 + n)),
      ),
    ),
  )
  let reads = 0
  for (let n = 10; !round.over || n < PEOPLE; n += 1) {
    const at = 10 + (n % (PEOPLE - 10))
    const clerk = clerks[n % clerks.length]!
    expect(ok(await reveal(clerk, ids[at]!)).value).toBe(phoneOf(at))
    expect(ok(await clerk.call('GET /desk/people', { query: { q: phoneOf(at) } })).items).toMatchObject([
      { id: ids[at] },
    ])
    reads += 1
  }
  expect(await sealing).toBeGreaterThan(100)
  await changing
  expect(reads).toBeGreaterThanOrEqual(110)
  // A second round takes what the old server sealed meanwhile.
  await contacts(app).reseal()
  expect(await keyIds(app)).toEqual({ 2026: PEOPLE })
  expect(await contacts(app).reseal()).toBe(0)
  for (const [n, id] of moved.entries()) expect(ok(await reveal(clerks.at(-1)!, id)).value).toBe(phoneOf(9_000 + n))
})

it('then opens everything without the old key, and before that opens nothing without it', async () => {
  const before = await start(`${OLD},${NEW}`)
  await fill(before)
  await stop(before)
  const early = await start(NEW)
  expect(refusalOf(await reveal(await clerkOf(early), ids[0]!))).toBe('500 internal')
  await stop(early)
  const rotating = await start(`${NEW},${OLD}`)
  expect(await contacts(rotating).reseal()).toBe(PEOPLE)
  await stop(rotating)
  const after = await start(NEW)
  expect(ok(await reveal(await clerkOf(after), ids[7]!)).value).toBe(phoneOf(7))
})

it('a sealed phone that was moved to another person’s row cannot be opened there', async () => {
  const app = await start(OLD)
  await fill(app)
  const { manager } = app.dataSource
  const other = await manager.findOneByOrFail(Contact, { personId: ids[1]! })
  await manager.update(Contact, { personId: ids[0]!, kind: 'phone' }, { sealed: other.sealed })
  expect(refusalOf(await reveal(await clerkOf(app), ids[0]!))).toBe('500 internal')
})

it('seals every door with the new key too', async () => {
  const old = await start(OLD)
  const lunch = await setLunch(old)
  const delivery = await setDelivery(old, lunch)
  const { id } = await lunch.make.elder(82)
  const addressId = await delivery.address(id)
  await stop(old)
  const app = await start(`${NEW},${OLD}`)
  const seals = app.nest.get(AddressSealsService, { strict: false })
  expect([await seals.reseal(), await seals.reseal()]).toEqual([1, 0])
  await stop(app)
  const { items } = ok(await new Api(await start(NEW)).as(id).call('GET /delivery/addresses'))
  expect(items.map((one) => [one.id, one.text])).toEqual([[addressId, '香泉苑 9 号 402 室']])
})
