import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm'
/** Columns are snake_case in the database and camelCase in code; tables and keys are named by hand. */
export declare class SnakeNames extends DefaultNamingStrategy implements NamingStrategyInterface {
  columnName(propertyName: string, customName: string): string
}
