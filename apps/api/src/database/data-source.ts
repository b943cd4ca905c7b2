import { join } from 'node:path'

import Database from 'libsql'
import mysql, { type Pool, type PoolOptions } from 'mysql2'
import { DataSource, type DataSourceOptions } from 'typeorm'

import type { Env } from '../config/env.js'

import { ENTITIES } from './entities.js'
import { guardTransactions } from './inside-transaction.js'
import { keepStatements } from './kept-statements.js'
import { MIGRATIONS } from './migrations.js'
import { serialiseSqlite } from './serial-sqlite.js'
import { SnakeNames } from './snake-names.js'

/** What both engines share. Schema changes come from migrations only. */
const common = {
  entities: ENTITIES,
  migrations: MIGRATIONS,
  namingStrategy: new SnakeNames(),
  synchronize: false,
  logging: false,
} as const satisfies Partial<DataSourceOptions>

/** The data source of a configuration, not yet connected: MySQL or MariaDB by DATABASE_URL, otherwise SQLite in DATA_DIR. */
export function createDataSource(
  env: Pick<Env, 'DATABASE_URL' | 'DATABASE_POOL' | 'DATA_DIR'> & Partial<Pick<Env, 'NODE_ENV'>>,
): DataSource {
  if (env.DATABASE_URL === undefined) return guardTransactions(sqliteDataSource(join(env.DATA_DIR, 'wanli.db')))
  const dataSource = serverDataSource(env.DATABASE_URL, env.DATABASE_POOL)
  return env.NODE_ENV === 'production' ? dataSource : guardTransactions(dataSource)
}

/** SQLite in one file. */
function sqliteDataSource(database: string): DataSource {
  return serialiseSqlite(
    new DataSource({
      ...common,
      type: 'better-sqlite3',
      driver: Database,
      database,
      enableWAL: true,
      statementCacheSize: 0,
      prepareDatabase: keepStatements,
    }),
  )
}

/** MySQL or MariaDB. Days come as text (a DATE is no instant), instants as UTC. */
function serverDataSource(url: string, poolSize: number): DataSource {
  return new DataSource({
    ...common,
    driver: READ_COMMITTED,
    type: url.startsWith('mariadb:') ? 'mariadb' : 'mysql',
    url: url.replace(/^mariadb:/, 'mysql:'),
    charset: 'utf8mb4_unicode_ci',
    timezone: 'Z',
    dateStrings: ['DATE'],
    supportBigNumbers: true,
    bigNumberStrings: true,
    poolSize,
    // `together.ts` sends what is issued in one breath in one packet. Values never stand in the text: they are parameters.
    extra: { maxIdle: poolSize, queueLimit: 0, multipleStatements: true },
  })
}

/**
 * mysql2, with each new connection told READ COMMITTED once, where TypeORM's option would say it before each transaction. A statement
 * then sees what is committed when it runs: a refused order says what is left now, and there are no gap locks.
 */
const READ_COMMITTED = {
  ...mysql,
  createPool: (options: PoolOptions): Pool => {
    const pool = mysql.createPool(options)
    pool.on('connection', (connection) => {
      connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED')
    })
    return pool
  },
}
