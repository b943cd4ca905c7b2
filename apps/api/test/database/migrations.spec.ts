import type { DataSource } from 'typeorm'

import { changeType, columns, createTable } from '../../src/database/columns.js'
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

  it('change a column and keep the milliseconds, the length and the letters of what it holds', async () => {
    const runner = dataSource.createQueryRunner()
    try {
      await createTable(runner, {
        name: 'changed',
        columns: [columns.id('id'), columns.instant('at'), columns.id('other_id'), columns.text('words', 20)],
      })
      const row = { id: 'one', at: '2026-11-23 02:00:00.123', other_id: 'two', words: '饭' }
      await dataSource.query('INSERT INTO changed (id, at, other_id, words) VALUES (?, ?, ?, ?)', Object.values(row))
      const before = await runner.getTable('changed')
      const wanted = [columns.instant('at', { nullable: true }), columns.id('other_id', { nullable: true })]
      for (const column of [...wanted, columns.text('words', 40)]) await changeType(runner, 'changed', column)
      const after = await runner.getTable('changed')
      const kinds = (table: typeof after) =>
        table?.columns.map(({ name, precision, collation }) => [name, precision, collation])
      expect(kinds(after)).toEqual(kinds(before))
      expect(after?.columns.map(({ isNullable, length }) => [isNullable, length])).toEqual([
        [false, '36'],
        [true, ''],
        [true, '36'],
        [false, '40'],
      ])
      const at = dataSource.options.type === 'better-sqlite3' ? 'at' : "DATE_FORMAT(at, '%f')"
      const [kept] = await dataSource.query<{ at: string }[]>(`SELECT ${at} AS at FROM changed`)
      expect(kept?.at).toContain('123')
    } finally {
      await runner.dropTable('changed', true)
      await runner.release()
    }
  })

  it('are numbered in order', () => {
    const numbers = MIGRATIONS.map((migration) => Number(/\d+$/.exec(migration.name)?.[0]))
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
  })
})
