import { Column, ForeignKey, PrimaryColumn, type ColumnOptions } from 'typeorm'

/* Decorators for the column types of `columns.ts`, so that an entity states its columns in the same few words. */

const MACHINE_TEXT = { type: 'varchar', charset: 'ascii', collation: 'ascii_bin' } as const

/** UUID text, as `columns.id` makes it. */
const UUID = { ...MACHINE_TEXT, length: 36 } as const

/** Primary key, or part of one: UUID text. */
export const IdColumn = (): PropertyDecorator => PrimaryColumn(UUID)

/** Part of a primary key that is a text of at most `length` characters. */
export const KeyColumn = (length: number): PropertyDecorator => PrimaryColumn({ type: 'varchar', length })

/** Part of a primary key that a machine made, as `columns.machineText` makes it. */
export const MachineKeyColumn = (length: number): PropertyDecorator => PrimaryColumn({ ...MACHINE_TEXT, length })

/** Part of a primary key that is a Shanghai day. */
export const DayKeyColumn = (): PropertyDecorator => PrimaryColumn({ type: 'date' })

/** Id of a row elsewhere. */
export const RefColumn = (options: ColumnOptions = {}): PropertyDecorator => Column({ ...UUID, ...options })

/** Text of at most `length` characters. */
export const TextColumn = (length: number, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'varchar', length, ...options })

/** Text that a machine made, as `columns.machineText` makes it. */
export const MachineTextColumn = (length: number, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ ...MACHINE_TEXT, length, ...options })

/** Long text. */
export const LongTextColumn = (options: ColumnOptions = {}): PropertyDecorator => Column({ type: 'text', ...options })

/** A value kept as JSON text; never part of a rule. */
export const JsonColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'simple-json', ...options })

/** The same for what may be longer than 64 KB, as `columns.wideJson` makes it. */
export const WideJsonColumn = (): PropertyDecorator => Column({ type: 'json' })

/** Whole number, fen included. */
export const IntegerColumn = (options: ColumnOptions = {}): PropertyDecorator => Column({ type: 'integer', ...options })

/** Whole number past 32 bits. Drivers give it as text; what is not a safe integer is refused. */
export const BigIntegerColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'bigint', transformer: { to: (value: number) => value, from: toSafeInteger }, ...options })

function toSafeInteger(value: string | number | null): number | null {
  if (value === null) return null
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError('a stored number is past what can be counted with')
  return number
}

export const FlagColumn = (options: ColumnOptions = {}): PropertyDecorator => Column({ type: 'boolean', ...options })

/** Shanghai day, `YYYY-MM-DD`. */
export const DayColumn = (options: ColumnOptions = {}): PropertyDecorator => Column({ type: 'date', ...options })

/** UTC instant to the millisecond. */
export const InstantColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'datetime', precision: 3, ...options })

/** Foreign key to the id of an entity, by the entity's name so that modules do not import each other's. Restricts both ways. */
export const References = (entity: string, name: string): PropertyDecorator =>
  ForeignKey(entity, { name, onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
