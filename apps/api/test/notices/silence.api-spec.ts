import type { NoticeKind } from '@wanli/contracts/notices'

import { Transactions } from '../../src/database/transactions.js'
import { CreditBalance } from '../../src/notices/credit-balance.entity.js'
import { NoticesService } from '../../src/notices/notices.service.js'
import { OutboxRow } from '../../src/notices/outbox.entity.js'
import { OutboxWorker } from '../../src/notices/outbox-worker.js'
import { OutboxService } from '../../src/notices/outbox.service.js'
import { Identity } from '../../src/people/identity.entity.js'
import { Person } from '../../src/people/person.entity.js'
import { startApp, type TestApp } from '../support/app.js'
import { deleteAllRows } from '../support/database.js'
import { Make } from '../support/make.js'
import { until } from '../support/until.js'
import { startWechat, type TestWechat } from '../support/wechat.js'

const SEND = '/cgi-bin/message/subscribe/send'
const NOON = '2026-11-23T04:00:00.000Z'

let wechat: TestWechat
let app: TestApp
let make: Make

beforeAll(async () => {
  wechat = await startWechat()
  app = await startApp({ ...wechat.env, WECHAT_TEMPLATES: 'order:T-order' })
})
afterAll(async () => {
  await app.close()
  await wechat.close()
})
beforeEach(async () => {
  await wechat.reset()
  app.clock.set(NOON)
  await deleteAllRows(app.dataSource)
  make = new Make(app)
  await make.street()
})

const later = (seconds: number): void =>
  app.clock.set(new Date(app.clock.now().getTime() + seconds * 1000).toISOString())
const deliver = (): Promise<void> => app.nest.get(OutboxWorker, { strict: false }).work()
const tell = (personId: string, kind: NoticeKind = 'order_placed'): Promise<void> => {
  const request = { personId, kind, title: '订好了', body: '11:40 取', subject: null, urgent: kind === 'no_answer' }
  return app.nest.get(Transactions).run((tx) => app.nest.get(NoticesService, { strict: false }).tell(tx, [request]))
}
/** Somebody from WeChat who allowed a message. */
async function neighbour(): Promise<string> {
  const { manager } = app.dataSource
  const { id } = await make.person()
  await manager.insert(Identity, { provider: 'wechat', subject: `o-${id}`, personId: id, createdAt: new Date(NOON) })
  await manager.insert(CreditBalance, { personId: id, templateKey: 'order', credits: 1 })
  return id
}
async function neighbours(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) ids.push(await neighbour())
  return ids
}
/** To whom WeChat was asked to bring something, in this order. */
const asked = async (): Promise<string[]> =>
  (await wechat.received(SEND)).map(({ body }) => String(body['touser']).slice('o-'.length))
const settled = (): Promise<number> => app.dataSource.manager.countBy(OutboxRow, { status: 'sent' })

describe('while WeChat is silent', () => {
  it('is left alone after a few calls; what is urgent is tried first when it is called again', async () => {
    // Who waits longest is who came last to the neighbourhood.
    const waiting = (await neighbours(30)).reverse()
    for (const id of waiting) {
      await tell(id)
      await app.nest.get(OutboxService, { strict: false }).put([id], { allowed: new Map(), taken: new Set([id]) })
      later(3)
    }
    await wechat.fail('busy', { path: SEND, times: 1_000 })
    const daughter = await neighbour()
    await deliver()
    const tried = await asked()
    expect(tried.length).toBeGreaterThanOrEqual(3)
    expect(tried.length).toBeLessThanOrEqual(6)
    expect([...tried].sort()).toEqual(waiting.slice(0, tried.length).sort())
    await tell(daughter, 'no_answer')
    await deliver()
    expect((await asked()).slice(tried.length, tried.length + 4)).toContain(daughter)
  })

  it('an elder who is reached without it is told all the same', async () => {
    for (const id of await neighbours(12)) await tell(id)
    const { id: elder } = await make.elder(82)
    await app.dataSource.manager.update(Person, { id: elder }, { elderMode: true })
    later(1)
    await tell(elder)
    await wechat.fail('busy', { path: SEND, times: 1_000 })
    later(3)
    await deliver()
    expect(await app.dataSource.manager.findBy(OutboxRow, { personId: elder })).toMatchObject([
      { status: 'sent', channel: 'sms' },
    ])
  })

  it('everybody is told once it answers again', async () => {
    for (const id of await neighbours(30)) await tell(id)
    await wechat.fail('busy', { path: SEND, times: 1 })
    later(3)
    await deliver()
    expect(await settled()).toBe(29)
    later(20)
    await deliver()
    expect(await settled()).toBe(30)
  })
})

it('one call that WeChat leaves without an answer does not keep the others waiting', async () => {
  for (const id of await neighbours(6)) await tell(id)
  await wechat.fail('hang', { path: SEND })
  later(3)
  const round = deliver()
  await until(async () => (await settled()) === 5, 'the others are told')
  await round
})
