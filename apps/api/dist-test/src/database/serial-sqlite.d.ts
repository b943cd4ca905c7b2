import type { DataSource } from 'typeorm'
/** Makes a SQLite data source run its transactions one after another; call before `initialize()`. */
export declare function serialiseSqlite(dataSource: DataSource): DataSource
