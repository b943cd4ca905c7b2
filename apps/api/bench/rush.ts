/*
 * Question: how many lunches a second can be ordered at the rush, and how long does one wait, beside what one would write by hand (the
 * barest sale, and a sale with all that ours leaves behind) and beside the same server with nothing behind it? Each contender runs in a
 * process of its own against the same MariaDB, in turn within each round; the tables show medians, and the ratios are medians of the
 * ratios of one round, so that a machine that drifts, and tables that grow, do not matter. Each mix of dishes begins with empty tables,
 * and the database has the room that docker-compose.yml gives it. Then the same with the database as far away as on another machine of
 * a data centre, at one number of connections. After each round the rows are counted: nothing oversold, doubled or lost. At the end two
 * processes sell what is too little, and everything is sent three times.
 * `BENCH_DATABASE_URL=mysql://root@127.0.0.1:3306 npm run bench:rush`
 */
import 'reflect-metadata'

import { Arena, type Round } from './support/arena.js'
import { withRoom } from './support/database-room.js'
import { median, printTable, type Measured } from './support/load.js'
import { Wire } from './support/wire.js'

const SERVER = process.env['BENCH_DATABASE_URL'] ?? process.env['TEST_DATABASE_URL'] ?? ''
const CONNECTIONS = (process.env['BENCH_CONNECTIONS'] ?? '64,256,1000').split(',').map(Number)
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3)
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3)
const WARM_UP_SECONDS = 5
const MIXES = [20, 1]
/** What each way to a database on another machine takes, in ms, and how many connections are tried there. */
const FAR = { ms: 1, connections: 256 }
const HEAD = ['connections', 'orders/s', 'p50 ms', 'p99 ms', 'errors', 'per CPU second']

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
  type Of = (round: Round) => Measured
  const ratio = (name: string, beside: Of, of: Of = (round) => round.api): string[] => [
    `${connections} × ${name}`,
    ...(['rate', 'p50Ms', 'p99Ms'] as const).map((what) =>
      middle((round) => of(round)[what] / beside(round)[what]).toFixed(2),
    ),
    '',
    middle((round) => of(round).perCpuSecond / beside(round).perCpuSecond).toFixed(2),
  ]
  return [
    row('by hand', (round) => round.naive),
    row('by hand, all of it', (round) => round.whole),
    row('our API', (round) => round.api),
    row('our server, no database', (round) => round.echo),
    ratio('ours to by hand', (round) => round.naive),
    ratio('ours to by hand, all of it', (round) => round.whole),
    ratio('ours to no database', (round) => round.echo),
    // What no order of ours could pass, however little it cost.
    ratio(
      'no database to by hand',
      (round) => round.naive,
      (round) => round.echo,
    ),
  ]
}

async function measureMix(arena: Arena, dishes: number, connections: readonly number[], where = ''): Promise<void> {
  await arena.round(64, WARM_UP_SECONDS, dishes)
  // Each round tries every number of connections, every other one backwards, so that tables which grow weigh on all of them alike.
  const measured = [1, ...connections].map((number) => ({ number, rounds: [] as Round[] }))
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { number, rounds } of round % 2 === 0 ? measured : measured.toReversed())
      rounds.push(await arena.round(number, SECONDS, dishes))
  const rows = measured.flatMap(({ number, rounds }) => rowsOf(number, rounds))
  const mix = dishes === 1 ? 'One hot dish' : `${dishes} dishes`
  printTable(`${mix}${where}, ${ROUNDS} rounds of ${SECONDS} s`, HEAD, rows)
}

/** Opens an arena for `work`, closes it, and answers what did not hold. */
async function inArena(wire: Wire | undefined, work: (arena: Arena) => Promise<void>): Promise<string[]> {
  const arena = await Arena.open(SERVER, wire)
  try {
    await work(arena)
    return arena.faults
  } finally {
    await arena.close()
  }
}

async function measureNear(dishes: number): Promise<string[]> {
  return inArena(undefined, async (arena) => {
    await measureMix(arena, dishes, CONNECTIONS)
    if (dishes === MIXES.at(-1)) await arena.sellTooLittle()
  })
}

async function measureFar(dishes: number): Promise<string[]> {
  const wire = await Wire.lay(SERVER, FAR.ms)
  try {
    const where = `, the database ${wire.thereAndBackMs.toFixed(1)} ms away`
    return await inArena(wire, (arena) => measureMix(arena, dishes, [FAR.connections], where))
  } finally {
    wire.cut()
  }
}

async function measureAll(): Promise<string[]> {
  const faults: string[] = []
  for (const measured of [measureNear, measureFar]) for (const dishes of MIXES) faults.push(...(await measured(dishes)))
  return faults
}

async function main(): Promise<void> {
  if (SERVER === '') throw new Error('BENCH_DATABASE_URL names a MySQL or MariaDB server')
  const faults = await withRoom(SERVER, measureAll)
  process.stdout.write(
    `\nafter every round: ${faults.length === 0 ? 'nothing oversold, doubled or lost' : faults.join('; ')}\n`,
  )
  if (faults.length > 0) process.exitCode = 1
}

await main()
