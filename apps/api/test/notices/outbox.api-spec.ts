import { IsNull, Not } from 'typeorm'

import { Transactions } from '../../src/database/transactions.js'
import { Notice } from '../../src/notices/notice.entity.js'
import { NoticesService, type NoticeRequest } from '../../src/notices/notices.service.js'
import { OutboxRow } from '../../src/notices/outbox.entity.js'
import { MAX_ATTEMPTS } from '../../src/notices/outbox.rules.js'
import { OutboxWorker } from '../../src/notices/outbox-worker.js'
import { OutboxService } from '../../src/notices/outbox.service.js'
import { Identity } from '../../src/people/identity.entity.js'
import { Person } from '../../src/people/person.entity.js'
import { Api, refusalOf } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { deleteAllRows, migratedDatabase, type TestDatabase } from '../support/database.js'
import { Make } from '../support/make.js'
import { until } from '../support/until.js'
import { startWechat, type TestWechat } from '../support/wechat.js'

const SEND = '/cgi-bin/message/subscribe/send'
const NOON = '2026-11-23T04:00:00.000Z'

let wechat: TestWechat
let database: TestDatabase
let apps: TestApp[]
let app: TestApp
let make: Make
let person: Person
let api: Api

beforeAll(async () => {
  wechat = await startWechat()
  database = await migratedDatabase()
  const env = { ...wechat.env, WECHAT_TEMPLATES: 'order:T-order,money:T-money' }
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
  setClock(NOON)
  await deleteAllRows(app.dataSource)
  make = new Make(app)
  await make.street()
  person = await make.person()
  await app.dataSource.manager.insert(Identity, {
    provider: 'wechat',
    subject: `o-${person.id}`,
    personId: person.id,
    createdAt: new Date(NOON),
  })
  api = new Api(app).as(person.id)
})

const setClock = (instant: string): void => apps.forEach((one) => one.clock.set(instant))
const later = (seconds: number): void => setClock(new Date(app.clock.now().getTime() + seconds * 1000).toISOString())
const deliver = (one = app): Promise<void> => one.nest.get(OutboxWorker, { strict: false }).work()
const outbox = (one = app): OutboxService => one.nest.get(OutboxService, { strict: false })
/** Puts what the person is to be told into the line of WeChat. */
const put = (one = app): Promise<void> =>
  outbox(one).put([person.id], { allowed: new Map(), taken: new Set([person.id]) })
const tell = (...requests: Partial<NoticeRequest>[]): Promise<void> => {
  const whole = requests.map((request) => ({
    personId: person.id,
    kind: 'order_placed' as const,
    title: '今天午餐订好了，取餐号 A001',
    body: '张阿姨，11:40 到香泉社区食堂 3 号窗口取',
    subject: null,
    ...request,
  }))
  const notices = app.nest.get(NoticesService, { strict: false })
  return app.nest.get(Transactions).run((tx) => notices.tell(tx, whole))
}
const accept = (count = 1): Promise<unknown> =>
  Promise.all(
    [...Array(count).keys()].map(() =>
      api.call('POST /notices/credits', { body: { answers: { 'T-order': 'accept' } } }),
    ),
  )
const left = async (): Promise<number> => (await api.call('GET /notices/templates')).reply.items[0]!.left
const rows = (): Promise<OutboxRow[]> => app.dataSource.manager.find(OutboxRow, { order: { createdAt: 'ASC' } })
const sent = () => wechat.received(SEND)
/** Notices of which it is still to be decided whether they go out. */
const undecided = (): Promise<Notice[]> =>
  app.dataSource.manager.find(Notice, { where: { sendAt: Not(IsNull()) }, order: { createdAt: 'ASC' } })

