/*
 * Question: how many lunches a second can be ordered at the rush, and how long does one wait, beside what one would write by hand (the
 * barest sale, and a sale with all that ours leaves behind) and beside the same server with nothing behind it? Each contender runs in a process of its own against the same MariaDB, in turn within
 * each round; the table shows medians, and the ratios are medians of the ratios of one round, so that a machine that drifts does not
 * matter. After each round the rows are counted: nothing oversold, doubled or lost. At the end two processes sell what is too little,
 * and everything is sent three times. `BENCH_DATABASE_URL=mysql://root@127.0.0.1:3306 npm run bench:rush`
 */
import 'reflect-metadata'

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { Contender } from './support/contender.js'
import { measure, median, printTable, type LoadRequest, type Measured } from './support/load.js'
import { NaiveData, RushData, type BenchSitting } from './support/rush-data.js'
import { sellTooLittle } from './support/scarce.js'

const SERVER = process.env['BENCH_DATABASE_URL'] ?? process.env['TEST_DATABASE_URL'] ?? ''
const CONNECTIONS = (process.env['BENCH_CONNECTIONS'] ?? '64,256,1000').split(',').map(Number)
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3)
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3)
const WARM_UP_SECONDS = 3
const MIXES = [20, 1]
const SECRET = 'a secret that only the bench of the rush knows'
const PORTIONS = 1_000_000
const ORDERS = '/api/v1/canteen/orders'

