import type { MigrationInterface, QueryRunner } from 'typeorm'

import { addChecks, changeType, columns, dropChecks } from '../columns.js'

const TABLE = 'delivery_run'
// Meals leave with somebody.
const LEFT = { name: 'ck_delivery_run_left', expression: 'left_at IS NULL OR courier_id IS NOT NULL' }

/** A run whose fixed courier is gone is there all the same, for a colleague to take. */
export class RunsOfNobody1797000000300 implements MigrationInterface {
  name = 'RunsOfNobody1797000000300'

  async up(runner: QueryRunner): Promise<void> {
    await changeType(runner, TABLE, columns.id('courier_id', { nullable: true }))
    await addChecks(runner, TABLE, [LEFT])
  }

  /** A run of nobody holds no meal: it is made anew by whoever looks. */
  async down(runner: QueryRunner): Promise<void> {
    await dropChecks(runner, TABLE, [LEFT.name])
    await runner.query(`DELETE FROM delivery_sight WHERE run_id IN (SELECT id FROM ${TABLE} WHERE courier_id IS NULL)`)
    await runner.query(`DELETE FROM ${TABLE} WHERE courier_id IS NULL`)
    await changeType(runner, TABLE, columns.id('courier_id'))
  }
}
