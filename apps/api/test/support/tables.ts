import type { DataSource } from 'typeorm'

/** Names of every table that is really in the database, whatever the code says. */
export async function tableNames(dataSource: DataSource): Promise<string[]> {
  const sql =
    dataSource.options.type === 'better-sqlite3'
      ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
      : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()'
  const rows = await dataSource.query<{ name: string }[]>(sql)
  return rows.map(({ name }) => name).sort()
}

/** Where in the whole database one of these texts stands, in any column of any table: `table.column: text`. */
export async function findEverywhere(dataSource: DataSource, texts: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const table of await tableNames(dataSource)) {
    for (const row of await dataSource.query<Record<string, unknown>[]>(`SELECT * FROM ${table}`))
      for (const [column, value] of Object.entries(row)) {
        const readable = Buffer.isBuffer(value) ? value.toString('utf8') : JSON.stringify(value)
        for (const text of texts) if (readable.includes(text)) found.push(`${table}.${column}: ${text}`)
      }
  }
  return found
}
