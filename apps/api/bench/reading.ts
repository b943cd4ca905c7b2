/*
 * Question: how many people can look at today's menu in a second, beside a bare `node:http` server that sends the same bytes to everybody
 * and beside our own server with nothing behind it, and does a list cost the same on page 1,000 as on page 1? Each contender runs in a process of its own, in turn within each round; the
 * table shows medians, and the ratios are medians of the ratios of one round. Five hundred people read, each with prices of their own.
 * At the end somebody orders in another process while they read: the next look shows the portion gone.
 * `BENCH_DATABASE_URL=mysql://root@127.0.0.1:3306 npm run bench:reading`
 */
import 'reflect-metadata'

import { median, printTable, type Measured } from './support/load.js'
import { ReadingArena, type ListsRound, type ReadingRound } from './support/reading-arena.js'

const SERVER = process.env['BENCH_DATABASE_URL'] ?? process.env['TEST_DATABASE_URL'] ?? ''
const CONNECTIONS = (process.env['BENCH_CONNECTIONS'] ?? '1,64,256').split(',').map(Number)
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3)
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3)
const WARM_UP_SECONDS = 4
const ORDERS_ELSEWHERE = 40
const HEAD = ['connections', 'answers/s', 'p50 ms', 'p99 ms', 'errors', 'per CPU second']

/** Rows of the table: each contender's medians, then ratios of one round, then their median. */
class Rows<Round> {
  readonly rows: string[][] = []

  constructor(
    private readonly label: string,
    private readonly rounds: readonly Round[],
  ) {}

  of(name: string, of: (round: Round) => Measured): this {
    const middle = (what: keyof Measured): number => median(this.rounds.map((round) => of(round)[what]))
    const errors = this.rounds.reduce((sum, round) => sum + of(round).errors, 0)
    const [rate, cpu] = [middle('rate').toFixed(0), middle('perCpuSecond').toFixed(0)]
    return this.add(name, [rate, middle('p50Ms').toFixed(1), middle('p99Ms').toFixed(1), String(errors), cpu])
  }

  ratio(name: string, of: (round: Round) => Measured, beside: (round: Round) => Measured): this {
    const middle = (what: keyof Measured): string =>
      median(this.rounds.map((round) => of(round)[what] / beside(round)[what])).toFixed(2)
    return this.add(name, [middle('rate'), middle('p50Ms'), middle('p99Ms'), '', middle('perCpuSecond')])
  }

  private add(name: string, cells: string[]): this {
    this.rows.push([`${this.label}${name}`, ...cells])
    return this
  }
}

const sittingRows = (connections: number, rounds: ReadingRound[]): string[][] =>
  new Rows(`${connections} × `, rounds)
    .of('bare, 200', ({ bare }) => bare)
    .of('bare, 304', ({ bareUnchanged }) => bareUnchanged)
    .of('our server, no database, 200', ({ echo }) => echo)
    .of('our sitting, 200', ({ sitting }) => sitting)
    .of('our sitting, 200, compressed', ({ packed }) => packed)
    .of('our sitting, 304', ({ unchanged }) => unchanged)
    .ratio(
      '200 to bare 200',
      ({ sitting }) => sitting,
      ({ bare }) => bare,
    )
    .ratio(
      '200 to no database',
      ({ sitting }) => sitting,
      ({ echo }) => echo,
    )
    .ratio(
      'no database to bare 200',
      ({ echo }) => echo,
      ({ bare }) => bare,
    )
    .ratio(
      '304 to bare 200',
      ({ unchanged }) => unchanged,
      ({ bare }) => bare,
    )
    .ratio(
      '304 to 200, compressed',
      ({ unchanged }) => unchanged,
      ({ packed }) => packed,
    )
    .ratio(
      '304 to bare 304',
      ({ unchanged }) => unchanged,
      ({ bareUnchanged }) => bareUnchanged,
    ).rows

const listRows = (rounds: ListsRound[]): string[][] =>
  new Rows('', rounds)
    .of('orders, page 1', ({ orders }) => orders)
    .of('orders, page 1,000', ({ ordersDeep }) => ordersDeep)
    .of('notices, page 1', ({ notices }) => notices)
    .of('notices, page 1,000', ({ noticesDeep }) => noticesDeep)
    .ratio(
      'orders, 1,000 to 1',
      ({ ordersDeep }) => ordersDeep,
      ({ orders }) => orders,
    )
    .ratio(
      'notices, 1,000 to 1',
      ({ noticesDeep }) => noticesDeep,
      ({ notices }) => notices,
    ).rows

async function repeat<Round>(round: () => Promise<Round>): Promise<Round[]> {
  const rounds: Round[] = []
  for (let n = 0; n < ROUNDS; n += 1) rounds.push(await round())
  return rounds
}

async function main(): Promise<void> {
  if (SERVER === '') throw new Error('BENCH_DATABASE_URL names a MySQL or MariaDB server')
  const arena = await ReadingArena.open(SERVER)
  try {
    await arena.round(64, WARM_UP_SECONDS)
    const rows: string[][] = []
    for (const connections of CONNECTIONS)
      rows.push(...sittingRows(connections, await repeat(() => arena.round(connections, SECONDS))))
    const lists = listRows(await repeat(() => arena.listsRound(SECONDS)))
    await arena.orderElsewhere(ORDERS_ELSEWHERE, SECONDS)
    printTable(`A sitting with 30 offers, ${ROUNDS} rounds of ${SECONDS} s`, HEAD, rows)
    printTable('Lists of 20,500 rows, 16 connections', HEAD, lists)
  } finally {
    await arena.close()
  }
  const { faults } = arena
  const verdict = faults.length === 0 ? 'every look was as new as its question' : faults.join('; ')
  process.stdout.write(`\n${ORDERS_ELSEWHERE} orders in another process: ${verdict}\n`)
  if (faults.length > 0) process.exitCode = 1
}

await main()
