/*
 * What must never happen: a statement of a transaction that is over taking effect on its own. A deadlock ends a transaction in the
 * database, and a failure of its work ends it here, while other statements may have been issued beside the one that failed; MySQL would
 * commit each of them by itself. `watchDoor` lets one statement in at a time, none before the transaction has begun and none after its end.
 */
import type { QueryRunner } from 'typeorm'

import { isLostRace } from './constraint-errors.js'

type Query = (sql: string, ...rest: unknown[]) => Promise<unknown>

/** What begins and what ends a transaction, as TypeORM says it. */
export const BEGINNING = 'START TRANSACTION'
export const COMMIT = 'COMMIT'
const ROLLBACK = 'ROLLBACK'

/** The door through which the statements of one transaction go. */
export interface Door {
  /** Lets nothing in any more but the roll-back; what stands before the door is turned away with this error. */
  shut(error: unknown): void
}

/** How far the transaction of a runner is. */
interface State {
  isBegun: boolean
  /** `last`: what is issued next commits, and is the last; `closed`: nothing new is let in. */
  door: 'open' | 'last' | 'closed'
  isCommitted: boolean
}

const states = new WeakMap<QueryRunner, State>()

/**
 * Whether the transaction of a runner is still to begin, as on a server until its first statement: saying both together saves a round
 * trip. Whoever asks begins it, with {@link BEGINNING} before what it sends.
 */
export function takeBeginning(runner: QueryRunner): boolean {
  const state = states.get(runner)
  if (state === undefined || state.isBegun) return false
  state.isBegun = true
  return true
}

/** Lets nothing in that is issued from now on, but with `last` one packet, which commits: unless something before it has failed. */
export function closeDoor(runner: QueryRunner, door: 'last' | 'closed'): void {
  const state = states.get(runner)
  if (state !== undefined) state.door = door
}

/** The database has committed the transaction of a runner: its end needs not be said again. */
export function noteCommit(runner: QueryRunner): void {
  const state = states.get(runner)
  if (state !== undefined) state.isCommitted = true
}

/** Watches over the statements of a runner from before its transaction begins. */
export function watchDoor(runner: QueryRunner): Door {
  const isServer = runner.dataSource.options.type !== 'better-sqlite3'
  const state: State = { isBegun: !isServer, door: 'open', isCommitted: false }
  states.set(runner, state)
  const enter = runner.query.bind(runner) as Query
  let last: Promise<unknown> = Promise.resolve()
  let end: { error: unknown } | undefined
  let failure: { error: unknown } | undefined
  const query: Query = (sql, ...rest) => {
    if (isServer && sql === BEGINNING) return Promise.resolve()
    const isEnd = sql === COMMIT || sql === ROLLBACK
    // A transaction that has ended, or that never said anything, has no end to be told.
    if (isEnd && (state.isCommitted || !state.isBegun)) return Promise.resolve()
    if (state.door === 'closed' && !isEnd) return Promise.reject(new Error('a statement was issued after the commit'))
    const commits = state.door === 'last'
    if (commits) state.door = 'closed'
    const isFirst = takeBeginning(runner)
    const turn = last.then(async () => {
      if (end !== undefined && sql !== ROLLBACK) throw end.error
      // Whoever waits for what failed has not heard of it yet: their roll-back would come too late.
      if (failure !== undefined && commits) throw failure.error
      if (isFirst) await enter(BEGINNING)
      return enter(sql, ...rest)
    })
    last = turn.catch((error: unknown) => {
      failure ??= { error }
      if (isLostRace(error)) end ??= { error }
    })
    return turn
  }
  runner.query = query as QueryRunner['query']
  return { shut: (error) => void (end ??= { error }) }
}
