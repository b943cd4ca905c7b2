import type Database from 'libsql'

/** More than the server has texts of statements; those that go with the length of a list come and go. */
const MOST_STATEMENTS = 500

/**
 * Makes a connection to SQLite prepare a statement once. TypeORM keeps statements by its query runner, and each transaction has a new
 * one: preparing took as long as running. One for all is safe, since each runs to its end within the call that starts it.
 */
export function keepStatements(database: Database.Database): void {
  const prepare = database.prepare.bind(database)
  const kept = new Map<string, Database.Statement>()
  const prepareOnce = (sql: string): Database.Statement => {
    const statement = kept.get(sql) ?? prepare(sql)
    // What was asked for just now goes to the end of the map: the first in it waited longest.
    kept.delete(sql)
    kept.set(sql, statement)
    if (kept.size > MOST_STATEMENTS) kept.delete(kept.keys().next().value ?? sql)
    return statement
  }
  database.prepare = prepareOnce as typeof prepare
}