interface Round {
  naive: Measured
  whole: Measured
  api: Measured
  echo: Measured
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const LOADER = ['--import', '@swc-node/register/esm-register']

let requests = 0
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item

function naiveRequest(dishes: number, people: number): LoadRequest {
  requests += 1
  const offerId = Math.floor(Math.random() * dishes)
  const personId = Math.floor(Math.random() * people)
  return { headers: {}, body: JSON.stringify({ key: `bench-${requests}`, personId, offerId, priceFen: 1600 }) }
}

function apiRequest(data: RushData, sitting: BenchSitting): LoadRequest {
  requests += 1
  return data.request(pick(data.people), sitting, `bench-${requests}`)
}

function handRequest(data: RushData, sitting: BenchSitting): LoadRequest {
  requests += 1
  return data.requestByHand(pick(data.people), sitting, `bench-${requests}`)
}

function rowsOf(connections: number, rounds: Round[]): string[][] {
  const middle = (of: (round: Round) => number): number => median(rounds.map(of))
  const row = (name: string, of: (round: Round) => Measured): string[] => [
    `${connections} × ${name}`,
    middle((round) => of(round).rate).toFixed(0),
    middle((round) => of(round).p50Ms).toFixed(1),
    middle((round) => of(round).p99Ms).toFixed(1),
    String(rounds.reduce((sum, round) => sum + of(round).errors, 0)),
    middle((round) => of(round).perCpuSecond).toFixed(0),
  ]
  const ratio = (name: string, beside: (round: Round) => Measured): string[] => [
    `${connections} × ours to ${name}`,
    ...(['rate', 'p50Ms', 'p99Ms'] as const).map((what) =>
      middle((round) => round.api[what] / beside(round)[what]).toFixed(2),
    ),
    '',
    middle((round) => round.api.perCpuSecond / beside(round).perCpuSecond).toFixed(2),
  ]
  return [
    row('by hand', (round) => round.naive),
    row('by hand, all of it', (round) => round.whole),
    row('our API', (round) => round.api),
    row('our server, no database', (round) => round.echo),
    ratio('by hand', (round) => round.naive),
    ratio('by hand, all of it', (round) => round.whole),
    ratio('no database', (round) => round.echo),
  ]
}

const told = (text: string): void => void process.stderr.write(`${text}\n`)

const SECRETS = {
  NODE_ENV: 'production',
  TOKEN_SECRET: SECRET,
  SEALING_KEYS: `bench:${Buffer.alloc(32, 7).toString('base64')}`,
  INDEX_KEY: 'an index key that only the bench of the rush knows',
  // A line for each request goes to a file in production; here it would be the load generator's work.
  LOG_LEVEL: 'warn',
}

/** The API as it runs in production, on the bench's schema. */
function startApi(data: RushData, dataDir: string): Promise<Contender> {
  return Contender.start(
    () => ['--max-semi-space-size=64', here('../dist/src/main.js')],
    (port) => ({
      DATABASE_URL: data.url,
      DATA_DIR: dataDir,
      PORT: port,
      RATE_PERSON: '100000000',
      RATE_ADDRESS: '100000000',
      ...SECRETS,
    }),
  )
}

/** Starts the server with nothing behind it; it answers what the API answered to a first order. */
async function startEcho(api: Contender, data: RushData, dataDir: string): Promise<Contender> {
  const { headers, body } = data.request(pick(data.people), await data.addSitting(20, PORTIONS), 'bench-first')
  const json = { 'content-type': 'application/json' }
  const answer = await fetch(`${api.url}${ORDERS}`, { method: 'POST', headers: { ...json, ...headers }, body })
  const file = join(dataDir, 'answer.json')
  writeFileSync(file, await answer.text())
  return Contender.start(
    (port) => ['--max-semi-space-size=64', ...LOADER, here('support/echo-server.ts'), port, file],
    () => ({ DATA_DIR: dataDir, ...SECRETS }),
  )
}

async function main(): Promise<void> {
  if (SERVER === '') throw new Error('BENCH_DATABASE_URL names a MySQL or MariaDB server')
  const dataDir = mkdtempSync(join(tmpdir(), 'wanli-bench-'))
  told('preparing')
  const hand = await NaiveData.create(SERVER)
  const data = await RushData.create(SERVER, SECRET, 'wanli_bench_rush')
  const same = await RushData.create(SERVER, SECRET, 'wanli_bench_whole')
  told('starting the contenders')
  const byHand = (file: string, url: string): Promise<Contender> =>
    Contender.start(
      (port) => [...LOADER, here(`support/${file}`), url, port],
      () => ({}),
    )
  const naive = await byHand('naive-server.ts', hand.url)
  const whole = await byHand('whole-server.ts', same.url)
  const api = await startApi(data, dataDir)
  const echo = await startEcho(api, data, dataDir)
  const faults: string[] = []
  const say = (name: string, connections: number, { rate, errors }: Measured): void =>
    told(`  ${name}, ${connections} connections: ${rate.toFixed(0)}/s, ${errors} errors`)
  const runRound = async (connections: number, seconds: number, dishes: number): Promise<Round> => {
    const barest = await measure(naive, '/', connections, seconds, () => naiveRequest(dishes, hand.people))
    say('by hand', connections, barest)
    const sittingByHand = await same.addSitting(dishes, PORTIONS)
    const allOfIt = await measure(whole, '/', connections, seconds, () => handRequest(same, sittingByHand))
    say('by hand, all of it', connections, allOfIt)
    faults.push(...(await same.faultsOf(sittingByHand, allOfIt.accepted)))
    const sitting = await data.addSitting(dishes, PORTIONS)
    const ours = await measure(api, ORDERS, connections, seconds, () => apiRequest(data, sitting))
    say('our API', connections, ours)
    faults.push(...(await data.faultsOf(sitting, ours.accepted)))
    const empty = await measure(echo, ORDERS, connections, seconds, () => apiRequest(data, sitting))
    say('no database', connections, empty)
    return { naive: barest, whole: allOfIt, api: ours, echo: empty }
  }
  try {
    told('warming up')
    await runRound(64, WARM_UP_SECONDS, 20)
    told('measuring')
    for (const dishes of MIXES) {
      const rows: string[][] = []
      for (const connections of [1, ...CONNECTIONS]) {
        const rounds: Round[] = []
        for (let round = 0; round < ROUNDS; round += 1) rounds.push(await runRound(connections, SECONDS, dishes))
        rows.push(...rowsOf(connections, rounds))
      }
      const title = dishes === 1 ? 'One hot dish' : `${dishes} dishes`
      const head = ['connections', 'orders/s', 'p50 ms', 'p99 ms', 'errors', 'per CPU second']
      printTable(`${title}, ${ROUNDS} rounds of ${SECONDS} s`, head, rows)
    }
    const second = await startApi(data, dataDir)
    faults.push(...(await sellTooLittle(data, [api, second], ORDERS)))
    await second.stop()
  } finally {
    for (const contender of [naive, whole, api, echo]) await contender.stop()
    for (const { dataSource } of [data, same]) await dataSource.destroy()
    await hand.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  process.stdout.write(
    `\nafter every round: ${faults.length === 0 ? 'nothing oversold, doubled or lost' : faults.join('; ')}\n`,
  )
  if (faults.length > 0) process.exitCode = 1
}

await main()
