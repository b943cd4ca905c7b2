import type { DataSource } from 'typeorm'

import { changeType, columns, createTable } from '../../src/database/columns.js'
import { createDataSource } from '../../src/database/data-source.js'
import { PrivacyOneStandingConsent1798950000000 } from '../../src/database/migrations/1798950000000-privacy-one-standing-consent.js'
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

  it('keep the first of the yeses that somebody said twice at once, and what was taken back', async () => {
    await up()
    const runner = dataSource.createQueryRunner()
    const step = new PrivacyOneStandingConsent1798950000000()
    const say = (id: string, version: string, givenAt: string, withdrawnAt: string | null = null) =>
      runner.query(
        `INSERT INTO privacy_consent (id, person_id, document, version, channel, given_at, withdrawn_at) VALUES (?, 'one', 'sensitive', ?, 'app', ?, ?)`,
        [id, version, givenAt, withdrawnAt],
      )
    try {
      await step.down(runner)
      await runner.query(
        `INSERT INTO people_person (id, name, face, elder_mode, created_at) VALUES ('one', '王', 'man', 0, '2026-11-01 00:00:00.000')`,
      )
      await say('second', '2', '2026-11-02 00:00:00.002')
      await say('first', '2', '2026-11-02 00:00:00.001')
      await say('older version', '1', '2026-11-01 00:00:00.000')
      await say('taken back', '2', '2026-11-01 00:00:00.000', '2026-11-01 01:00:00.000')
      await step.up(runner)
      const rows = await dataSource.query<{ id: string; standing: string | null }[]>(
        'SELECT id, standing_person_id AS standing FROM privacy_consent ORDER BY id',
      )
      expect(rows.map(({ id, standing }) => [id, standing])).toEqual([
        ['first', 'one'],
        ['older version', 'one'],
        ['taken back', null],
      ])
      await expect(say('third', '2', '2026-11-03 00:00:00.000')).rejects.toThrow('ck_privacy_consent_standing')
    } finally {
      await runner.query('DELETE FROM privacy_consent')
      await runner.query('DELETE FROM people_person')
      await runner.release()
    }
  })

  it('are numbered in order', () => {
    const numbers = MIGRATIONS.map((migration) => Number(/\d+$/.exec(migration.name)?.[0]))
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
  })
})
