import type { NoticeKind } from '@wanli/contracts/notices'
import { IsNull, Not } from 'typeorm'

import { Transactions } from '../../src/database/transactions.js'
import { CreditBalance } from '../../src/notices/credit-balance.entity.js'
import { NoticesService } from '../../src/notices/notices.service.js'
import { OutboxRow } from '../../src/notices/outbox.entity.js'
import { Identity } from '../../src/people/identity.entity.js'
import { Person } from '../../src/people/person.entity.js'
import { startApp, type TestApp } from '../support/app.js'
import { Make } from '../support/make.js'
import { until } from '../support/until.js'
import { startWechat, type TestWechat } from '../support/wechat.js'

const SEND = '/cgi-bin/message/subscribe/send'
const NOON = '2026-11-23T04:00:00.000Z'
const A_ROUND = 20

let wechat: TestWechat
let app: TestApp
let make: Make

beforeAll(async () => {
  wechat = await startWechat()
  app = await startApp({ ...wechat.env, WECHAT_TEMPLATES: 'order:T-order', OUTBOX_EVERY_MS: '50' })
  app.clock.set(NOON)
  make = new Make(app)
  await make.street()
})
afterAll(async () => {
  // Whoever still waits for an answer of WeChat hears that the line is cut.
  await wechat.close()
  await app.close()
})

const tell = (personId: string, kind: NoticeKind): Promise<void> => {
  const request = { personId, kind, title: '老人没有应门', body: '请马上打个电话', subject: null, urgent: true }
  return app.nest.get(Transactions).run((tx) => app.nest.get(NoticesService, { strict: false }).tell(tx, [request]))
}
const rowsOf = (where: object): Promise<number> => app.dataSource.manager.countBy(OutboxRow, where)

it('whoever is reached by SMS does not wait for those to whom WeChat is to bring something', async () => {
  const { manager } = app.dataSource
  await wechat.fail('hang', { path: SEND, times: 1_000 })
  for (let n = 0; n < A_ROUND; n += 1) {
    const { id } = await make.person()
    await manager.insert(Identity, { provider: 'wechat', subject: `o-${id}`, personId: id, createdAt: new Date(NOON) })
    await manager.insert(CreditBalance, { personId: id, templateKey: 'order', credits: 1 })
    await tell(id, 'order_ready')
  }
  await until(async () => (await wechat.received(SEND)).length > 0, 'WeChat is asked')
  const { id: elder } = await make.elder(82)
  await manager.update(Person, { id: elder }, { elderMode: true })
  await tell(elder, 'no_answer')
  await until(async () => (await rowsOf({ personId: elder, channel: 'sms' })) === 1, 'the elder is told')
  // All who were there before are waited for still.
  expect(await rowsOf({ status: 'waiting', lastError: IsNull() })).toBe(A_ROUND)
  expect(await rowsOf({ lastError: Not(IsNull()) })).toBe(0)
})
