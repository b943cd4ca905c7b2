import { Table, TableCheck, TableColumn, TableForeignKey, TableIndex, type QueryRunner } from 'typeorm'

type Options = { nullable?: boolean }

const column = (name: string, type: string, options: Options, more: Record<string, unknown> = {}): TableColumn =>
  new TableColumn({ name, type, isNullable: options.nullable ?? false, ...more })

/** Column types, one short list that means the same on both engines. */
export const columns = {
  /** Row id or reference: UUID text. */
  id: (name: string, options: Options = {}) => column(name, 'varchar', options, { length: '36' }),
  /** Text of at most `length` characters. */
  text: (name: string, length: number, options: Options = {}) =>
    column(name, 'varchar', options, { length: String(length) }),
  /** Long text, JSON included; never part of a rule. */
  longText: (name: string, options: Options = {}) => column(name, 'text', options),
  /** Whole number, fen included. */
  integer: (name: string, options: Options = {}) => column(name, 'integer', options),
  flag: (name: string) => column(name, 'boolean', {}),
  /** Shanghai day. */
  day: (name: string, options: Options = {}) => column(name, 'date', options),
  /** UTC instant to the millisecond. */
  instant: (name: string, options: Options = {}) => column(name, 'datetime', options, { precision: 3 }),
}

/** One table as a migration states it. Names of keys and checks are given by hand: error mapping and people read them. */
export interface TableShape {
  name: string
  columns: TableColumn[]
  primaryKey?: string[]
  uniques?: { name: string; columns: string[] }[]
  indices?: { name: string; columns: string[] }[]
  /** Foreign keys restrict: nothing disappears because something else did. */
  foreignKeys?: { name: string; column: string; table: string }[]
  checks?: { name: string; expression: string }[]
}

/** Creates a table with its keys and checks on either engine. */
export async function createTable(runner: QueryRunner, shape: TableShape): Promise<void> {
  const key = new Set(shape.primaryKey ?? ['id'])
  for (const item of shape.columns) if (key.has(item.name)) item.isPrimary = true
  const sqlite = runner.dataSource.options.type === 'better-sqlite3'
  const checks = shape.checks ?? []
  await runner.createTable(
    new Table({
      name: shape.name,
      columns: shape.columns,
      indices: [
        ...(shape.uniques ?? []).map(
          (unique) => new TableIndex({ name: unique.name, columnNames: unique.columns, isUnique: true }),
        ),
        ...(shape.indices ?? []).map((index) => new TableIndex({ name: index.name, columnNames: index.columns })),
      ],
      foreignKeys: (shape.foreignKeys ?? []).map(
        (foreign) =>
          new TableForeignKey({
            name: foreign.name,
            columnNames: [foreign.column],
            referencedTableName: foreign.table,
            referencedColumnNames: ['id'],
            onDelete: 'RESTRICT',
            onUpdate: 'RESTRICT',
          }),
      ),
      checks: sqlite ? checks.map((check) => new TableCheck(check)) : [],
    }),
  )
  // TypeORM writes no CHECK for MySQL and MariaDB, so they are added by the statement both of them know.
  if (!sqlite) {
    for (const check of checks) {
      await runner.query(`ALTER TABLE ${shape.name} ADD CONSTRAINT ${check.name} CHECK (${check.expression})`)
    }
  }
}
