/*
 * What must never happen: a statement of a transaction that is over taking effect on its own. A deadlock ends a transaction in the
 * database, and a failure of its work ends it here, while other statements may have been issued beside the one that failed; MySQL would
 * commit each of them by itself. `watchDoor` lets one statement in at a time and none after the end.
 */
import type { QueryRunner } from 'typeorm'

import { isLostRace } from './constraint-errors.js'

type Query = (sql: string, ...rest: unknown[]) => Promise<unknown>

/** The door through which the statements of one transaction go. */
export interface Door {
  /** Lets nothing in any more but the roll-back; what stands before the door is turned away with this error. */
  shut(error: unknown): void
}

/** Watches over the statements of a runner from before its transaction begins. */
export function watchDoor(runner: QueryRunner): Door {
  const enter = runner.query.bind(runner) as Query
  let last: Promise<unknown> = Promise.resolve()
  let end: { error: unknown } | undefined
  const query: Query = (sql, ...rest) => {
    const turn = last.then(() => {
      if (end !== undefined && sql !== 'ROLLBACK') throw end.error
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
