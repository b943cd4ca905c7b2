import { Transactions } from '../../src/database/transactions.js'
import { CreditEntry } from '../../src/notices/credit.entity.js'
import { CreditsService } from '../../src/notices/credits.service.js'
import { NoticesService } from '../../src/notices/notices.service.js'
import { OutboxRow } from '../../src/notices/outbox.entity.js'
import { OutboxWorker } from '../../src/notices/outbox-worker.js'
import { OutboxService } from '../../src/notices/outbox.service.js'
import { Identity } from '../../src/people/identity.entity.js'
import { Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { deleteAllRows, migratedDatabase, type TestDatabase } from '../support/database.js'
import { Make } from '../support/make.js'
import { startWechat, type TestWechat } from '../support/wechat.js'

const SEND = '/cgi-bin/message/subscribe/send'

let wechat: TestWechat
let database: TestDatabase
let apps: TestApp[]
let app: TestApp
let make: Make

beforeAll(async () => {
  wechat = await startWechat()
  database = await migratedDatabase()
  const env = { ...wechat.env, WECHAT_TEMPLATES: 'order:T-order' }
  apps = [await startApp(env, database)]
  // A SQLite file has one process: there one server plays both.
  apps.push(database.DATABASE_URL === undefined ? apps[0]! : await startApp(env, database))
  app = apps[0]!
})
afterAll(async () => {
  for (const one of new Set(apps)) await one.close()
  await database.remove()
  await wechat.close()
})
beforeEach(async () => {
  await wechat.reset()
  for (const one of apps) one.clock.set('2026-11-23T04:00:00.000Z')
  await deleteAllRows(app.dataSource)
  make = new Make(app)
  await make.street()
})

const tell = (personId: string): Promise<void> => {
  const notices = app.nest.get(NoticesService, { strict: false })
  const request = {
    personId,
    kind: 'order_placed' as const,
    title: '订好了',
    body: '11:40 取',
    subject: null,
    urgent: true,
  }
  return app.nest.get(Transactions).run((tx) => notices.tell(tx, [request]))
}
const fromWechat = async (): Promise<string> => {
  const { id } = await make.person()
  const createdAt = app.clock.now()
  await app.dataSource.manager.insert(Identity, { provider: 'wechat', subject: `o-${id}`, personId: id, createdAt })
  return id
}
const accept = (id: string, count: number) =>
  Promise.all(
    [...Array(count).keys()].map(() =>
      new Api(app).as(id).call('POST /notices/credits', { body: { answers: { 'T-order': 'accept' } } }),
    ),
  )
const sum = async (personId: string): Promise<number> => {
  const entries = await app.dataSource.manager.findBy(CreditEntry, { personId })
  return entries.reduce((total, entry) => total + entry.delta, 0)
}

it('sends each of thirty messages once while the workers of two processes look for them', async () => {
  const people = await Promise.all([...Array(30).keys()].map(fromWechat))
  for (const id of people) {
    await accept(id, 1)
    await tell(id)
  }
  await Promise.all(apps.map((one) => one.nest.get(OutboxWorker, { strict: false }).work()))
  const to = (await wechat.received(SEND)).map(({ body }) => body['touser'])
  expect(to.sort()).toEqual(people.map((id) => `o-${id}`).sort())
})

it('uses one credit once when twenty messages want it at the same time', async () => {
  const id = await fromWechat()
  await accept(id, 1)
  const credits = apps.map((one) => one.nest.get(CreditsService, { strict: false }))
  const taken = await Promise.all(
    [...Array(20).keys()].map((n) => credits[n % 2]!.take({ id: `claim-${n}`, personId: id }, 'order')),
  )
  expect(taken.filter(Boolean)).toHaveLength(1)
  expect(await sum(id)).toBe(0)
})

it('counts twenty answers given at once as twenty', async () => {
  const id = await fromWechat()
  await accept(id, 20)
  const { reply } = await new Api(app).as(id).call('GET /notices/templates')
  expect(reply.items).toEqual([{ key: 'order', templateId: 'T-order', title: '订餐和取餐提醒', left: 20 }])
  expect(await sum(id)).toBe(20)
})

it('gives the messages of a person to one of twenty hands', async () => {
  const id = await fromWechat()
  await tell(id)
  await tell(id)
  const hands = apps.map((one) => one.nest.get(OutboxService, { strict: false }))
  // Twenty put them into the outbox at the same time, too: each is there once.
  await Promise.all(
    [...Array(20).keys()].map((n) => hands[n % 2]!.put([id], { allowed: new Map(), taken: new Set([id]) })),
  )
  expect(await app.dataSource.manager.countBy(OutboxRow, { personId: id })).toBe(2)
  const claims = await Promise.all([...Array(20).keys()].map((n) => hands[n % 2]!.claim(id, 'wechat')))
  expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1)
})
