import type { DataSource } from 'typeorm'

const LOCK = 'wanli-migrations'
const LOCK_SECONDS = 120

/** Runs what is missing of the migrations. Several processes may start at once on one server: one migrates, the others wait. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const run = () => dataSource.runMigrations({ transaction: 'each' })
  // A SQLite file has one process, and no such lock.
  if (dataSource.options.type === 'better-sqlite3') {
    await run()
    return
  }
  const holder = dataSource.createQueryRunner()
  try {
    await holder.query('SELECT GET_LOCK(?, ?)', [LOCK, LOCK_SECONDS])
    await run()
    await holder.query('SELECT RELEASE_LOCK(?)', [LOCK])
  } finally {
    await holder.release()
  }
}
