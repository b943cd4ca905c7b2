import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource } from 'typeorm';
/** True while the current asynchronous flow is inside `Transactions.run`. */
export declare const insideTransaction: AsyncLocalStorage<true>;
/** Makes a SQLite data source run its transactions one after another; call before `initialize()`. */
export declare function serialiseSqlite(dataSource: DataSource): DataSource;
