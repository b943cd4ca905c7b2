import { TableForeignKey, type MigrationInterface, type QueryRunner } from 'typeorm'

import { addChecks, addColumns, columns, dropChecks } from '../columns.js'

const TABLE = 'delivery_standing_result'
const INSTEAD = {
  name: 'ck_delivery_standing_result_instead',
  expression: "instead_of_id IS NULL OR outcome = 'placing'",
}
const ORDER_KEY = 'fk_delivery_standing_result_instead_of_id'

/** A meal is taken back for another in one transaction: nothing has to remember in between what went. */
export class SwapsAtOnce1798400000000 implements MigrationInterface {
  name = 'SwapsAtOnce1798400000000'

  async up(runner: QueryRunner): Promise<void> {
    await dropChecks(runner, TABLE, [INSTEAD.name])
    await runner.dropForeignKey(TABLE, ORDER_KEY)
    await runner.dropColumn(TABLE, 'instead_of_id')
  }

  async down(runner: QueryRunner): Promise<void> {
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
}
