import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createConnection, type RowDataPacket } from 'mysql2/promise'
import type { DataSource } from 'typeorm'

import { ENTITIES } from '../../src/database/entities.js'

/** A database of one suite: where it is, and how it goes away. */
export interface TestDatabase {
  DATABASE_URL?: string
  DATA_DIR: string
  remove(): Promise<void>
}

/** Databases made by this suite: one that starts two servers has two. */
let count = 0

/** An empty database: a SQLite file, or with TEST_DATABASE_URL a schema of this Jest worker on that server. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'wanli-test-'))
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

/** Deletes every row, children first. */
export async function deleteAllRows(dataSource: DataSource): Promise<void> {
  for (const entity of [...ENTITIES].reverse()) await dataSource.createQueryBuilder().delete().from(entity).execute()
}
