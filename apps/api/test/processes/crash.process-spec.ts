import type { Problem } from '@wanli/contracts/errors'
import type { OrderView, PlaceOrderRequest } from '@wanli/contracts/canteen'
import { In, IsNull, Not } from 'typeorm'

import { Offer } from '../../src/canteen/offer.entity.js'
import { OrderLine } from '../../src/canteen/order-line.entity.js'
import { Order } from '../../src/canteen/order.entity.js'
import { Slot } from '../../src/canteen/slot.entity.js'
import { Transactions } from '../../src/database/transactions.js'
import { CreditBalance } from '../../src/notices/credit-balance.entity.js'
import { Notice } from '../../src/notices/notice.entity.js'
import { OutboxRow } from '../../src/notices/outbox.entity.js'
import { Identity } from '../../src/people/identity.entity.js'
import { Account } from '../../src/wallet/account.entity.js'
import { Entry } from '../../src/wallet/entry.entity.js'
import { Posting } from '../../src/wallet/posting.entity.js'
import { startApp } from '../support/app.js'
import { emptyDatabase, type TestDatabase } from '../support/database.js'
import { setLunch } from '../support/lunch.js'
import { freePort, startProcess, type ServerProcess } from '../support/process.js'
import { until } from '../support/until.js'
import { startWechat, type TestWechat } from '../support/wechat.js'

/** Many where servers share a database; on a file, whose engine is the same in one process, a few. Each is a start of the server. */
const KILLS = (process.env['TEST_DATABASE_URL'] ?? '') === '' ? 6 : 24
const PEOPLE = 24
const BALANCE_FEN = 10_000_000
const PRICE_FEN = 1200
const SEND = '/cgi-bin/message/subscribe/send'

let wechat: TestWechat
let database: TestDatabase

beforeAll(async () => {
  wechat = await startWechat()
  database = await emptyDatabase()
})
afterAll(async () => {
  await database.remove()
  await wechat.close()
})

/** One thing a phone asks for; it asks again under the same key until it has an answer, as the app does. */
interface Wish {
  personId: string
  key: string
  orderId: string | null
  cancelled: boolean
}

it('loses no accepted order, charges nobody twice and tells everybody, whenever it is killed', async () => {
  const shared = {
    ...wechat.env,
    WECHAT_TEMPLATES: 'order:T-order',
    TOKEN_SECRET: 'a secret of the crash test, long enough',
  }
  const { people, body } = await prepare(shared)
  const port = await freePort()
  const env = {
    ...shared,
    DEMO: '1',
    SEALING_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    INDEX_KEY: 'an index key that only this test suite knows',
    DATA_DIR: database.DATA_DIR,
    ...(database.DATABASE_URL === undefined ? {} : { DATABASE_URL: database.DATABASE_URL }),
    PORT: String(port),
    RATE_PERSON: '1000000',
    RATE_ADDRESS: '1000000',
    OUTBOX_EVERY_MS: '100',
  }
  const load = new Load(`http://127.0.0.1:${port}/api/v1`, people, body)
  let server = await startProcess({ ...env, CLOCK_START: '2026-11-23T02:00:00Z' })
  const working = load.start()
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      // At least one order since the last start, then a moment somewhere in the next ones.
      const seen = load.answers
      await until(() => load.answers > seen, 'an order after the start')
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 120))
      await server.kill()
      server = await startProcess({ ...env, CLOCK_START: '2026-11-23T02:00:00Z' })
    }
  } finally {
    load.stop()
  }
  await working
  await server.stop()
  server = await startProcess({ ...env, CLOCK_START: '2026-11-23T02:20:00Z' })
  await expectAllSent(server, people.length)
  await expectNothingLost(load.wishes)
})

/** A lunch with portions for everybody, people with money, WeChat and credits; then the server of the preparation ends. */
async function prepare(env: Record<string, string>): Promise<{
  people: { id: string; token: string }[]
  body: PlaceOrderRequest
}> {
  const app = await startApp(env, database)
  const lunch = await setLunch(app, { portions: 100_000 })
  const slot = await lunch.make.slot(lunch.sitting, { from: '12:00', capacity: 100_000 })
  const createdAt = app.clock.now()
  const people: { id: string; token: string }[] = []
  for (let n = 0; n < PEOPLE; n += 1) {
    const { id } = await lunch.make.person({ balanceFen: BALANCE_FEN })
    await app.nest.get(Transactions).run(async (tx) => {
      await tx.insert(Identity, { provider: 'wechat', subject: `o-${id}`, personId: id, createdAt })
      await tx.insert(CreditBalance, { personId: id, templateKey: 'order', credits: 10_000 })
    })
    people.push({ id, token: (await lunch.api.as(id).token()) ?? '' })
  }
  await app.close()
  return { people, body: lunch.body({ slotId: slot.id }) }
}

/** People who order and, every third time, cancel again; what a crash cut off they ask for once more. */
class Load {
  readonly wishes: Wish[] = []
  /** Definite answers so far. */
  answers = 0
  private going = true

