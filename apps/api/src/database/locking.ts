import type { EntityManager, EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm'

/**
 * A select that locks the rows it finds until the transaction ends, so that what it read is what is written on. SQLite has one
 * writer at a time, so there its transaction is the lock. Whoever locks rows of several tables does so in the one order of
 * `docs/architecture.md`. `index` is the one by which the rows are found: a scan of the table would lock, or wait for, all of them.
 */
export function lockingSelect<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  alias: string,
  index: string,
): SelectQueryBuilder<Row> {
  const select = tx.createQueryBuilder(entity, alias)
  return tx.dataSource.options.type === 'better-sqlite3' ? select : select.useIndex(index).setLock('pessimistic_write')
}

/** Rows of these ids, locked in the order of their ids. */
export function lockRows<Row extends ObjectLiteral & { id: string }>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  ids: readonly string[],
): Promise<Row[]> {
  if (ids.length === 0) return Promise.resolve([])
  return lockingSelect(tx, entity, 'locked', 'PRIMARY')
    .where('locked.id IN (:...ids)', { ids: [...new Set(ids)] })
    .orderBy('locked.id', 'ASC')
    .getMany()
}
