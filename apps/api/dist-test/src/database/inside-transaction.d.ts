import { AsyncLocalStorage } from 'node:async_hooks'
import type { DataSource } from 'typeorm'
/** True while the current asynchronous flow is inside `Transactions.run`. */
export declare const insideTransaction: AsyncLocalStorage<true>
/**
 * Makes work inside a transaction that goes around its EntityManager an error: such a statement would be outside the transaction
 * on MySQL and wait for itself for ever on SQLite. Call before `initialize()`.
 */
export declare function guardTransactions(dataSource: DataSource): DataSource
