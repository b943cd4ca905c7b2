import { Table, TableCheck, TableColumn, TableForeignKey, TableIndex, type QueryRunner } from 'typeorm'

type Options = { nullable?: boolean }

const column = (name: string, type: string, options: Options, more: Record<string, unknown> = {}): TableColumn =>
  new TableColumn({ name, type, isNullable: options.nullable ?? false, ...more })

/** Ids are compared byte by byte, on either engine: by the rules of a language every look at an index costs twice as much. */
const MACHINE_TEXT = { charset: 'ascii', collation: 'ascii_bin' }

/** Column types, one short list that means the same on both engines. */
export const columns = {
  /** Row id or reference: UUID text. */
  id: (name: string, options: Options = {}) => column(name, 'varchar', options, { length: '36', ...MACHINE_TEXT }),
  /** Text of at most `length` characters. */
  text: (name: string, length: number, options: Options = {}) =>
    column(name, 'varchar', options, { length: String(length) }),
  /** Text that a machine made, of letters and signs of ASCII; `a` and `A` are two, as they are on SQLite. */
  machineText: (name: string, length: number, options: Options = {}) =>
    column(name, 'varchar', options, { length: String(length), ...MACHINE_TEXT }),
  /** Long text, JSON included; never part of a rule. */
  longText: (name: string, options: Options = {}) => column(name, 'text', options),
  /** JSON that may be longer than the 64 KB of a server's long text: a week of a large menu. Never part of a rule. */
  wideJson: (name: string) => column(name, 'json', {}),
  /** Whole number, fen included. */
  integer: (name: string, options: Options = {}) => column(name, 'integer', options),
  /** Whole number past 32 bits: sums of fen that many pay into. Safe integers only, see `BigIntegerColumn`. */
  bigInteger: (name: string, options: Options = {}) => column(name, 'bigint', options),
  flag: (name: string) => column(name, 'boolean', {}),
  /** Shanghai day. */
  day: (name: string, options: Options = {}) => column(name, 'date', options),
  /** UTC instant to the millisecond. */
  instant: (name: string, options: Options = {}) => column(name, 'datetime', options, { precision: 3 }),
}

/** A key into another table, by the name that a refusal of it says. */
export interface ForeignKeyShape {
  name: string
  column: string
  table: string
}

/** One table as a migration states it. Names of keys and checks are given by hand: error mapping and people read them. */
export interface TableShape {
  name: string
  columns: TableColumn[]
  primaryKey?: string[]
  uniques?: { name: string; columns: string[] }[]
  indices?: { name: string; columns: string[] }[]
  /** Foreign keys restrict: nothing disappears because something else did. */
  foreignKeys?: ForeignKeyShape[]
  checks?: { name: string; expression: string }[]
}

const toForeignKey = (shape: ForeignKeyShape): TableForeignKey =>
  new TableForeignKey({
    name: shape.name,
    columnNames: [shape.column],
    referencedTableName: shape.table,
    referencedColumnNames: ['id'],
    onDelete: 'RESTRICT',
    onUpdate: 'RESTRICT',
  })

const isSqlite = (runner: QueryRunner): boolean => runner.dataSource.options.type === 'better-sqlite3'

/** SQLite compares bytes anyway, and knows no such collation. */
function inDialect(runner: QueryRunner, wanted: TableColumn[]): TableColumn[] {
  if (isSqlite(runner)) for (const one of wanted) delete one.collation
  return wanted
}

/** Adds columns to an existing table. */
export async function addColumns(runner: QueryRunner, table: string, wanted: TableColumn[]): Promise<void> {
  await runner.addColumns(table, inDialect(runner, wanted))
}

/** Gives a check of an existing table another expression: a list of kinds grows. */
export async function replaceCheck(
  runner: QueryRunner,
  table: string,
  check: { name: string; expression: string },
): Promise<void> {
  if (isSqlite(runner)) {
    await runner.dropCheckConstraint(table, check.name)
    await runner.createCheckConstraint(table, new TableCheck(check))
    return
  }
  await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${check.name}`)
  await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${check.name} CHECK (${check.expression})`)
}

/** Gives a column of an existing table another type, with all it holds. */
export async function changeType(runner: QueryRunner, table: string, column: TableColumn): Promise<void> {
  if (isSqlite(runner)) {
    for (const one of inDialect(runner, [column])) await runner.changeColumn(table, one.name, one)
    return
  }
  // TypeORM would drop the column and make it anew. What is not said of a column is lost: `datetime` alone counts whole seconds.
  const type = runner.dataSource.driver.createFullType(column)
  const letters = column.charset === undefined ? '' : `CHARACTER SET ${column.charset} COLLATE ${column.collation}`
  const nullable = column.isNullable ? 'NULL' : 'NOT NULL'
  await runner.query(`ALTER TABLE ${table} MODIFY ${column.name} ${type} ${letters} ${nullable}`)
}

/** Gives a text of an existing table, part of a key or not, other letters; SQLite compares bytes anyway. */
export async function changeLetters(runner: QueryRunner, table: string, column: TableColumn): Promise<void> {
  if (!isSqlite(runner)) await changeType(runner, table, column)
}

/** Adds foreign keys to an existing table; they restrict. */
export async function addForeignKeys(
  runner: QueryRunner,
  table: string,
  foreignKeys: ForeignKeyShape[],
): Promise<void> {
  await runner.createForeignKeys(table, foreignKeys.map(toForeignKey))
}

/** Adds checks to an existing table. */
export async function addChecks(
  runner: QueryRunner,
  table: string,
  checks: { name: string; expression: string }[],
): Promise<void> {
  if (isSqlite(runner)) {
    await runner.createCheckConstraints(
      table,
      checks.map((check) => new TableCheck(check)),
    )
    return
  }
  for (const check of checks)
    await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${check.name} CHECK (${check.expression})`)
}

/** Removes checks of an existing table. */
export async function dropChecks(runner: QueryRunner, table: string, names: string[]): Promise<void> {
  for (const name of names) {
    if (isSqlite(runner)) await runner.dropCheckConstraint(table, name)
    else await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
  }
}

/** Creates a table with its keys and checks on either engine. */
export async function createTable(runner: QueryRunner, shape: TableShape): Promise<void> {
  const key = new Set(shape.primaryKey ?? ['id'])
  for (const item of shape.columns) if (key.has(item.name)) item.isPrimary = true
  const sqlite = isSqlite(runner)
  const checks = shape.checks ?? []
  await runner.createTable(
    new Table({
      name: shape.name,
      columns: inDialect(runner, shape.columns),
      indices: [
        ...(shape.uniques ?? []).map(
          (unique) => new TableIndex({ name: unique.name, columnNames: unique.columns, isUnique: true }),
        ),
        ...(shape.indices ?? []).map((index) => new TableIndex({ name: index.name, columnNames: index.columns })),
      ],
      foreignKeys: (shape.foreignKeys ?? []).map(toForeignKey),
      checks: sqlite ? checks.map((check) => new TableCheck(check)) : [],
    }),
  )
  // TypeORM writes no CHECK for MySQL and MariaDB, so they are added by the statement both of them know.
  if (!sqlite) await addChecks(runner, shape.name, checks)
}
