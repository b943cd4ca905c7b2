import { join } from 'node:path'

import Database from 'libsql'

import type { TestApp } from './app.js'

/** How the database finds rows of one table for one statement: by which index, null when it reads all of them; in its own words. */
export interface Way {
  table: string
  index: string | null
  words: string
}

interface Told {
  sql: string
  parameters: unknown[]
}

/** How the rows of a table are found by each statement of `work` that reads them, asked of the database when it is done. */
export async function waysTo(app: TestApp, table: string, work: () => Promise<unknown>): Promise<Way[]> {
  const told = await toldBy(app, work)
  const ways: Way[] = []
  for (const one of told.filter(({ sql }) => sql.includes(table) && /^(SELECT|UPDATE|DELETE)/i.test(sql)))
    ways.push(...(await waysOf(app, one)).filter((way) => way.table === table))
  return ways
}

/** The statements of `work`; those of one packet each on their own. */
async function toldBy(app: TestApp, work: () => Promise<unknown>): Promise<Told[]> {
  const told: Told[] = []
  const { logger } = app.dataSource
  const note = (query: string, parameters: unknown[] = []): void => {
    let used = 0
    for (const sql of query.split(';')) {
      const count = sql.split('?').length - 1
      told.push({ sql: sql.trim(), parameters: parameters.slice(used, used + count) })
      used += count
    }
  }
  const noting = new Proxy(logger, {
    get: (target, name, receiver) => (name === 'logQuery' ? note : (Reflect.get(target, name, receiver) as unknown)),
  })
  Object.assign(app.dataSource, { logger: noting })
  try {
    await work()
  } finally {
    Object.assign(app.dataSource, { logger })
  }
  return told
}

async function waysOf(app: TestApp, { sql, parameters }: Told): Promise<Way[]> {
  const { dataSource, database } = app
  const names = namesIn(sql)
  if (dataSource.options.type === 'better-sqlite3') return sqliteWays(join(database.DATA_DIR, 'wanli.db'), sql, names)
  const rows = await dataSource.query<{ table: string; type: string; key: string | null }[]>(
    // MySQL 9 would draw a tree.
    `EXPLAIN FORMAT=TRADITIONAL ${sql}`,
    parameters,
  )
  return rows.map(({ table, type, key }) => ({
    table: names.get(table) ?? table,
    // `index` reads the whole of one.
    index: type === 'ALL' || type === 'index' ? null : key,
    words: `${type} ${key}`,
  }))
}

/** On a connection of its own: the driver leaves an explanation open, and nothing could be committed beside it. */
function sqliteWays(file: string, sql: string, names: Map<string, string>): Way[] {
  const connection = new Database(file)
  try {
    const rows = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]
    return rows.flatMap(({ detail }) => {
      const [, alias] = /^(?:SEARCH|SCAN) (\S+)/.exec(detail) ?? []
      const [, index] = /^SEARCH .* USING (?:COVERING )?INDEX (\S+)/.exec(detail) ?? []
      return alias === undefined ? [] : [{ table: names.get(alias) ?? alias, index: nameOf(index), words: detail }]
    })
  } finally {
    connection.close()
  }
}

/** Tables by the names that a statement gives them. */
function namesIn(sql: string): Map<string, string> {
  const found = sql.matchAll(
    /(?:FROM|JOIN|UPDATE) [`"]?(\w+)[`"]?(?: [`"]?(?!WHERE|SET|ORDER|LEFT|INNER)(\w+)[`"]?)?/gi,
  )
  return new Map([...found].map(([, table = '', alias]) => [alias ?? table, table]))
}

const nameOf = (index: string | undefined): string | null =>
  index?.startsWith('sqlite_autoindex') === true ? 'PRIMARY' : (index ?? null)
