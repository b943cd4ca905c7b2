import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm'

import { send, type Parameter } from './together.js'

/** Below SQLite's bound on parameters of one statement (32,766) and within a packet of MySQL. */
const MAX_PARAMETERS = 30_000

/** Types whose values the driver takes as they are. */
const PLAIN = new Set<unknown>(['varchar', 'text', 'integer', 'int'])

/** How rows of one entity are written: worked out once, then no look at the metadata for each row. */
interface InsertPlan {
  head: string
  row: string
  width: number
  /** Appends a row's values to the parameters of a statement. */
  write(row: ObjectLiteral, parameters: Parameter[]): void
}

const plans = new WeakMap<object, Map<EntityTarget<ObjectLiteral>, InsertPlan>>()

/**
 * Inserts rows of one entity in as few statements as they fit in. The same as `tx.insert` for whole rows, without its cost for each
 * of them: for paths that many people wait on. Throws what the database refuses, for all of the rows.
 */
export async function insertRows<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  await insert(tx, entity, rows, '')
}

/**
 * The same as {@link insertRows}, but for rows whose `key`, the columns of one unique key, is there already or comes twice: those are
 * passed over and what is there stays as it is. Throws what else the database refuses, another key than the named one among it.
 */
export async function insertMissing<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
  key: readonly (keyof Row & string)[],
): Promise<void> {
  await insert(tx, entity, rows, unlessThere(tx, entity, key))
}

/** `end` follows the rows of each statement. */
async function insert(
  tx: EntityManager,
  entity: EntityTarget<ObjectLiteral>,
  rows: readonly ObjectLiteral[],
  end: string,
): Promise<void> {
  if (rows.length === 0) return
  const plan = planOf(tx, entity)
  const atOnce = Math.max(1, Math.floor(MAX_PARAMETERS / plan.width))
  const sent: Promise<unknown>[] = []
  for (let from = 0; from < rows.length; from += atOnce) {
    const part = rows.slice(from, from + atOnce)
    const parameters: Parameter[] = []
    for (const row of part) plan.write(row, parameters)
    sent.push(send(tx, `${plan.head} ${Array<string>(part.length).fill(plan.row).join(',')}${end}`, parameters))
  }
  await Promise.all(sent)
}

/**
 * The end of an INSERT that passes over a row whose key is there. `INSERT IGNORE` would pass over whatever else is wrong with a row, too.
 * A server takes no name of a key here, so a row that hit another one is sent against a NOT NULL.
 */
function unlessThere(tx: EntityManager, entity: EntityTarget<ObjectLiteral>, key: readonly string[]): string {
  const { columns, primaryColumns } = tx.dataSource.getMetadata(entity)
  const names = key.map((name) => columns.find(({ propertyName }) => propertyName === name)?.databaseName ?? name)
  if (tx.dataSource.options.type === 'better-sqlite3') return ` ON CONFLICT (${names.join(', ')}) DO NOTHING`
  const [id = ''] = primaryColumns.map(({ databaseName }) => databaseName)
  const isSame = names.map((name) => `${name} <=> VALUES(${name})`).join(' AND ')
  return ` ON DUPLICATE KEY UPDATE ${id} = IF(${isSame}, ${id}, NULL)`
}

/**
 * Moves a number column of many rows, each by its own amount, in one statement: `SET column = column + CASE id WHEN … END`. The
 * rows' checks refuse what must not be. Answers how many rows there were.
 */
export async function addToRows<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  changes: { id: string; add: Partial<Record<keyof Row & string, number>> }[],
): Promise<number> {
  return updateRows(
    tx,
    entity,
    changes.map(({ id, add }) => ({ id, values: add as Record<string, Parameter> })),
    (column, cases) => `${column} + CASE id ${cases} ELSE 0 END`,
  )
}

/** Sets the same columns of many rows, each to its own values, in one statement. For rows that are locked by whoever decided on them. */
export async function setInRows<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  changes: { id: string; set: Partial<Record<keyof Row & string, string | number>> }[],
): Promise<void> {
  await updateRows(
    tx,
    entity,
    changes.map(({ id, set }) => ({ id, values: set as Record<string, Parameter> })),
    (column, cases) => `CASE id ${cases} ELSE ${column} END`,
  )
}

/** One UPDATE for many rows; `valueOf` says what a column becomes, given the words `WHEN id THEN value` of its rows. */
async function updateRows<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  changes: readonly { id: string; values: Record<string, Parameter> }[],
  valueOf: (column: string, cases: string) => string,
): Promise<number> {
  if (changes.length === 0) return 0
  const metadata = tx.dataSource.getMetadata(entity)
  const names = [...new Set(changes.flatMap(({ values }) => Object.keys(values)))]
  const parameters: Parameter[] = []
  const sets = names.map((name) => {
    const column = metadata.findColumnWithPropertyName(name)?.databaseName ?? name
    const told = changes.filter(({ values }) => values[name] !== undefined)
    for (const { id, values } of told) parameters.push(id, values[name] ?? null)
    return `${column} = ${valueOf(column, told.map(() => 'WHEN ? THEN ?').join(' '))}`
  })
  const ids = changes.map(({ id }) => id)
  const sql = `UPDATE ${metadata.tableName} SET ${sets.join(', ')} WHERE id IN (${ids.map(() => '?').join(',')})`
  const result = await send(tx, sql, [...parameters, ...ids])
  return affectedBy(result, ids.length)
}

/** MySQL tells how many rows it changed; SQLite's driver does not for raw statements, so there the rows that were named count. */
function affectedBy(result: unknown, named: number): number {
  const { affectedRows } = (result ?? {}) as { affectedRows?: number }
  return affectedRows ?? named
}

function planOf<Row extends ObjectLiteral>(tx: EntityManager, entity: EntityTarget<Row>): InsertPlan {
  const { dataSource } = tx
  const known = plans.get(dataSource) ?? new Map<EntityTarget<ObjectLiteral>, InsertPlan>()
  plans.set(dataSource, known)
  const kept = known.get(entity)
  if (kept !== undefined) return kept
  const { tableName, columns } = dataSource.getMetadata(entity)
  const written = columns.filter((column) => !column.isGenerated)
  const writers = written.map((column) => ({
    name: column.propertyName,
    prepare: PLAIN.has(column.type)
      ? (value: unknown): unknown => value
      : (value: unknown): unknown => dataSource.driver.preparePersistentValue(value, column) as unknown,
  }))
  const plan: InsertPlan = {
    head: `INSERT INTO ${tableName} (${written.map((column) => column.databaseName).join(', ')}) VALUES`,
    row: `(${written.map(() => '?').join(',')})`,
    width: Math.max(1, written.length),
    write: (row, parameters) => {
      for (const { name, prepare } of writers) {
        const value: unknown = row[name]
        if (value === undefined) throw new Error(`a row of ${tableName} lacks ${name}`)
        parameters.push(prepare(value) as Parameter)
      }
    },
  }
  known.set(entity, plan)
  return plan
}
