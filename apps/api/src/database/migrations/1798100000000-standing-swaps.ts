import { TableForeignKey, type MigrationInterface, type QueryRunner } from 'typeorm'

import { addChecks, addColumns, columns, dropChecks } from '../columns.js'

const TABLE = 'delivery_standing_result'
// What a day is ordered instead of is told together with what comes in its place, and forgotten then.
const INSTEAD = {
  name: 'ck_delivery_standing_result_instead',
  expression: "instead_of_id IS NULL OR outcome = 'placing'",
}
const ORDER_KEY = 'fk_delivery_standing_result_instead_of_id'

/** A day that has something else on it is told once: what comes, and what went for it. */
export class StandingSwaps1798100000000 implements MigrationInterface {
  name = 'StandingSwaps1798100000000'

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, TABLE, [columns.id('instead_of_id', { nullable: true })])
    await runner.createForeignKey(
      TABLE,
      new TableForeignKey({
        name: ORDER_KEY,
        columnNames: ['instead_of_id'],
        referencedTableName: 'canteen_order',
        referencedColumnNames: ['id'],
        onDelete: 'RESTRICT',
        onUpdate: 'RESTRICT',
      }),
    )
    await addChecks(runner, TABLE, [INSTEAD])
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropChecks(runner, TABLE, [INSTEAD.name])
    await runner.dropForeignKey(TABLE, ORDER_KEY)
    await runner.dropColumn(TABLE, 'instead_of_id')
  }
}
