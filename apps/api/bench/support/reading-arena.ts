import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { SECRET, startApi, startEchoOf } from './arena.js'
import { Contender, LOADER } from './contender.js'
import { measure, type LoadRead, type Measured } from './load.js'
import { addLongLists, type LongLists } from './long-lists.js'
import { RushData, type BenchSitting } from './rush-data.js'

const OFFERS = 30
const PORTIONS = 1_000_000
const READERS = 500
const LISTS_CONNECTIONS = 16

/** What one round measured: 200 and 304 of a bare server, of ours with nothing behind it, and of ours. */
export interface ReadingRound {
  bare: Measured
  echo: Measured
  sitting: Measured
  /** Ours as a browser asks for it: compressed. */
  packed: Measured
  bareUnchanged: Measured
  unchanged: Measured
}

/** What one round measured of long lists: the first page and the thousandth. */
export interface ListsRound {
  orders: Measured
  ordersDeep: Measured
  notices: Measured
  noticesDeep: Measured
}

interface Reader {
  headers: Record<string, string>
  tag: string
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item
const told = (text: string): void => void process.stderr.write(`${text}\n`)

/** A fresh schema, two processes of our API on it, and a bare server with the bytes of one answer. */
export class ReadingArena {
  /** What did not hold. */
  readonly faults: string[] = []
  private readers: Reader[] = []
  private bareTag = ''

  private constructor(
    private readonly dataDir: string,
    private readonly data: RushData,
    private readonly sitting: BenchSitting,
    private readonly lists: LongLists,
    private readonly api: Contender,
    private readonly other: Contender,
    private readonly bare: Contender,
    private readonly echo: Contender,
  ) {}

  /** Makes the schema new on this server and starts the contenders. */
  static async open(server: string): Promise<ReadingArena> {
    const dataDir = mkdtempSync(join(tmpdir(), 'wanli-bench-'))
    told('preparing')
    const data = await RushData.create(server, SECRET, 'wanli_bench_reading')
    const sitting = await data.addSitting(OFFERS, PORTIONS)
    const lists = await addLongLists(data, data.people[0]?.id ?? '', sitting)
    told('starting the contenders')
    const [api, other] = [await startApi(data, dataDir), await startApi(data, dataDir)]
    const file = join(dataDir, 'sitting.json')
    const answer = await fetch(`${api.url}${pathOf(sitting)}`, { headers: readerOf(data, 0) })
    writeFileSync(file, Buffer.from(await answer.arrayBuffer()))
    const bare = await Contender.start(
      (port) => [...LOADER, here('bare-server.ts'), port, file],
      () => ({}),
    )
    const echo = await startEchoOf(file, dataDir)
    const arena = new ReadingArena(dataDir, data, sitting, lists, api, other, bare, echo)
    await arena.meetReaders()
    return arena
  }

  /** Measures each contender in turn over so many connections. */
  async round(connections: number, seconds: number): Promise<ReadingRound> {
    const run = async (name: string, of: Contender, next: () => LoadRead): Promise<Measured> => {
      const measured = await measure(of, pathOf(this.sitting), connections, seconds, next)
      told(`  ${name}, ${connections} connections: ${measured.rate.toFixed(0)}/s, ${measured.errors} errors`)
      return measured
    }
    const known = (reader: Reader): LoadRead => ({ headers: { ...reader.headers, 'if-none-match': reader.tag } })
    const packed = ({ headers }: Reader): LoadRead => ({ headers: { ...headers, 'accept-encoding': 'gzip, br' } })
    const bareKnown = { headers: { 'if-none-match': this.bareTag } }
    return {
      bare: await run('bare', this.bare, () => ({ headers: pick(this.readers).headers })),
      echo: await run('echo', this.echo, () => ({ headers: pick(this.readers).headers })),
      sitting: await run('sitting', this.api, () => ({ headers: pick(this.readers).headers })),
      packed: await run('packed', this.api, () => packed(pick(this.readers))),
      bareUnchanged: await run('bare 304', this.bare, () => bareKnown),
      unchanged: await run('sitting 304', this.api, () => known(pick(this.readers))),
    }
  }

  /** Measures the first and the thousandth page of each list in turn. */
  async listsRound(seconds: number): Promise<ListsRound> {
    const headers = readerOf(this.data, 0)
    const run = (path: string): Promise<Measured> =>
      measure(this.api, path, LISTS_CONNECTIONS, seconds, () => ({ headers }))
    const [orders, notices] = ['/api/v1/canteen/orders', '/api/v1/notices']
    return {
      orders: await run(orders),
      ordersDeep: await run(`${orders}?cursor=${this.lists.ordersCursor}`),
      notices: await run(notices),
      noticesDeep: await run(`${notices}?cursor=${this.lists.noticesCursor}`),
    }
  }

  /** While many read, somebody orders in the other process: whoever asks then sees the portion gone, and no 304. */
  async orderElsewhere(times: number, seconds: number): Promise<void> {
    const load = measure(this.api, pathOf(this.sitting), 32, seconds, () => ({ headers: pick(this.readers).headers }))
    for (let n = 0; n < times; n += 1) await this.orderOnce(n)
    await load
  }

  async close(): Promise<void> {
    for (const contender of [this.api, this.other, this.bare, this.echo]) await contender.stop()
    await this.data.dataSource.destroy()
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  private async orderOnce(n: number): Promise<void> {
    const reader = readerOf(this.data, n + 1)
    const before = await this.read(reader)
    const person = this.data.people[n + 1]
    if (person === undefined) throw new Error('too few people')
    const { headers, body } = this.data.request(person, this.sitting, `elsewhere-${n}`, 0)
    const json = { 'content-type': 'application/json', ...headers }
    const answer = await fetch(`${this.other.url}/api/v1/canteen/orders`, { method: 'POST', headers: json, body })
    if (answer.status !== 201) this.faults.push(`an order was answered ${answer.status}`)
    await answer.text()
    const after = await this.read({ ...reader, 'if-none-match': before.tag })
    if (after.status !== 200) this.faults.push(`a sitting that changed was answered ${after.status}`)
    else if (after.left !== before.left - 1) this.faults.push(`${before.left} portions, one sold, ${after.left} shown`)
  }

  private async read(headers: Record<string, string>): Promise<{ status: number; tag: string; left: number }> {
    const answer = await fetch(`${this.api.url}${pathOf(this.sitting)}`, { headers })
    const text = await answer.text()
    const left = text === '' ? 0 : (JSON.parse(text) as { offers: { left: number }[] }).offers[0]?.left
    return { status: answer.status, tag: answer.headers.get('etag') ?? '', left: left ?? 0 }
  }

  /** Every reader looks once, as the app does before it asks again. */
  private async meetReaders(): Promise<void> {
    for (let n = 0; n < READERS; n += 1) {
      const headers = readerOf(this.data, n)
      this.readers.push({ headers, tag: (await this.read(headers)).tag })
    }
    const bare = await fetch(this.bare.url)
    await bare.text()
    this.bareTag = bare.headers.get('etag') ?? ''
  }
}

const pathOf = (sitting: BenchSitting): string => `/api/v1/canteen/sittings/${sitting.id}`

const readerOf = (data: RushData, n: number): Record<string, string> => ({
  authorization: `Bearer ${data.people[n]?.token ?? ''}`,
})
