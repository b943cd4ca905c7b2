import type { MigrationInterface, QueryRunner } from 'typeorm'

import { replaceCheck } from '../columns.js'

const TABLE = 'delivery_attempt'
const NTH = 'ck_delivery_attempt_nth'

/** Whoever stands at a shut door calls the committee again when nobody picks up: each of these calls is a step of its own. */
export class DeliveryCommitteeCalls1798940000000 implements MigrationInterface {
  name = 'DeliveryCommitteeCalls1798940000000'

  async up(runner: QueryRunner): Promise<void> {
    await replaceCheck(runner, TABLE, {
      name: NTH,
      expression: "nth >= 0 AND (nth = 0 OR step IN ('contact', 'committee'))",
    })
  }

  /** Of several calls the first one stays, as it was kept before. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM ${TABLE} WHERE step = 'committee' AND nth > 0`)
    await replaceCheck(runner, TABLE, { name: NTH, expression: "nth >= 0 AND (nth = 0 OR step = 'contact')" })
  }
}
