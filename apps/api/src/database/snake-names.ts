import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm'

/** Columns are snake_case in the database and camelCase in code; tables and keys are named by hand. */
export class SnakeNames extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName?: string): string {
    return customName === undefined || customName === ''
      ? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
      : customName
  }
}
