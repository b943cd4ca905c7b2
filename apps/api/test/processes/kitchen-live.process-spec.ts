import type { OrderView, PlaceOrderRequest } from '@wanli/contracts/canteen'
import type { Problem } from '@wanli/contracts/errors'
import type { KitchenBoard } from '@wanli/contracts/kitchen'

import { startApp } from '../support/app.js'
import { emptyDatabase, type TestDatabase } from '../support/database.js'
import { setLunch } from '../support/lunch.js'
import { freePort, startProcess, type ServerProcess } from '../support/process.js'
import { until } from '../support/until.js'

/** A thousand orders a minute, for a quarter of one. */
const ORDERS = 250
const EVERY_MS = 60
/** The app asks the board at most this often, see `shared/live/use-live.ts`. */
const ONCE_PER_MS = 500
/** The kitchen has counted, lunch may still be ordered. */
const AT = '2026-11-23T02:31:00Z'
const TOKEN_SECRET = 'a secret of the kitchen at noon, long enough'

let database: TestDatabase
beforeAll(async () => {
  database = await emptyDatabase()
})
afterAll(() => database.remove())

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Lunch with portions for everybody, people with money, and a cook; then the server of the preparation ends. */
async function prepare() {
  const app = await startApp({ TOKEN_SECRET }, database)
  const lunch = await setLunch(app, { portions: 1_000 })
  app.clock.set(AT)
  const tokens: string[] = []
  for (let n = 0; n < ORDERS; n += 1) tokens.push((await lunch.api.as((await lunch.make.person()).id).token()) ?? '')
  const roles = [{ role: 'canteen_staff' as const, scopeId: lunch.canteen.id }]
  const cook = (await lunch.api.as((await lunch.make.person()).id, roles).token()) ?? ''
  await app.close()
  return { tokens, cook, sittingId: lunch.sitting.id, body: lunch.body() }
}

/** A screen in the kitchen: holds the stream, and asks for the board when it is told that something changed. */
class Screen {
  /** When the board first showed at least so many orders, in ms; by number of orders. */
  readonly shownAt = new Map<number, number>()
  board: KitchenBoard | undefined
  /** Boards whose parts were of different moments. */
  torn = 0
  questions = 0
  private readonly ending = new AbortController()
  private told = true
  /** Portions that belong to no order: the sample, and what the demo's staff eat. */
  private nobodys: number | undefined

  constructor(
    private readonly base: string,
    private readonly token: string,
    private readonly sittingId: string,
  ) {}

  stop(): void {
    this.ending.abort()
  }

  async work(): Promise<void> {
    await Promise.all([this.listen(), this.look()])
  }

  private async listen(): Promise<void> {
    while (!this.isOver()) {
      try {
        const response = await fetch(`${this.base}/live`, { headers: this.headers(), signal: this.ending.signal })
        // What was told while nobody listened is on the board.
        this.told = true
        for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
          if (new TextDecoder().decode(chunk).includes('board:')) this.told = true
        }
      } catch {
        await sleep(100)
      }
    }
  }

  private async look(): Promise<void> {
    while (!this.isOver()) {
      if (!this.told) {
        await sleep(5)
        continue
      }
      this.told = false
      const next = sleep(ONCE_PER_MS)
      try {
        const url = `${this.base}/canteen/kitchen/sittings/${this.sittingId}/board`
        const response = await fetch(url, { headers: this.headers() })
        this.questions += 1
        this.see((await response.json()) as KitchenBoard)
      } catch {
        this.told = true
      }
      await next
    }
  }

  private see(board: KitchenBoard): void {
    const before = this.board?.orders ?? 0
    this.board = board
    // Each order here is one portion of the one dish.
    const portions = board.totals[0]?.total ?? 0
    this.nobodys ??= portions - board.orders
    if (portions !== this.nobodys + board.orders || board.tickets.length + board.more !== board.orders) this.torn += 1
    for (let count = before + 1; count <= board.orders; count += 1)
      if (!this.shownAt.has(count)) this.shownAt.set(count, performance.now())
  }

  private isOver(): boolean {
    return this.ending.signal.aborted
  }

  private headers(): Record<string, string> {
    return { Authorization: `Bearer ${this.token}` }
  }
}

/** One order, asked for again under its key until there is an answer; when that came, and its place in the row of numbers. */
async function insist(base: string, token: string, n: number, body: PlaceOrderRequest) {
  for (;;) {
    const answer = await ask(base, token, n, body)
    if (answer !== undefined && 'pickupNumber' in answer)
      return { at: performance.now(), place: Number(answer.pickupNumber.slice(1)) }
    if (answer !== undefined && answer.code !== 'request.idempotency_in_flight')
      throw new Error(`an order was refused: ${answer.code}`)
    await sleep(30)
  }
}

/** Undefined when the server was away. */
async function ask(
  base: string,
  token: string,
  n: number,
  body: PlaceOrderRequest,
): Promise<OrderView | Problem | undefined> {
  try {
    const response = await fetch(`${base}/canteen/orders`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': `kitchen-at-noon-${n}`,
      },
      body: JSON.stringify(body),
    })
    return (await response.json()) as OrderView | Problem
  } catch {
    return undefined
  }
}

it('shows the kitchen every order within a second at a thousand a minute, each once, also over a restart', async () => {
  const { tokens, cook, sittingId, body } = await prepare()
  const port = await freePort()
  const base = `http://127.0.0.1:${port}/api/v1`
  const env = {
    TOKEN_SECRET,
    DEMO: '1',
    SEALING_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    INDEX_KEY: 'an index key that only this test suite knows',
    DATA_DIR: database.DATA_DIR,
    ...(database.DATABASE_URL === undefined ? {} : { DATABASE_URL: database.DATABASE_URL }),
    PORT: String(port),
    RATE_PERSON: '1000000',
    RATE_ADDRESS: '1000000',
    CLOCK_START: AT,
  }
  let server: ServerProcess = await startProcess(env)
  const screen = new Screen(base, cook, sittingId)
  const watching = screen.work()
  await until(() => screen.board !== undefined, 'the board is there')
  const away = { from: Infinity, to: Infinity }
  const placing: ReturnType<typeof insist>[] = []
  for (let n = 0; n < ORDERS; n += 1) {
    placing.push(insist(base, tokens[n]!, n, body))
    if (n === ORDERS / 2) {
      away.from = performance.now()
      await server.stop()
      server = await startProcess(env)
      away.to = performance.now()
    }
    await sleep(EVERY_MS)
  }
  const orders = await Promise.all(placing)
  await until(() => screen.board?.orders === ORDERS, 'the last order is on the board')
  screen.stop()
  await server.stop()
  await watching

  // Each number once: none is missing, none doubled.
  expect(orders.map(({ place }) => place).sort((a, b) => a - b)).toEqual([...Array(ORDERS).keys()].map((n) => n + 1))
  expect(screen.board?.totals[0]?.made).toBe(0)
  expect(screen.torn).toBe(0)
  // What was accepted just before the server went can be shown when it is back, and not sooner.
  const lost = (at: number): boolean => at > away.from - 1_000 && at < away.to
  const waits = orders.map(({ at, place }) => (screen.shownAt.get(place) ?? Infinity) - (lost(at) ? away.to : at))
  expect(Math.max(...waits)).toBeLessThan(1_000)
  // And the burst cost two questions a second, not one an order.
  expect(screen.questions).toBeLessThan(ORDERS / 3)
})
