import { DataSource, type EntityManager } from 'typeorm'
/** Opens transactions. Code that writes takes the `tx` it is given as first argument; there is no other way to write. */
export declare class Transactions {
  private readonly dataSource
  private readonly log
  constructor(dataSource: DataSource)
  /**
   * Runs `work` in one transaction and commits it. `work` may run several times (deadlock), so it must have no outside effect.
   * Throws what `work` throws, after a rollback; throws when called inside another `run`.
   */
  run<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result>
  private once
}
