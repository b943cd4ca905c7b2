import type { MigrationInterface, QueryRunner } from 'typeorm'

import { addColumns, columns } from '../columns.js'

const TABLE = 'delivery_standing'
const COLUMN = 'days_changed_at'

/** When the days of a standing order were last changed: one that was counted before that is not a day that was missed. */
export class StandingDaysChanged1796300000300 implements MigrationInterface {
  name = 'StandingDaysChanged1796300000300'

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, TABLE, [columns.instant(COLUMN, { nullable: true })])
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(TABLE, COLUMN)
  }
}
