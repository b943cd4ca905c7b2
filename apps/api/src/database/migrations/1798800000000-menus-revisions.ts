import type { MigrationInterface, QueryRunner } from 'typeorm'

import { addChecks, addColumns, addForeignKeys, columns, dropChecks } from '../columns.js'

const SITTING = 'canteen_sitting'
/** What two people may edit at once: each has a revision, and says who changed it last. */
const EDITED = ['canteen_dish', 'menus_meal']
const CLOSED_BY = { name: 'fk_canteen_sitting_closed_by_id', column: 'closed_by_id', table: 'people_person' }
/** Nobody is noted to have closed what is open. */
const CLOSED = { name: 'ck_canteen_sitting_closed_by', expression: 'closed_by_id IS NULL OR closed_at IS NOT NULL' }

/** Dishes and the plans of meals count their changes and say who made the last; a closed sitting says who closed it. */
export class MenusRevisions1798800000000 implements MigrationInterface {
  name = 'MenusRevisions1798800000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of EDITED) {
      await addColumns(runner, table, [
        Object.assign(columns.integer('revision'), { default: '1' }),
        columns.id('changed_by_id', { nullable: true }),
        columns.instant('changed_at', { nullable: true }),
      ])
      const changedBy = { name: `fk_${table}_changed_by_id`, column: 'changed_by_id', table: 'people_person' }
      await addForeignKeys(runner, table, [changedBy])
      // A change nobody made would be told to whoever comes second without a name.
      const expression = 'revision >= 1 AND (changed_at IS NULL) = (changed_by_id IS NULL)'
      await addChecks(runner, table, [{ name: `ck_${table}_changed`, expression }])
    }
    await addColumns(runner, SITTING, [columns.id('closed_by_id', { nullable: true })])
    await addForeignKeys(runner, SITTING, [CLOSED_BY])
    await addChecks(runner, SITTING, [CLOSED])
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropChecks(runner, SITTING, [CLOSED.name])
    await runner.dropForeignKey(SITTING, CLOSED_BY.name)
    await runner.dropColumn(SITTING, 'closed_by_id')
    for (const table of EDITED) {
      await dropChecks(runner, table, [`ck_${table}_changed`])
      await runner.dropForeignKey(table, `fk_${table}_changed_by_id`)
      for (const name of ['revision', 'changed_by_id', 'changed_at']) await runner.dropColumn(table, name)
    }
  }
}
