import { RateLimiterMemory, RateLimiterMySQL, type RateLimiterAbstract } from 'rate-limiter-flexible'
import type { DataSource, Driver } from 'typeorm'

/** Points in so many seconds, for keys that begin with a prefix. */
export interface LimitShape {
  keyPrefix: string
  points: number
  durationSeconds: number
}

/** Counts requests where every process of this database sees it: in `request_limit`; in memory on SQLite, which has one process. */
export function createLimiter(dataSource: DataSource, shape: LimitShape): RateLimiterAbstract {
  const options = { keyPrefix: shape.keyPrefix, points: shape.points, duration: shape.durationSeconds }
  if (dataSource.options.type === 'better-sqlite3') return new RateLimiterMemory(options)
  const { pool, database } = dataSource.driver as Driver & { pool: unknown }
  return new RateLimiterMySQL({
    ...options,
    storeClient: pool,
    storeType: 'pool',
    dbName: database ?? '',
    tableName: 'request_limit',
    tableCreated: true,
    // Who is over the limit is refused without asking the database again.
    inMemoryBlockOnConsumed: shape.points + 1,
  })
}
