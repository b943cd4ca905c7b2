/*
 * Question: how many lunches a second can be ordered at the rush, and how long does one wait, beside what one would write by hand?
 * Both contenders run in a process of their own against the same MariaDB, in turn within each round; the table shows medians, and
 * the ratios are medians of the ratios of one round, so that a machine that drifts does not matter. After each round the rows are
 * counted: nothing oversold, doubled or lost. `BENCH_DATABASE_URL=mysql://root@127.0.0.1:3306 npm run bench:rush`
 */
import 'reflect-metadata'

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { measure, median, printTable, type LoadRequest, type Measured } from './support/load.js'
import { NaiveData, RushData, type BenchSitting } from './support/rush-data.js'

const SERVER = process.env['BENCH_DATABASE_URL'] ?? process.env['TEST_DATABASE_URL'] ?? ''
const CONNECTIONS = (process.env['BENCH_CONNECTIONS'] ?? '64,256,1000').split(',').map(Number)
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3)
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3)
const MIXES = [20, 1]
const SECRET = 'a secret that only the bench of the rush knows'
/** So many orders fit under the pick-up numbers of one sitting; a round must end before. */
const PORTIONS = 1_000_000

interface Round {
  naive: Measured
  api: Measured
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

/** Starts a contender and waits until it answers on its port. */
async function start(port: number, args: string[], env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...PROFILING, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (;;) {
    if (child.exitCode !== null) throw new Error('a contender did not start')
    try {
      await (await fetch(`http://127.0.0.1:${port}/health/ready`)).text()
      return child
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** `BENCH_PROFILE=<folder>` keeps a CPU profile of each contender there. */
const PROFILE = process.env['BENCH_PROFILE'] ?? ''
const PROFILING = PROFILE === '' ? [] : ['--cpu-prof', `--cpu-prof-dir=${PROFILE}`]

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
  const person = pick(data.people)
  return {
    headers: { authorization: `Bearer ${person.token}`, 'idempotency-key': `bench-${requests}` },
    body: JSON.stringify({
      sittingId: sitting.id,
      lines: [{ offerId: pick(sitting.offerIds), quantity: 1 }],
      mode: 'dine_in',
      slotId: pick(sitting.slotIds),
      payBy: 'wallet',
    }),
  }
}

function rowsOf(connections: number, rounds: Round[]): string[][] {
  const row = (name: string, of: (round: Round) => Measured): string[] => [
    `${connections} × ${name}`,
    median(rounds.map((round) => of(round).rate)).toFixed(0),
    median(rounds.map((round) => of(round).p50Ms)).toFixed(0),
    median(rounds.map((round) => of(round).p99Ms)).toFixed(0),
    String(rounds.reduce((sum, round) => sum + of(round).errors, 0)),
  ]
  const ratio = (of: (measured: Measured) => number): string =>
    median(rounds.map((round) => of(round.api) / of(round.naive))).toFixed(2)
  return [
    row('by hand', (round) => round.naive),
    row('our API', (round) => round.api),
    [`${connections} × ratio`, ratio((one) => one.rate), ratio((one) => one.p50Ms), ratio((one) => one.p99Ms), ''],
  ]
}

const told = (text: string): void => void process.stderr.write(`${text}\n`)

async function main(): Promise<void> {
  if (SERVER === '') throw new Error('BENCH_DATABASE_URL names a MySQL or MariaDB server')
  const dataDir = mkdtempSync(join(tmpdir(), 'wanli-bench-'))
  told('preparing')
  const naive = await NaiveData.create(SERVER)
  const data = await RushData.create(SERVER, SECRET)
  told('starting both')
  const [naivePort, apiPort] = [await freePort(), await freePort()]
  const children = [
    await start(naivePort, [...LOADER, here('support/naive-server.ts'), naive.url, String(naivePort)], {}),
    await start(apiPort, [here('../dist/src/main.js')], {
      DATABASE_URL: data.url,
      DATA_DIR: dataDir,
      PORT: String(apiPort),
      TOKEN_SECRET: SECRET,
      SEALING_KEYS: `bench:${Buffer.alloc(32, 7).toString('base64')}`,
      INDEX_KEY: 'an index key that only the bench of the rush knows',
      RATE_PERSON: '100000000',
      RATE_ADDRESS: '100000000',
      // A line for each request goes to a file in production; here it would be the load generator's work.
      LOG_LEVEL: 'warn',
    }),
  ]
  told('measuring')
  const faults: string[] = []
  const runNaive = async (connections: number, seconds: number, dishes: number): Promise<Measured> => {
    const url = `http://127.0.0.1:${naivePort}/`
    const measured = await measure(url, connections, seconds, () => naiveRequest(dishes, naive.people))
    told(`  by hand, ${connections} connections: ${measured.rate.toFixed(0)}/s, ${measured.errors} errors`)
    return measured
  }
  const runApi = async (connections: number, seconds: number, dishes: number): Promise<Measured> => {
    const sitting = await data.addSitting(dishes, PORTIONS)
    const url = `http://127.0.0.1:${apiPort}/api/v1/canteen/orders`
    const measured = await measure(url, connections, seconds, () => apiRequest(data, sitting))
    told(`  our API, ${connections} connections: ${measured.rate.toFixed(0)}/s, ${measured.errors} errors`)
    faults.push(...(await data.faultsOf(sitting, measured.accepted)))
    return measured
  }
  try {
    await runNaive(64, 1, 20)
    await runApi(64, 1, 20)
    for (const dishes of MIXES) {
      const rows: string[][] = []
      for (const connections of [1, ...CONNECTIONS]) {
        const rounds: Round[] = []
        for (let round = 0; round < ROUNDS; round += 1) {
          const first = await runNaive(connections, SECONDS, dishes)
          rounds.push({ naive: first, api: await runApi(connections, SECONDS, dishes) })
        }
        rows.push(...rowsOf(connections, rounds))
      }
      const title = dishes === 1 ? 'One hot dish' : `${dishes} dishes`
      printTable(
        `${title}, ${ROUNDS} rounds of ${SECONDS} s`,
        ['connections', 'orders/s', 'p50 ms', 'p99 ms', 'errors'],
        rows,
      )
    }
  } finally {
    for (const child of children) child.kill('SIGTERM')
    for (const child of children) if (child.exitCode === null) await once(child, 'exit')
    await data.dataSource.destroy()
    await naive.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  process.stdout.write(
    `\nafter every round: ${faults.length === 0 ? 'nothing oversold, doubled or lost' : faults.join('; ')}\n`,
  )
  if (faults.length > 0) process.exitCode = 1
}

await main()
