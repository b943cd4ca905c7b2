import { AsyncLocalStorage } from 'node:async_hooks'

import type { DataSource } from 'typeorm'

/** True while the current asynchronous flow is inside `Transactions.run`. */
export const insideTransaction = new AsyncLocalStorage<true>()

/**
 * Makes work inside a transaction that goes around its EntityManager an error: such a statement would be outside the transaction
 * on MySQL and wait for itself for ever on SQLite. Call before `initialize()`.
 */
export function guardTransactions(dataSource: DataSource): DataSource {
  const { driver } = dataSource
  const create = driver.createQueryRunner.bind(driver)
  driver.createQueryRunner = (mode) => {
    if (insideTransaction.getStore()) throw new Error("inside a transaction, use the transaction's EntityManager")
    return create(mode)
  }
  return dataSource
}
