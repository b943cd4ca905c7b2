import type { TestApp } from './app.js'

/** Counts what is sent to the database while `work` runs: statements on SQLite, packets of them on a server. */
export async function statementsOf(app: TestApp, work: () => Promise<unknown>): Promise<number> {
  let count = 0
  const { logger } = app.dataSource
  const counting = new Proxy(logger, {
    get: (target, name, receiver) =>
      name === 'logQuery' ? () => (count += 1) : (Reflect.get(target, name, receiver) as unknown),
  })
  Object.assign(app.dataSource, { logger: counting })
  try {
    await work()
  } finally {
    Object.assign(app.dataSource, { logger })
  }
  return count
}
