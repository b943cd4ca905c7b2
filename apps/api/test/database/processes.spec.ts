import { createDataSource } from '../../src/database/data-source.js'
import { migrate } from '../../src/database/migrate.js'
import { MIGRATIONS } from '../../src/database/migrations.js'
import { emptyDatabase } from '../support/database.js'

it('lets processes that start together share one server, or one after another a file', async () => {
  const database = await emptyDatabase()
  const together = database.DATABASE_URL === undefined ? 1 : 3
  const started = await Promise.all(
    [...Array(together).keys()].map(async () => {
      const dataSource = await createDataSource({ ...database, DATABASE_POOL: 4 }).initialize()
      await migrate(dataSource)
      return dataSource
    }),
  )
  for (const dataSource of started) expect(await dataSource.showMigrations()).toBe(false)
  const [{ count } = { count: 0 }] = await started[0]!.query<{ count: number | string }[]>(
    'SELECT COUNT(*) AS count FROM migrations',
  )
  expect(Number(count)).toBe(MIGRATIONS.length)
  await Promise.all(started.map((dataSource) => dataSource.destroy()))
  await database.remove()
})