describe('telling', () => {
  it('leaves one notice and one message when the same thing is told twice with one key, also at once', async () => {
    await tell({ dedupeKey: 'paid-1' })
    await Promise.all([tell({ dedupeKey: 'paid-1' }), tell({ dedupeKey: 'paid-1' }, { dedupeKey: 'paid-2' })])
    expect(await app.dataSource.manager.countBy(Notice, { personId: person.id })).toBe(2)
    await accept()
    later(3)
    await deliver()
    expect(await rows()).toHaveLength(2)
  })

  it('keeps nothing of a fact that did not happen', async () => {
    const notices = app.nest.get(NoticesService, { strict: false })
    const request = { personId: person.id, kind: 'account' as const, title: 'x', body: 'y', subject: null }
    const failed = app.nest.get(Transactions).run(async (tx) => {
      await notices.tell(tx, [request])
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await undecided()).toEqual([])
    expect((await api.call('GET /notices')).reply.items).toEqual([])
  })

  it('lets a notice wait for an answer until its subject is settled', async () => {
    const subject = { kind: 'mandate' as const, id: 'm-1' }
    await tell({ kind: 'mandate_offered', todo: true, subject }, {})
    expect((await api.call('GET /notices/unread')).reply).toEqual({ count: 2, todo: 1 })
    const only = async (filter: 'todo' | 'info') =>
      (await api.call('GET /notices', { query: { only: filter } })).reply.items.map(({ kind, todo }) => ({
        kind,
        todo,
      }))
    expect(await only('todo')).toEqual([{ kind: 'mandate_offered', todo: true }])
    expect(await only('info')).toEqual([{ kind: 'order_placed', todo: false }])
    const notices = app.nest.get(NoticesService, { strict: false })
    await app.nest.get(Transactions).run((tx) => notices.settle(tx, subject))
    expect(await only('todo')).toEqual([])
    expect((await api.call('POST /notices/read')).reply).toEqual({ read: true })
    expect((await api.call('GET /notices/unread')).reply).toEqual({ count: 0, todo: 0 })
  })

  it('refuses a filter and an answer it does not know', async () => {
    expect((await api.raw('GET /notices', { query: { only: 'all' } })).status).toBe(422)
    expect((await api.raw('POST /notices/credits', { body: { answers: { 'T-order': 'maybe' } } })).status).toBe(422)
  })
})

describe('the outbox', () => {
  it('sends a message by WeChat for a credit, within the limits of its fields', async () => {
    await accept()
    await tell({})
    later(3)
    await deliver()
    expect((await sent()).map(({ body }) => body)).toMatchObject([
      {
        touser: `o-${person.id}`,
        template_id: 'T-order',
        data: {
          thing1: { value: '今天午餐订好了，取餐号 A001' },
          thing2: { value: '张阿姨，11:40 到香泉社区食堂 3…' },
        },
      },
    ])
    expect(await rows()).toMatchObject([{ status: 'sent', channel: 'wechat', attempts: 1 }])
    expect(await left()).toBe(0)
  })

  it('leaves what nobody allowed in the inbox', async () => {
    await tell({}, { kind: 'account' })
    expect(await undecided()).toHaveLength(2)
    later(3)
    await deliver()
    expect(await sent()).toEqual([])
    expect([await undecided(), await rows()]).toEqual([[], []])
    // It is decided: a message that is allowed afterwards is for what comes then.
    await accept()
    await deliver()
    expect(await sent()).toEqual([])
    expect((await api.call('GET /notices')).reply.items).toHaveLength(2)
  })

  it('reaches an elder without WeChat another way', async () => {
    await app.dataSource.manager.update(Person, { id: person.id }, { elderMode: true })
    await tell({})
    later(3)
    await deliver()
    expect(await rows()).toMatchObject([{ status: 'sent', channel: 'sms' }])
  })

  it('makes one message of a storm, for one credit', async () => {
    await accept(3)
    await tell({})
    await tell({ title: '昨天的退款到了', kind: 'money_added' })
    await tell({ title: '今天午餐取走了' })
    later(3)
    await deliver()
    const messages = await sent()
    expect(messages).toHaveLength(1)
    expect(messages[0]!.body['data']).toEqual({
      thing1: { value: '有 3 条新消息' },
      thing2: { value: '今天午餐取走了' },
    })
    expect(await left()).toBe(2)
  })

  it('is quiet at night but for what is urgent, and tells the rest in the morning as one', async () => {
    await accept(3)
    setClock('2026-11-23T14:00:00.000Z')
    await tell({}, {})
    await tell({ title: '急事', urgent: true })
    await deliver()
    expect((await sent()).map(({ body }) => body['data'])).toMatchObject([{ thing1: { value: '急事' } }])
    setClock('2026-11-23T22:59:00.000Z')
    await deliver()
    expect(await sent()).toHaveLength(1)
    setClock('2026-11-23T23:00:03.000Z')
    await deliver()
    const [, ...morning] = await sent()
    expect(morning.map(({ body }) => body['data'])).toMatchObject([{ thing1: { value: '有 2 条新消息' } }])
  })

  it('does not send what was read meanwhile', async () => {
    await accept()
    await tell({})
    await api.call('POST /notices/read')
    later(3)
    await deliver()
    expect(await sent()).toEqual([])
    expect(await left()).toBe(1)
  })

  it('believes WeChat when it says that no credit is left', async () => {
    await accept(3)
    await wechat.fail('no_credit', { path: SEND })
    await tell({})
    later(3)
    await deliver()
    expect(await left()).toBe(0)
    expect(await rows()).toMatchObject([{ status: 'inbox' }])
  })

  it('falls back to another way for an elder when WeChat says that no credit is left, and tells it once', async () => {
    await app.dataSource.manager.update(Person, { id: person.id }, { elderMode: true })
    await accept(2)
    await wechat.fail('no_credit', { path: SEND })
    await tell({})
    later(3)
    await deliver()
    expect(await rows()).toMatchObject([{ status: 'sent', channel: 'sms', creditKey: null }])
    expect(await left()).toBe(0)
    later(3_600)
    await deliver()
    expect(await rows()).toMatchObject([{ attempts: 1 }])
    expect(await sent()).toHaveLength(1)
  })

  it('wakes a mother at night when her daughter asks to act for her, and nobody for a lunch that was collected', async () => {
    await accept(2)
    setClock('2026-11-23T15:30:00.000Z')
    const asks = { kind: 'mandate_offered' as const, title: '周敏想替你办事', urgent: true, todo: true }
    await tell({ ...asks, subject: { kind: 'mandate', id: 'm-2' } })
    await tell({ kind: 'order_handed_over', title: '今天午餐取走了' })
    later(60)
    await deliver()
    // There is no template for mandates here: what is urgent stays in the inbox at once, the other waits for the morning.
    expect(await rows()).toMatchObject([{ kind: 'mandate_offered', status: 'inbox' }])
    expect((await undecided()).map(({ kind, sendAt }) => [kind, sendAt?.toISOString()])).toEqual([
      ['order_handed_over', '2026-11-23T23:00:02.000Z'],
    ])
  })

  it('tries again after a fault with the credit it has, gives up after eight times, and goes on when an admin says so', async () => {
    await accept()
    await wechat.fail('busy', { path: SEND, times: MAX_ATTEMPTS })
    await tell({})
    later(3)
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      await deliver()
      await deliver()
      expect(await sent()).toHaveLength(attempt)
      later(3_601)
    }
    expect(await left()).toBe(0)
    setClock(NOON)
    const admin = new Api(app).as((await make.person()).id, [{ role: 'admin' }])
    const dead = (await admin.call('GET /outbox/dead')).reply.items
    expect(dead).toMatchObject([
      { channel: 'wechat', kind: 'order_placed', attempts: MAX_ATTEMPTS, lastError: 'auth.wechat_unreachable' },
    ])
    // Whose message it was, and what it said, is not an admin's to read.
    expect(Object.keys(dead[0]!).sort()).toEqual(['attempts', 'channel', 'createdAt', 'id', 'kind', 'lastError'])
    const params = { id: dead[0]!.id }
    expect((await admin.call('POST /outbox/dead/:id/retry', { params })).reply).toEqual({ retried: true })
    expect(refusalOf(await admin.call('POST /outbox/dead/:id/retry', { params }))).toBe(
      '404 notices.dead_letter_not_found',
    )
    await deliver()
    expect(await rows()).toMatchObject([{ status: 'sent', lastError: null }])
  })

  it('shows dead messages to an admin only', async () => {
    expect(refusalOf(await api.call('GET /outbox/dead'))).toBe('403 auth.forbidden')
    expect(refusalOf(await api.call('POST /outbox/dead/:id/retry', { params: { id: 'x' } }))).toBe('403 auth.forbidden')
  })

  it('is taken over when the worker that held a message died', async () => {
    await accept()
    await tell({})
    later(3)
    await put(apps[0])
    expect(await outbox(apps[0]).claim(person.id, 'wechat')).toBeDefined()
    await deliver(apps[1])
    expect(await sent()).toEqual([])
    later(61)
    await deliver(apps[1])
    expect(await sent()).toHaveLength(1)
  })

  it('does not let a worker that came back late change what another one did', async () => {
    await tell({})
    later(3)
    await put(apps[0])
    const claim = (await outbox(apps[0]).claim(person.id, 'wechat'))!
    later(61)
    await deliver(apps[1])
    await outbox(apps[0])
      .failed(claim, 'wechat', 'late')
      .catch(() => undefined)
    expect(await rows()).toMatchObject([{ status: 'inbox', lastError: null }])
  })
})

