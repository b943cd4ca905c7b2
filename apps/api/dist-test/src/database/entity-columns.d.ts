import { type ColumnOptions } from 'typeorm'
/** Primary key, or part of one: UUID text. */
export declare const IdColumn: () => PropertyDecorator
/** Part of a primary key that is a text of at most `length` characters. */
export declare const KeyColumn: (length: number) => PropertyDecorator
/** Id of a row elsewhere. */
export declare const RefColumn: (options?: ColumnOptions) => PropertyDecorator
/** Text of at most `length` characters. */
export declare const TextColumn: (length: number, options?: ColumnOptions) => PropertyDecorator
/** Long text. */
export declare const LongTextColumn: (options?: ColumnOptions) => PropertyDecorator
/** A value kept as JSON text; never part of a rule. */
export declare const JsonColumn: (options?: ColumnOptions) => PropertyDecorator
/** Whole number, fen included. */
export declare const IntegerColumn: (options?: ColumnOptions) => PropertyDecorator
export declare const FlagColumn: () => PropertyDecorator
/** Shanghai day, `YYYY-MM-DD`. */
export declare const DayColumn: (options?: ColumnOptions) => PropertyDecorator
/** UTC instant to the millisecond. */
export declare const InstantColumn: (options?: ColumnOptions) => PropertyDecorator
/** Foreign key to the id of an entity, by the entity's name so that modules do not import each other's. Restricts both ways. */
export declare const References: (entity: string, name: string) => PropertyDecorator
