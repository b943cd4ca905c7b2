/*
 * What must never happen: a statement of a transaction that is over taking effect on its own. A deadlock ends a transaction in the
 * database, and a failure of its work ends it here, while other statements may have been issued beside the one that failed; MySQL would
 * commit each of them by itself. `watchDoor` lets one statement in at a time, none before the transaction has begun and none after its end.
 */
import type { QueryRunner } from 'typeorm'

import { isLostRace } from './constraint-errors.js'

type Query = (sql: string, ...rest: unknown[]) => Promise<unknown>

/** What begins a transaction, as TypeORM says it. */
export const BEGINNING = 'START TRANSACTION'

/** The door through which the statements of one transaction go. */
export interface Door {
  /** Lets nothing in any more but the roll-back; what stands before the door is turned away with this error. */
  shut(error: unknown): void
}

/** Transactions on a server that are still to begin: that is said together with their first statement, which saves a round trip. */
const unbegun = new WeakSet<QueryRunner>()

/** Whether a transaction is still to begin. Whoever asks begins it: with {@link BEGINNING} before what it sends. */
export function takeBeginning(runner: QueryRunner): boolean {
  return unbegun.delete(runner)
}

/** Watches over the statements of a runner from before its transaction begins. */
export function watchDoor(runner: QueryRunner): Door {
  const isServer = runner.dataSource.options.type !== 'better-sqlite3'
  const enter = runner.query.bind(runner) as Query
  let last: Promise<unknown> = Promise.resolve()
  let end: { error: unknown } | undefined
  const query: Query = (sql, ...rest) => {
    if (isServer && sql === BEGINNING) {
      unbegun.add(runner)
      return Promise.resolve()
    }
    const isFirst = takeBeginning(runner)
    // A transaction that said nothing has nothing to end.
    if (isFirst && (sql === 'COMMIT' || sql === 'ROLLBACK')) return Promise.resolve()
    const turn = last.then(async () => {
      if (end !== undefined && sql !== 'ROLLBACK') throw end.error
      if (isFirst) await enter(BEGINNING)
      return enter(sql, ...rest)
    })
    last = turn.catch((error: unknown) => {
      if (isLostRace(error)) end ??= { error }
    })
    return turn
  }
  runner.query = query as QueryRunner['query']
  return { shut: (error) => void (end ??= { error }) }
}
