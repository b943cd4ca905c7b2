/*
 * What must never happen: two overlapping transactions on SQLite's one connection, where a commit of one is lost with the
 * rollback of the other. `SerialQueryRunner.query` prevents it: a statement runs only while its runner holds the gate.
 */
import { createRequire } from 'node:module'

import type { DataSource, QueryRunner } from 'typeorm'
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js'

const require = createRequire(import.meta.url)
const { BetterSqlite3QueryRunner } =
  require('typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js') as typeof import('typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js')

/** First come, first served: one holder at a time. */
class Gate {
  private tail: Promise<void> = Promise.resolve()

  /** Waits for its turn; the result hands the turn on. */
  async enter(): Promise<() => void> {
    const before = this.tail
    let leave!: () => void
    this.tail = new Promise((resolve) => (leave = resolve))
    await before
    return leave
  }
}

type QueryAnswer = ReturnType<InstanceType<typeof BetterSqlite3QueryRunner>['query']>

class SerialQueryRunner extends BetterSqlite3QueryRunner {
  private leave: (() => void) | undefined

  constructor(
    driver: BetterSqlite3Driver,
    private readonly gate: Gate,
  ) {
    super(driver)
  }

  override async startTransaction(isolationLevel?: Parameters<QueryRunner['startTransaction']>[0]): Promise<void> {
    if (this.leave === undefined) this.leave = await this.gate.enter()
    try {
      await super.startTransaction(isolationLevel)
    } catch (error) {
      this.letGo()
      throw error
    }
  }

  override async commitTransaction(): Promise<void> {
    await super.commitTransaction()
    this.letGo()
  }

  override async rollbackTransaction(): Promise<void> {
    try {
      await super.rollbackTransaction()
    } finally {
      this.letGo()
    }
  }

  override async query(
    query: string,
    parameters?: unknown[],
    useStructuredResult = false,
  ): Promise<Awaited<QueryAnswer>> {
    if (this.leave !== undefined) return super.query(query, parameters, useStructuredResult)
    const leave = await this.gate.enter()
    try {
      return await super.query(query, parameters, useStructuredResult)
    } finally {
      leave()
    }
  }

  private letGo(): void {
    if (this.isTransactionActive) return
    this.leave?.()
    this.leave = undefined
  }
}

/** Makes a SQLite data source run its transactions one after another; call before `initialize()`. */
export function serialiseSqlite(dataSource: DataSource): DataSource {
  const driver = dataSource.driver as BetterSqlite3Driver
  const gate = new Gate()
  driver.createQueryRunner = () => new SerialQueryRunner(driver, gate)
  return dataSource
}
