import type { DataSource } from 'typeorm'
/** A database of one suite: where it is, and how it goes away. */
export interface TestDatabase {
  DATABASE_URL?: string
  DATA_DIR: string
  remove(): Promise<void>
}
/** An empty database: a SQLite file, or with TEST_DATABASE_URL a schema of this Jest worker on that server. */
export declare function emptyDatabase(): Promise<TestDatabase>
/** Deletes every row, children first. */
export declare function deleteAllRows(dataSource: DataSource): Promise<void>