  constructor(
    private readonly base: string,
    private readonly people: { id: string; token: string }[],
    private readonly body: PlaceOrderRequest,
  ) {}

  async start(): Promise<void> {
    await Promise.all(this.people.map((person, index) => this.live(person, index)))
  }

  stop(): void {
    this.going = false
  }

  private async live({ id, token }: { id: string; token: string }, index: number): Promise<void> {
    for (let n = 0; this.going; n += 1) {
      const wish: Wish = { personId: id, key: `crash-${index}-${n}`, orderId: null, cancelled: false }
      this.wishes.push(wish)
      const placed = await this.insist(token, '/canteen/orders', wish.key, this.body)
      wish.orderId = placed.id
      if (n % 3 !== 2) continue
      await this.insist(token, `/canteen/orders/${placed.id}/cancel`, `${wish.key}-cancel`, undefined)
      wish.cancelled = true
    }
  }

  private async insist(token: string, path: string, key: string, body: unknown): Promise<OrderView> {
    for (;;) {
      const answer = await this.ask(token, path, key, body)
      if (answer === undefined) continue
      if (answer.status >= 200 && answer.status < 300) {
        this.answers += 1
        return answer.value as OrderView
      }
      const { code } = answer.value as Problem
      if (code !== 'request.idempotency_in_flight') throw new Error(`${path} was refused: ${code}`)
    }
  }

  /** Undefined when the server was gone before it had answered. */
  private async ask(
    token: string,
    path: string,
    key: string,
    body: unknown,
  ): Promise<{ status: number; value: OrderView | Problem } | undefined> {
    const headers = { Authorization: `Bearer ${token}`, 'Idempotency-Key': key }
    try {
      const response = await fetch(`${this.base}${path}`, {
        method: 'POST',
        headers: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      return { status: response.status, value: (await response.json()) as OrderView | Problem }
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20))
      return undefined
    }
  }
}

/** Every message left the house, those too that were in a killed hand; then the server ends. */
async function expectAllSent(server: ServerProcess, people: number): Promise<void> {
  await until(async () => (await wechat.received(SEND)).length >= people, 'messages to everybody')
  const app = await startApp({ OUTBOX_EVERY_MS: '0' }, database)
  try {
    const { manager } = app.dataSource
    const waiting = async (): Promise<boolean> =>
      (await manager.existsBy(Notice, { sendAt: Not(IsNull()) })) ||
      (await manager.existsBy(OutboxRow, { status: 'waiting' }))
    await until(async () => !(await waiting()), 'an empty outbox')
  } finally {
    await app.close()
    await server.stop()
  }
}

async function expectNothingLost(wishes: Wish[]): Promise<void> {
  const app = await startApp({}, database)
  try {
    const { manager } = app.dataSource
    const kept = await manager.find(Order)
    const asked = wishes.filter((wish) => wish.orderId !== null)
    expect(asked.length).toBeGreaterThan(KILLS)
    // One order for each key that was answered, and none besides.
    expect(kept.map((order) => order.id).sort()).toEqual(asked.map((wish) => wish.orderId).sort())
    const cancelled = asked.filter((wish) => wish.cancelled).map((wish) => wish.orderId ?? '')
    const live = kept.filter((order) => order.status === 'paid')
    expect(kept.length - live.length).toBe(cancelled.length)
    expect(new Set(kept.map((order) => order.pickupNumber)).size).toBe(kept.length)
    expect(await manager.count(OrderLine)).toBe(kept.length)
    const offer = await manager.findOneByOrFail(Offer, { soldHalves: live.length * 2 })
    expect(offer.capacityHalves).toBe(200_000)
    expect((await manager.findOneByOrFail(Slot, { capacity: 100_000 })).taken).toBe(live.length)

    for (const account of await manager.find(Account)) {
      const sum = (await manager.sum(Entry, 'amountFen', { accountId: account.id })) ?? 0
      expect([account.kind, account.balanceFen]).toEqual([account.kind, sum])
      if (account.kind !== 'person_own') continue
      const eaten = live.filter((order) => order.eaterId === account.ownerId).length
      expect(account.balanceFen).toBe(BALANCE_FEN - eaten * PRICE_FEN)
    }
    expect(await manager.sum(Entry, 'amountFen')).toBe(0)
    expect(await manager.countBy(Posting, { kind: 'order_payment' })).toBe(kept.length)
    expect(await manager.countBy(Posting, { kind: 'order_refund' })).toBe(cancelled.length)

    const placed = await manager.findBy(Notice, { kind: 'order_placed' })
    expect(placed.map((notice) => notice.subjectId).sort()).toEqual(kept.map((order) => order.id).sort())
    const taken = await manager.findBy(Notice, { kind: 'order_cancelled', subjectId: In(cancelled) })
    expect(taken).toHaveLength(cancelled.length)
    expect(await manager.countBy(OutboxRow, { status: 'sent' })).toBe(placed.length + taken.length)
  } finally {
    await app.close()
  }
}
