import type { MigrationInterface, QueryRunner } from 'typeorm'

import { columns, createTable } from '../columns.js'

export class Requests1795420800001 implements MigrationInterface {
  name = 'Requests1795420800001'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'request_key',
      columns: [
        columns.id('person_id'),
        columns.text('key_text', 128),
        columns.text('fingerprint', 64),
        columns.longText('answer', { nullable: true }),
        columns.instant('created_at'),
      ],
      primaryKey: ['person_id', 'key_text'],
      indices: [{ name: 'ix_request_key_created_at', columns: ['created_at'] }],
      foreignKeys: [{ name: 'fk_request_key_person_id', column: 'person_id', table: 'people_person' }],
    })
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['request_key']) {
      await runner.dropTable(table)
    }
  }
}
