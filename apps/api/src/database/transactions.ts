/*
 * What must never happen: a part of a unit of work kept while another part is lost. `run` commits all of it or none, and on a
 * lost race runs the whole work again from the beginning, never the rest of it. `look` keeps nothing.
 */
import { Injectable, Logger } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'

import { isLostRace } from './constraint-errors.js'
import { assertOutside, runInside } from './inside-transaction.js'
import { watchDoor } from './transaction-door.js'

/** Whoever loses a race loses it to somebody who goes on, so of many at one row the last may lose this often. */
const ATTEMPTS = 10
const SLOW_MS = 200

/**
 * A server's statements see what is committed when each of them runs; those of a look all see what the first one saw. `READ ONLY` has
 * the server refuse a write.
 */
const BEGIN_LOOK = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; START TRANSACTION READ ONLY'

/** Opens transactions. Code that writes takes the `tx` it is given as first argument; there is no other way to write. */
@Injectable()
export class Transactions {
  private readonly log = new Logger(Transactions.name)

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction and commits it. `work` may run several times (deadlock), so it must have no outside effect.
   * Throws what `work` throws, after a rollback; throws when called inside another `run`.
   */
  async run<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    assertOutside()
    for (let attempt = 1; ; attempt += 1) {
      const startedAt = performance.now()
      try {
        return await this.once(work)
      } catch (error) {
        if (attempt === ATTEMPTS || !isLostRace(error)) throw error
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 15 * attempt))
      } finally {
        const took = performance.now() - startedAt
        if (took > SLOW_MS) this.log.debug(`transaction took ${Math.round(took)} ms`)
      }
    }
  }

  /**
   * Reads one moment of the database, however many statements it takes: for an answer whose numbers must agree with each other while
   * others write. What `work` writes is refused by a server and not kept by SQLite. Throws what `work` throws; throws when called inside
   * a `run` or another `look`.
   */
  async look<Result>(work: (from: EntityManager) => Promise<Result>): Promise<Result> {
    assertOutside()
    const runner = this.dataSource.createQueryRunner()
    const isServer = runner.dataSource.options.type !== 'better-sqlite3'
    try {
      await (isServer ? runner.query(BEGIN_LOOK) : runner.startTransaction())
      try {
        return await runInside(this.dataSource, () => work(runner.manager))
      } finally {
        await (isServer ? runner.query('ROLLBACK') : runner.rollbackTransaction())
      }
    } finally {
      await runner.release()
    }
  }

  private async once<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    const runner = this.dataSource.createQueryRunner()
    const door = watchDoor(runner)
    try {
      await runner.startTransaction()
      const result = await runInside(this.dataSource, () => work(runner.manager))
      await runner.commitTransaction()
      return result
    } catch (error) {
      door.shut(error)
      if (runner.isTransactionActive) await runner.rollbackTransaction()
      throw error
    } finally {
      await runner.release()
    }
  }
}
