import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

import { addColumns, columns } from '../columns.js'

const TABLE = 'delivery_run'
const TOLD = 'free_told_at'
const ROLES = 'people_role'
const HOLDERS = { name: 'ix_people_role_role_scope', columnNames: ['role', 'scope_id'] }

/** Couriers are told once of a run that nobody brings; who they are is found without a look at everybody's roles. */
export class DeliveryFreeRuns1798700000002 implements MigrationInterface {
  name = 'DeliveryFreeRuns1798700000002'

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, TABLE, [columns.instant(TOLD, { nullable: true })])
    await runner.createIndex(ROLES, new TableIndex(HOLDERS))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(ROLES, HOLDERS.name)
    await runner.dropColumn(TABLE, TOLD)
  }
}
