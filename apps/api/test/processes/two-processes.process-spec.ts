import type { SessionReply } from '@wanli/contracts/people'
import type { SittingView } from '@wanli/contracts/canteen'

import { emptyDatabase, type TestDatabase } from '../support/database.js'
import { freePort, startProcess, type ServerProcess } from '../support/process.js'
import { until } from '../support/until.js'
import { startWechat, type TestWechat } from '../support/wechat.js'

/** Two processes share a database where a server keeps it; a SQLite file has one, which holds the same promises. */
const shared = (process.env['TEST_DATABASE_URL'] ?? '') !== ''
const SEND = '/cgi-bin/message/subscribe/send'

let wechat: TestWechat
let database: TestDatabase
let servers: ServerProcess[]
let urls: string[]

beforeAll(async () => {
  wechat = await startWechat()
  database = await emptyDatabase()
  const ports = [await freePort(), await freePort()].slice(0, shared ? 2 : 1)
  const env = {
    ...wechat.env,
    WECHAT_TEMPLATES: 'mandate:T-mandate',
    DEMO: '1',
    TOKEN_SECRET: 'a secret of the two processes, long enough',
    SEALING_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    INDEX_KEY: 'an index key that only this test suite knows',
    DATA_DIR: database.DATA_DIR,
    ...(database.DATABASE_URL === undefined ? {} : { DATABASE_URL: database.DATABASE_URL }),
    CLOCK_START: '2026-11-23T01:00:00Z',
    OUTBOX_EVERY_MS: '100',
    RATE_SIGN_IN: '20',
  }
  servers = []
  for (const port of ports) servers.push(await startProcess({ ...env, PORT: String(port) }))
  urls = [ports[0]!, ports.at(-1)!].map((port) => `http://127.0.0.1:${port}/api/v1`)
})
afterAll(async () => {
  for (const server of servers) await server.stop()
  await database.remove()
  await wechat.close()
})

let keys = 0
/** What of the replies of these routes is looked at. */
type Told = Partial<SessionReply & SittingView & { items: { id: string; actions: string[] }[]; code: string }>

async function ask(
  url: string,
  method: 'GET' | 'POST',
  path: string,
  given: { token?: string; body?: unknown } = {},
): Promise<{ status: number; reply: Told }> {
  keys += 1
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      'Idempotency-Key': `two-processes-${keys}`,
      ...(given.token === undefined ? {} : { Authorization: `Bearer ${given.token}` }),
      ...(given.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
  })
  return { status: response.status, reply: (await response.json()) as Told }
}

const signIn = async (url: string, body: { code: string }): Promise<string> =>
  (await ask(url, 'POST', '/auth/wechat', { body })).reply.accessToken ?? ''

/** Orders the first dish that is left of the first sitting that is open. */
async function order(url: string, token: string): Promise<number> {
  const canteens = await ask(url, 'GET', '/canteen/canteens', { token })
  const canteenId = canteens.reply.items?.[0]?.id ?? ''
  const sittings = await ask(url, 'GET', `/canteen/sittings?canteenId=${canteenId}`, { token })
  const open = sittings.reply.items?.find((sitting) => sitting.actions.includes('order'))
  const { reply } = await ask(url, 'GET', `/canteen/sittings/${open?.id ?? ''}`, { token })
  const offer = reply.offers?.find((one) => one.left > 0)
  const slot = reply.slots?.find((one) => one.left > 0)
  const lines = [{ offerId: offer?.id, quantity: 1 }]
  const body = { sittingId: reply.id, lines, mode: 'pick_up', slotId: slot?.id, payBy: 'wallet' }
  return (await ask(url, 'POST', '/canteen/orders', { token, body })).status
}

/** Topics a stream tells, as they come. */
async function listen(url: string, token: string): Promise<{ topics: string[]; leave: () => void }> {
  const control = new AbortController()
  const response = await fetch(`${url}/live`, { headers: { Authorization: `Bearer ${token}` }, signal: control.signal })
  const heard = { topics: [] as string[], leave: () => control.abort() }
  let text = ''
  void (async () => {
    try {
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        text += new TextDecoder().decode(chunk)
        heard.topics = [...text.matchAll(/"topic":"(\w+)/g)].map(([, topic]) => topic ?? '')
      }
    } catch {
      // The test left.
    }
  })()
  await until(() => text.includes('id: '), 'the stream says where it begins')
  return heard
}

it('two processes on one database behave as one', async () => {
  const [here = '', there = ''] = urls
  const demo = await ask(here, 'POST', '/auth/demo', { body: { persona: 'zhang-ayi' } })
  const token = demo.reply.accessToken ?? ''

  // Live: ordered there, told here within a second.
  const stream = await listen(here, token)
  const started = performance.now()
  expect(await order(there, token)).toBe(201)
  await until(() => stream.topics.includes('orders'), 'the order is told at the other process')
  expect(performance.now() - started).toBeLessThan(2_000)
  stream.leave()

  // Outbox and token: whoever came from WeChat and allowed one message gets it once, with one token fetched by all.
  const newcomer = await signIn(there, { code: 'somebody-new' })
  await ask(there, 'POST', '/notices/credits', { token: newcomer, body: { answers: { 'T-mandate': 'accept' } } })
  const terms = { scopes: ['meals'], dailyCapFen: null, payer: 'agent', validUntil: null }
  const told = await ask(here, 'POST', '/mandates/codes', { token: newcomer, body: terms })
  const redeem = { code: told.reply.code, relation: '邻居' }
  expect((await ask(there, 'POST', '/mandates/redeem', { token, body: redeem })).status).toBeLessThan(300)
  await until(async () => (await wechat.received(SEND)).length > 0, 'the message goes out')

  // Sessions: signed out there, out here at once.
  expect((await ask(here, 'GET', '/wallet', { token })).status).toBe(200)
  await ask(there, 'POST', '/auth/sign-out', { token })
  const after = await ask(here, 'GET', '/wallet', { token })
  expect([after.status, after.reply.code]).toEqual([401, 'auth.session_ended'])

  // Limits: tries to sign in are counted together.
  const tries = []
  for (let n = 0; n < 30; n += 1) {
    const body = { phone: '13800000000', code: '000000' }
    tries.push((await ask(n % 2 === 0 ? here : there, 'POST', '/auth/phone', { body })).status)
  }
  expect(tries.filter((status) => status === 401).length).toBeLessThanOrEqual(20)
  expect(tries.at(-1)).toBe(429)

  // By now every process has looked into the outbox many times.
  expect(await wechat.received(SEND)).toHaveLength(1)
  expect(await wechat.received('/cgi-bin/stable_token')).toHaveLength(1)
})
