import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

import { addChecks, addColumns, addForeignKeys, columns, dropChecks } from '../columns.js'

const TABLE = 'kitchen_sample'
const EVERY = { name: 'uq_kitchen_sample_sitting_dish', columnNames: ['sitting_id', 'dish_id'], isUnique: true }
const LIVE = {
  name: 'uq_kitchen_sample_sitting_live_dish',
  columnNames: ['sitting_id', 'live_dish_id'],
  isUnique: true,
}
const VOIDED_BY = { name: 'fk_kitchen_sample_voided_by_id', column: 'voided_by_id', table: 'people_person' }
const CHECKS = [
  // A record stands for its dish exactly until it is void: the key is there while it counts.
  {
    name: 'ck_kitchen_sample_live_dish',
    expression: '(live_dish_id IS NULL) = (voided_at IS NOT NULL) AND (live_dish_id IS NULL OR live_dish_id = dish_id)',
  },
  // Nothing is void without who and why, and what was taken away stays as it is.
  {
    name: 'ck_kitchen_sample_voided',
    expression:
      '(voided_at IS NULL) = (voided_by_id IS NULL) AND (voided_at IS NULL) = (void_reason IS NULL) AND (voided_at IS NULL OR discarded_at IS NULL)',
  },
]

/** A record of a sample under the wrong dish is made void, and its dish is missing again. */
export class KitchenVoidSamples1798700000000 implements MigrationInterface {
  name = 'KitchenVoidSamples1798700000000'

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, TABLE, [
      columns.id('live_dish_id', { nullable: true }),
      columns.instant('voided_at', { nullable: true }),
      columns.id('voided_by_id', { nullable: true }),
      columns.text('void_reason', 60, { nullable: true }),
    ])
    await runner.query(`UPDATE ${TABLE} SET live_dish_id = dish_id`)
    await runner.createIndex(TABLE, new TableIndex(LIVE))
    await runner.dropIndex(TABLE, EVERY.name)
    await addForeignKeys(runner, TABLE, [VOIDED_BY])
    await addChecks(runner, TABLE, CHECKS)
  }

  /** The old key allows one record a dish: those that are void go. */
  async down(runner: QueryRunner): Promise<void> {
    await dropChecks(
      runner,
      TABLE,
      CHECKS.map(({ name }) => name),
    )
    await runner.query(
      `DELETE FROM kitchen_sample_correction WHERE sample_id IN (SELECT id FROM ${TABLE} WHERE voided_at IS NOT NULL)`,
    )
    await runner.query(`DELETE FROM ${TABLE} WHERE voided_at IS NOT NULL`)
    await runner.dropForeignKey(TABLE, VOIDED_BY.name)
    await runner.createIndex(TABLE, new TableIndex(EVERY))
    await runner.dropIndex(TABLE, LIVE.name)
    for (const name of ['live_dish_id', 'voided_at', 'voided_by_id', 'void_reason'])
      await runner.dropColumn(TABLE, name)
  }
}
