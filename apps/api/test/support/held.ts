import type { EntityManager } from 'typeorm'

import type { TestApp } from './app.js'
import { until } from './until.js'

/** Until more transactions wait for a lock than at the last call, or, at the first, than none. */
type Meeting = (what: string) => Promise<void>

/**
 * Holds a race still: what `hold` locks or writes in a transaction of its own stays so while `during` begins what is to meet it, and is
 * undone at the end of that. Answers false, with nothing done, on SQLite: a file has one writer, who holds no other up.
 */
export async function whileHeld(
  app: TestApp,
  hold: (tx: EntityManager) => Promise<unknown>,
  during: (meeting: Meeting) => Promise<void>,
): Promise<boolean> {
  if (app.database.DATABASE_URL === undefined) return false
  const runner = app.dataSource.createQueryRunner()
  await runner.startTransaction()
  let waited = 0
  try {
    await hold(runner.manager)
    await during(async (what) => {
      const before = waited
      await until(async () => {
        waited = await waiting(app)
        return waited > before
      }, what)
    })
  } finally {
    await runner.rollbackTransaction()
    await runner.release()
  }
  return true
}

/** How many transactions of this schema wait for a lock. The server looks anew only when nobody has asked for a tenth of a second. */
async function waiting(app: TestApp): Promise<number> {
  await app.dataSource.query('DO SLEEP(0.15)')
  const mine = 'SELECT id FROM information_schema.processlist WHERE db = DATABASE()'
  const [row] = await app.dataSource.query<{ count: string }[]>(
    `SELECT COUNT(*) AS count FROM information_schema.innodb_trx
     WHERE trx_state = 'LOCK WAIT' AND trx_mysql_thread_id IN (${mine})`,
  )
  return Number(row?.count ?? 0)
}
