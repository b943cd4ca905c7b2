import type { MigrationInterface, QueryRunner } from 'typeorm'

import { addChecks, addColumns, columns, createTable, dropChecks } from '../columns.js'

const STAFF = 'kitchen_staff_meal'
const CORRECTIONS = 'kitchen_sample_correction'
const REVISION = { name: 'ck_kitchen_staff_meal_revision', expression: 'revision >= 1' }

/** What samples said before they were corrected; how often a kitchen said what its staff eat. */
export class KitchenCorrections1798200000000 implements MigrationInterface {
  name = 'KitchenCorrections1798200000000'

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, STAFF, [Object.assign(columns.integer('revision'), { default: '1' })])
    await addChecks(runner, STAFF, [REVISION])
    await createTable(runner, {
      name: CORRECTIONS,
      columns: [
        columns.id('id'),
        columns.id('sample_id'),
        columns.integer('sequence'),
        columns.integer('grams'),
        columns.text('place', 20),
        columns.id('corrected_by_id'),
        columns.instant('corrected_at'),
      ],
      uniques: [{ name: 'uq_kitchen_sample_correction_sample_sequence', columns: ['sample_id', 'sequence'] }],
      foreignKeys: [
        { name: 'fk_kitchen_sample_correction_sample_id', column: 'sample_id', table: 'kitchen_sample' },
        { name: 'fk_kitchen_sample_correction_corrected_by_id', column: 'corrected_by_id', table: 'people_person' },
      ],
      checks: [{ name: 'ck_kitchen_sample_correction_sequence', expression: 'sequence >= 1' }],
    })
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(CORRECTIONS)
    await dropChecks(runner, STAFF, [REVISION.name])
    await runner.dropColumn(STAFF, 'revision')
  }
}
