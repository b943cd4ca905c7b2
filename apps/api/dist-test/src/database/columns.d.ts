import { TableColumn, type QueryRunner } from 'typeorm'
type Options = {
  nullable?: boolean
}
/** Column types, one short list that means the same on both engines. */
export declare const columns: {
  /** Row id or reference: UUID text. */
  id: (name: string, options?: Options) => TableColumn
  /** Text of at most `length` characters. */
  text: (name: string, length: number, options?: Options) => TableColumn
  /** Long text, JSON included; never part of a rule. */
  longText: (name: string, options?: Options) => TableColumn
  /** Whole number, fen included. */
  integer: (name: string, options?: Options) => TableColumn
  flag: (name: string) => TableColumn
  /** Shanghai day. */
  day: (name: string, options?: Options) => TableColumn
  /** UTC instant to the millisecond. */
  instant: (name: string, options?: Options) => TableColumn
}
/** One table as a migration states it. Names of keys and checks are given by hand: error mapping and people read them. */
export interface TableShape {
  name: string
  columns: TableColumn[]
  primaryKey?: string[]
  uniques?: {
    name: string
    columns: string[]
  }[]
  indices?: {
    name: string
    columns: string[]
  }[]
  /** Foreign keys restrict: nothing disappears because something else did. */
  foreignKeys?: {
    name: string
    column: string
    table: string
  }[]
  checks?: {
    name: string
    expression: string
  }[]
}
/** Creates a table with its keys and checks on either engine. */
export declare function createTable(runner: QueryRunner, shape: TableShape): Promise<void>
export {}
