import { createHash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { createConnection, type RowDataPacket } from 'mysql2/promise'
import type { DataSource } from 'typeorm'

import { createDataSource } from '../../src/database/data-source.js'
import { ENTITIES } from '../../src/database/entities.js'
import { migrate } from '../../src/database/migrate.js'
import { payKeysIn } from '../../src/wechat/stand-in/pay-keys.js'

/** A database of one suite: where it is, and how it goes away. */
export interface TestDatabase {
  DATABASE_URL?: string
  DATA_DIR: string
  remove(): Promise<void>
}

/** Databases made by this suite: one that starts two servers has two. */
let count = 0

/**
 * A server's data folder, empty but for the keys that it and WeChat's stand-in would make at the first payment: those of all suites of a
 * worker are the same, since finding two pairs takes a tenth of a second.
 */
export function dataFolder(): string {
  const keys = ownFile(join(tmpdir(), 'wanli-pay-keys'))
  mkdirSync(keys, { recursive: true })
  payKeysIn(keys)
  const folder = mkdtempSync(join(tmpdir(), 'wanli-test-'))
  cpSync(keys, folder, { recursive: true })
  return folder
}

/** An empty database: a SQLite file, or with TEST_DATABASE_URL a schema of this Jest worker on that server. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const DATA_DIR = dataFolder()
  const removeDir = (): void => rmSync(DATA_DIR, { recursive: true, force: true })
  const server = process.env['TEST_DATABASE_URL']
  if (server === undefined || server === '') return { DATA_DIR, remove: async () => removeDir() }
  count += 1
  // A prefix of its own lets two working copies test on one server at a time.
  const prefix = process.env['TEST_SCHEMA_PREFIX'] ?? 'wanli'
  const schema = `${prefix}_test_${process.env['JEST_WORKER_ID'] ?? '1'}_${count}`
  const admin = await createConnection(server)
  await admin.query(`DROP DATABASE IF EXISTS ${schema}`)
  await admin.query(`CREATE DATABASE ${schema} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  const [rows] = await admin.query<RowDataPacket[]>('SELECT VERSION() AS version')
  // The two engines describe a nullable column differently; the schema comparison must know which one it reads.
  const protocol = String(rows[0]?.['version']).includes('MariaDB') ? 'mariadb:' : 'mysql:'
  const url = new URL(server.replace(/^\w+:/, protocol))
  url.pathname = `/${schema}`
  return {
    DATA_DIR,
    DATABASE_URL: url.toString(),
    remove: async () => {
      await admin.query(`DROP DATABASE IF EXISTS ${schema}`)
      await admin.end()
      removeDir()
    },
  }
}

/** Deletes every row, children first: before each test, so in one packet where there are packets. */
export async function deleteAllRows(dataSource: DataSource): Promise<void> {
  const tables = ENTITIES.map((entity) => dataSource.getMetadata(entity).tableName).reverse()
  const statements = ['START TRANSACTION', ...tables.map((table) => `DELETE FROM ${table}`), 'COMMIT']
  if (dataSource.options.type !== 'better-sqlite3') await dataSource.query(statements.join(';'))
  else
    await dataSource.transaction(async (tx) => {
      for (const statement of statements.slice(1, -1)) await tx.query(statement)
    })
}

/**
 * A database that the migrations have built. They run once for each state they are in; every other suite gets a copy of what they made,
 * which takes a tenth of the time.
 */
export async function migratedDatabase(): Promise<TestDatabase> {
  const database = await emptyDatabase()
  if (database.DATABASE_URL === undefined) await copyFile(database)
  else await copySchema(database, database.DATABASE_URL)
  return database
}

const DATABASE_FILE = 'wanli.db'

async function copyFile(database: TestDatabase): Promise<void> {
  const template = templateFile('db')
  const file = join(database.DATA_DIR, DATABASE_FILE)
  if (existsSync(template)) {
    copyFileSync(template, file)
    return
  }
  const own = ownFile(template)
  // A copy of the file alone would lack what stands in its write-ahead log.
  await build(database, async (dataSource) => {
    await dataSource.query('VACUUM INTO ?', [own])
  })
  renameSync(own, template)
}

async function copySchema(database: TestDatabase, url: string): Promise<void> {
  const connection = await createConnection({ uri: url.replace(/^\w+:/, 'mysql:'), multipleStatements: true })
  try {
    const rows = async (sql: string): Promise<RowDataPacket[]> => (await connection.query<RowDataPacket[]>(sql))[0]
    const [version] = await rows('SELECT VERSION() AS version')
    const template = templateFile(`${String(version?.['version'])}.sql`)
    if (existsSync(template)) {
      await connection.query(readFileSync(template, 'utf8'))
      return
    }
    await build(database)
    const statements = ['SET FOREIGN_KEY_CHECKS = 0']
    for (const table of await rows('SHOW TABLES')) {
      const [shape] = await rows(`SHOW CREATE TABLE ${String(Object.values(table)[0])}`)
      statements.push(String(shape?.['Create Table']))
    }
    for (const { timestamp, name } of await rows('SELECT timestamp, name FROM migrations ORDER BY id'))
      statements.push(connection.format('INSERT INTO migrations (timestamp, name) VALUES (?, ?)', [timestamp, name]))
    // Two workers may keep the same at once: each writes a file of its own, and the last name wins.
    const own = ownFile(template)
    writeFileSync(own, statements.join(';\n'))
    renameSync(own, template)
  } finally {
    await connection.end()
  }
}

async function build(database: TestDatabase, then?: (dataSource: DataSource) => Promise<void>): Promise<void> {
  const dataSource = await createDataSource({ ...database, DATABASE_POOL: 2 }).initialize()
  await migrate(dataSource)
  await then?.(dataSource)
  await dataSource.destroy()
}

/** A name beside it for what this worker writes, of whatever run: workers share their process. */
const ownFile = (template: string): string => `${template}.${process.pid}.${process.env['JEST_WORKER_ID'] ?? '1'}`

/** Where the copy lies that belongs to the migrations as they are written now. */
function templateFile(ending: string): string {
  const folder = fileURLToPath(new URL('../../src/database/', import.meta.url))
  // The lock file says which version of TypeORM ran them.
  const files = ['columns.ts', 'migrations.ts', '../../../../package-lock.json']
  const migrations = readdirSync(join(folder, 'migrations')).map((name) => join('migrations', name))
  const hash = createHash('sha256')
  for (const name of [...files, ...migrations.sort()]) hash.update(readFileSync(join(folder, name)))
  return join(tmpdir(), `wanli-template-${hash.digest('hex').slice(0, 16)}.${ending}`)
}