describe('what is old', () => {
  it('goes: messages a month after they were settled, notices after a year, dead letters never by themselves', async () => {
    await accept()
    await tell({})
    later(3)
    await deliver()
    await tell({ title: '没送到', urgent: true })
    await put()
    await app.dataSource.manager.update(OutboxRow, { status: 'waiting' }, { status: 'dead', doneAt: app.clock.now() })
    const forget = async (): Promise<void> => {
      await outbox().forgetOld()
      await app.nest.get(NoticesService, { strict: false }).forgetOld()
    }
    const count = async () => [(await rows()).length, await app.dataSource.manager.count(Notice)]
    setClock('2026-12-22T04:00:00.000Z')
    await forget()
    expect(await count()).toEqual([2, 2])
    setClock('2026-12-24T04:00:00.000Z')
    await forget()
    expect(await count()).toEqual([1, 2])
    setClock('2027-11-23T04:01:00.000Z')
    await forget()
    expect(await count()).toEqual([0, 0])
  })
})

describe('the worker', () => {
  it('sends by itself soon after the fact', async () => {
    const alone = await startApp({ ...wechat.env, WECHAT_TEMPLATES: 'order:T-order', OUTBOX_EVERY_MS: '50' })
    try {
      const other = new Make(alone)
      await other.street()
      const { id } = await other.person()
      const notices = alone.nest.get(NoticesService, { strict: false })
      const request = { personId: id, kind: 'account' as const, title: 'x', body: 'y', subject: null, urgent: true }
      await alone.nest.get(Transactions).run((tx) => notices.tell(tx, [request]))
      await until(() => alone.dataSource.manager.existsBy(Notice, { sendAt: IsNull() }), 'the notice is looked at')
    } finally {
      await alone.close()
    }
  })
})
