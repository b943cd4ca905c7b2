/*
 * What must never happen: a statement sent out of the order in which it was issued. Statements of a transaction that are issued before
 * anybody waits travel together in one packet, in that order; the database runs them one after another and stops at the first failure.
 */
import type { DataSource, EntityManager, QueryRunner } from 'typeorm'

import { BEGINNING, closeDoor, COMMIT, noteCommit, takeBeginning } from './transaction-door.js'

/** A value that a driver takes as a parameter. */
export type Parameter = string | number | boolean | Date | Buffer | null

interface Issued {
  sql: string
  parameters: readonly Parameter[]
  resolve(result: unknown): void
  reject(error: unknown): void
}

const packets = new WeakMap<QueryRunner, Issued[]>()

/**
 * Issues one statement and answers what the database says. On a server all that is issued in the same breath costs one round trip:
 * write `await Promise.all([send(…), send(…)])`. When one of them is refused, all of that packet are, with the same error.
 */
export function send(tx: EntityManager, sql: string, parameters: readonly Parameter[]): Promise<unknown> {
  const runner = tx.queryRunner
  if (tx.dataSource.options.type === 'better-sqlite3') return tx.query(sql, parameters.map(forSqlite))
  if (runner === undefined) return tx.query(sql, [...parameters])
  return new Promise((resolve, reject) => {
    const waiting = packets.get(runner)
    const issued = { sql, parameters, resolve, reject }
    if (waiting !== undefined) {
      waiting.push(issued)
      return
    }
    packets.set(runner, [issued])
    queueMicrotask(() => void dispatch(tx, runner))
  })
}

/**
 * Commits a transaction together with what was issued in the same breath, which saves a round trip; `Transactions.run` finds it done.
 * What is issued later is refused, and when the database refuses one statement of the packet, nothing of the transaction is kept.
 */
export async function sendCommit(tx: EntityManager): Promise<void> {
  if (tx.queryRunner === undefined) throw new Error('there is no transaction to commit')
  // SQLite has no round trips to save: `Transactions.run` commits.
  if (tx.dataSource.options.type === 'better-sqlite3') closeDoor(tx.queryRunner, 'closed')
  else await send(tx, COMMIT, [])
}

/**
 * Reads on one connection without a transaction: what `read` issues in one breath costs one round trip, and each statement sees what is
 * committed when it runs.
 */
export async function readTogether<Result>(
  dataSource: DataSource,
  read: (from: EntityManager) => Promise<Result>,
): Promise<Result> {
  const runner = dataSource.createQueryRunner()
  try {
    return await read(runner.manager)
  } finally {
    await runner.release()
  }
}

/** SQLite has no instants and no flags: the first are text as TypeORM stores them, the others 0 and 1. */
function forSqlite(value: Parameter): Parameter {
  if (value instanceof Date) return value.toISOString().replace('T', ' ').slice(0, -1)
  return typeof value === 'boolean' ? Number(value) : value
}

async function dispatch(tx: EntityManager, runner: QueryRunner): Promise<void> {
  const packet = packets.get(runner) ?? []
  packets.delete(runner)
  const first = takeBeginning(runner) ? [BEGINNING] : []
  const statements = [...first, ...packet.map(({ sql }) => sql)]
  const commits = statements.at(-1) === COMMIT
  try {
    if (commits) closeDoor(runner, 'last')
    const result = await tx.query<unknown>(
      statements.join(';'),
      packet.flatMap(({ parameters }) => parameters),
    )
    if (commits) noteCommit(runner)
    // The driver answers a single statement with its result, several with a list of theirs.
    const results = statements.length === 1 ? [result] : (result as unknown[]).slice(first.length)
    for (const [n, issued] of packet.entries()) issued.resolve(results[n])
  } catch (error) {
    for (const issued of packet) issued.reject(error)
  }
}
