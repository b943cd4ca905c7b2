import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { Contender, LOADER } from './contender.js'
import { measure, type LoadRequest, type Measured } from './load.js'
import { NaiveData } from './naive-data.js'
import { RushData, type BenchSitting } from './rush-data.js'
import { sellTooLittle } from './scarce.js'
import type { Wire } from './wire.js'

/** Signs the tokens of the bench's people. */
export const SECRET = 'a secret that only the bench of the rush knows'
const PORTIONS = 1_000_000
const ORDERS = '/api/v1/canteen/orders'
const YOUNG = '--max-semi-space-size=64'

const SECRETS = {
  NODE_ENV: 'production',
  TOKEN_SECRET: SECRET,
  SEALING_KEYS: `bench:${Buffer.alloc(32, 7).toString('base64')}`,
  INDEX_KEY: 'an index key that only the bench of the rush knows',
  // A line for each request goes to a file in production; here it would be the load generator's work.
  LOG_LEVEL: 'warn',
}

/** What one round measured of each contender. */
export interface Round {
  /** The barest sale, by hand. */
  naive: Measured
  /** By hand, with all that an order of ours leaves behind. */
  whole: Measured
  api: Measured
  /** Our server with nothing behind it. */
  echo: Measured
}

interface Contenders {
  naive: Contender
  whole: Contender
  api: Contender
  echo: Contender
}

interface Schemas {
  hand: NaiveData
  same: RushData
  data: RushData
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item
const told = (text: string): void => void process.stderr.write(`${text}\n`)

const byHand = (file: string, url: string): Promise<Contender> =>
  Contender.start(
    (port) => [...LOADER, here(file), url, port],
    () => ({}),
  )

/** Fresh schemas and the contenders on them, each in a process of its own. */
export class Arena {
  /** What did not hold after a round. */
  readonly faults: string[] = []
  private requests = 0

  private constructor(
    private readonly dataDir: string,
    private readonly schemas: Schemas,
    private readonly contenders: Contenders,
  ) {}

  /** Makes the schemas new on this server and starts the contenders, which reach it by `wire` if there is one. */
  static async open(server: string, wire?: Wire): Promise<Arena> {
    const dataDir = mkdtempSync(join(tmpdir(), 'wanli-bench-'))
    told('preparing')
    const hand = await NaiveData.create(server)
    const same = await RushData.create(server, SECRET, 'wanli_bench_whole')
    const data = await RushData.create(server, SECRET, 'wanli_bench_rush')
    told('starting the contenders')
    const reached = (url: string): string => wire?.through(url) ?? url
    const naive = await byHand('naive-server.ts', reached(hand.url))
    const whole = await byHand('whole-server.ts', reached(same.url))
    const api = await startApi({ url: reached(data.url) }, dataDir)
    const echo = await startEcho(api, data, dataDir)
    return new Arena(dataDir, { hand, same, data }, { naive, whole, api, echo })
  }

  /** Measures each contender in turn over so many connections, and counts the rows afterwards. */
  async round(connections: number, seconds: number, dishes: number): Promise<Round> {
    const { hand, same, data } = this.schemas
    const run = async (name: keyof Contenders, path: string, next: () => LoadRequest): Promise<Measured> => {
      const measured = await measure(this.contenders[name], path, connections, seconds, next)
      told(`  ${name}, ${connections} connections: ${measured.rate.toFixed(0)}/s, ${measured.errors} errors`)
      return measured
    }
    const naive = await run('naive', '/', () => {
      const [offerId, personId] = [Math.floor(Math.random() * dishes), Math.floor(Math.random() * hand.people)]
      return { headers: {}, body: JSON.stringify({ key: this.key(), personId, offerId, priceFen: 1600 }) }
    })
    const sittingByHand = await same.addSitting(dishes, PORTIONS)
    const whole = await run('whole', '/', () => same.requestByHand(pick(same.people), sittingByHand, this.key()))
    this.faults.push(...(await same.faultsOf(sittingByHand, whole.accepted)))
    const sitting = await data.addSitting(dishes, PORTIONS)
    const order = (): LoadRequest => this.order(sitting)
    const api = await run('api', ORDERS, order)
    this.faults.push(...(await data.faultsOf(sitting, api.accepted)))
    return { naive, whole, api, echo: await run('echo', ORDERS, order) }
  }

  /** Two processes of ours sell too little, and everything is sent three times. */
  async sellTooLittle(): Promise<void> {
    const { data } = this.schemas
    const second = await startApi(data, this.dataDir)
    this.faults.push(...(await sellTooLittle(data, [this.contenders.api, second], ORDERS)))
    await second.stop()
  }

  async close(): Promise<void> {
    const { naive, whole, api, echo } = this.contenders
    for (const contender of [naive, whole, api, echo]) await contender.stop()
    const { hand, same, data } = this.schemas
    for (const { dataSource } of [same, data]) await dataSource.destroy()
    await hand.close()
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  private order(sitting: BenchSitting): LoadRequest {
    const { data } = this.schemas
    return data.request(pick(data.people), sitting, this.key())
  }

  private key(): string {
    this.requests += 1
    return `bench-${this.requests}`
  }
}

/** The API as it runs in production, on the bench's schema. */
export function startApi(data: { url: string }, dataDir: string): Promise<Contender> {
  const limits = { RATE_PERSON: '100000000', RATE_ADDRESS: '100000000' }
  return Contender.start(
    () => [YOUNG, here('../../dist/src/main.js')],
    (port) => ({ DATABASE_URL: data.url, DATA_DIR: dataDir, PORT: port, ...limits, ...SECRETS }),
  )
}

/** Starts the server with nothing behind it; it answers what the API answered to a first order. */
async function startEcho(api: Contender, data: RushData, dataDir: string): Promise<Contender> {
  const { headers, body } = data.request(pick(data.people), await data.addSitting(20, PORTIONS), 'bench-first')
  const json = { 'content-type': 'application/json' }
  const answer = await fetch(`${api.url}${ORDERS}`, { method: 'POST', headers: { ...json, ...headers }, body })
  const file = join(dataDir, 'answer.json')
  writeFileSync(file, await answer.text())
  return startEchoOf(file, dataDir)
}

/** The server with nothing behind it; it answers what is in this file. */
export function startEchoOf(file: string, dataDir: string): Promise<Contender> {
  return Contender.start(
    (port) => [YOUNG, ...LOADER, here('echo-server.ts'), port, file],
    () => ({ DATA_DIR: dataDir, ...SECRETS }),
  )
}
