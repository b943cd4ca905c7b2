import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { DataSource } from 'typeorm'

import { createDataSource } from '../../src/database/data-source.js'
import { MIGRATIONS } from '../../src/database/migrations.js'
import { emptyDatabase, type TestDatabase } from '../support/database.js'

let database: TestDatabase
let dataSource: DataSource

beforeAll(async () => {
  database = await emptyDatabase()
  dataSource = await createDataSource({ ...database, DATABASE_POOL: 4 }).initialize()
})
afterAll(async () => {
  await dataSource.destroy()
  await database.remove()
})

const up = () => dataSource.runMigrations({ transaction: 'each' })
const tableNames = async (): Promise<string[]> => {
  const runner = dataSource.createQueryRunner()
  try {
    const names = dataSource.entityMetadatas.map((entity) => entity.tableName)
    const present = await Promise.all(names.map((name) => runner.hasTable(name)))
    return names.filter((_, index) => present[index])
  } finally {
    await runner.release()
  }
}

describe('the migrations', () => {
  it('go up, down and up again', async () => {
    await up()
    const tables = await tableNames()
    expect(tables.length).toBeGreaterThan(15)
    for (const _ of MIGRATIONS) await dataSource.undoLastMigration({ transaction: 'each' })
    expect(await tableNames()).toEqual([])
    await up()
    expect((await tableNames()).sort()).toEqual(tables.sort())
  })

  it('make the very schema that the entities describe', async () => {
    await up()
    const drift = await dataSource.driver.createSchemaBuilder().log()
    expect(drift.upQueries.map((query) => query.query)).toEqual([])
  })

  it('are numbered in order', () => {
    const numbers = MIGRATIONS.map((migration) => Number(/\d+$/.exec(migration.name)?.[0]))
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
  })
})
