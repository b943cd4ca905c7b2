import type { MigrationInterface, QueryRunner } from 'typeorm'

import { columns, createTable } from '../columns.js'

export class Notices1795420800004 implements MigrationInterface {
  name = 'Notices1795420800004'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'notices_notice',
      columns: [
        columns.id('id'),
        columns.id('person_id'),
        columns.text('kind', 20),
        columns.text('title', 80),
        columns.text('body', 200),
        columns.id('order_id', { nullable: true }),
        columns.instant('read_at', { nullable: true }),
        columns.instant('created_at'),
      ],
      indices: [{ name: 'ix_notices_notice_person_created', columns: ['person_id', 'created_at', 'id'] }],
      foreignKeys: [{ name: 'fk_notices_notice_person_id', column: 'person_id', table: 'people_person' }],
      checks: [
        {
          name: 'ck_notices_notice_kind',
          expression: "kind IN ('order_placed', 'order_cancelled', 'order_handed_over')",
        },
      ],
    })
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['notices_notice']) {
      await runner.dropTable(table)
    }
  }
}
