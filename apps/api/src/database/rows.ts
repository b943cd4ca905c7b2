import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm'
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js'

import { send, type Parameter } from './together.js'

/** Which rows are read, in the words of the database: `where` with a `?` for each parameter. */
export interface RowsWanted {
  where: string
  parameters: readonly Parameter[]
  orderBy?: string
  /** At most so many rows. */
  limit?: number
  /** Locks the rows until the transaction ends; names the index by which they are found, since a scan would lock all of them. */
  lockBy?: string
}

/** How rows of one entity are read: worked out once. */
interface ReadPlan {
  columns: string
  table: string
  toRow: (raw: Record<string, unknown>) => ObjectLiteral
}

const plans = new WeakMap<object, Map<EntityTarget<ObjectLiteral>, ReadPlan>>()

/** Types whose values the driver gives as they are. */
const PLAIN = new Set<unknown>(['varchar', 'text', 'integer', 'int'])

/**
 * Reads rows of one entity as plain objects, without the cost of a query builder, and together with what else is issued in the same
 * breath ({@link send}): for paths that many people wait on.
 */
export async function selectRows<Row extends ObjectLiteral>(
  from: EntityManager,
  entity: EntityTarget<Row>,
  { where, parameters, orderBy, limit, lockBy }: RowsWanted,
): Promise<Row[]> {
  const plan = planOf(from, entity)
  const locks = lockBy !== undefined && from.dataSource.options.type !== 'better-sqlite3'
  const hint = locks ? ` FORCE INDEX (${lockBy})` : ''
  const order = orderBy === undefined ? '' : ` ORDER BY ${orderBy}`
  const most = limit === undefined ? '' : ` LIMIT ${limit}`
  const end = `${order}${most}${locks ? ' FOR UPDATE' : ''}`
  const sql = `SELECT ${plan.columns} FROM ${plan.table}${hint} WHERE ${where}${end}`
  return ((await send(from, sql, parameters)) as Record<string, unknown>[]).map(plan.toRow) as Row[]
}

/** Rows whose column is one of these values; asks nobody when there are none. */
export function rowsIn<Row extends ObjectLiteral>(
  from: EntityManager,
  entity: EntityTarget<Row>,
  column: string,
  values: readonly string[],
): Promise<Row[]> {
  const wanted = [...new Set(values)]
  if (wanted.length === 0) return Promise.resolve([])
  return selectRows(from, entity, { where: `${column} IN (${marks(wanted)})`, parameters: wanted })
}

/**
 * Rows of these ids, locked in the order of their ids. SQLite has one writer at a time, so there its transaction is the lock. Whoever
 * locks rows of several tables does so in the one order of `docs/architecture.md`.
 */
export function lockRows<Row extends ObjectLiteral & { id: string }>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  ids: readonly string[],
): Promise<Row[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return Promise.resolve([])
  const where = `id IN (${marks(wanted)})`
  return selectRows(tx, entity, { where, parameters: wanted, orderBy: 'id', lockBy: 'PRIMARY' })
}

/** `?,?,?` for a list of values. */
export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(',')

function planOf(from: EntityManager, entity: EntityTarget<ObjectLiteral>): ReadPlan {
  const { dataSource } = from
  const known = plans.get(dataSource) ?? new Map<EntityTarget<ObjectLiteral>, ReadPlan>()
  plans.set(dataSource, known)
  const kept = known.get(entity)
  if (kept !== undefined) return kept
  const { tableName, columns } = dataSource.getMetadata(entity)
  const isPlain = ({ type, transformer }: ColumnMetadata): boolean => transformer === undefined && PLAIN.has(type)
  const readers = columns.map((column) => ({
    name: column.propertyName,
    column: column.databaseName,
    read: isPlain(column)
      ? (value: unknown): unknown => value
      : (value: unknown): unknown => dataSource.driver.prepareHydratedValue(value, column) as unknown,
  }))
  const plan: ReadPlan = {
    columns: readers.map(({ column }) => column).join(', '),
    table: tableName,
    toRow: (raw) => {
      const row: ObjectLiteral = {}
      for (const { name, column, read } of readers) row[name] = read(raw[column])
      return row
    },
  }
  known.set(entity, plan)
  return plan
}
