import { AsyncLocalStorage } from 'node:async_hooks'

import type { DataSource } from 'typeorm'

/** True while the current asynchronous flow is inside `Transactions.run`. */
const inside = new AsyncLocalStorage<boolean>()

const guarded = new WeakSet<DataSource>()

/**
 * Makes work inside a transaction that goes around its EntityManager an error: such a statement would be outside the transaction
 * on MySQL and wait for itself for ever on SQLite. Call before `initialize()`. Following every flow costs a third of the CPU time of
 * a lunch rush on Node 20, so a production server on MySQL, whose code all tests have run under this guard, goes without.
 */
export function guardTransactions(dataSource: DataSource): DataSource {
  const { driver } = dataSource
  const create = driver.createQueryRunner.bind(driver)
  driver.createQueryRunner = (mode) => {
    if (inside.getStore()) throw new Error("inside a transaction, use the transaction's EntityManager")
    return create(mode)
  }
  guarded.add(dataSource)
  return dataSource
}

/** Runs the work of a transaction so that the guard knows. */
export function runInside<Result>(dataSource: DataSource, work: () => Promise<Result>): Promise<Result> {
  if (!guarded.has(dataSource)) return work()
  return inside.run(true, work)
}

/** Throws Error inside a transaction, where the guard knows. */
export function assertOutside(): void {
  if (inside.getStore()) throw new Error('a transaction is already open: pass its tx on instead of opening another')
}

/** Starts something that goes on when the transaction around it is over: a timer, a subscription. */
export function startOutside<Result>(start: () => Result): Result {
  return inside.run(false, start)
}
