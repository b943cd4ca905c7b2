import type { MigrationInterface, QueryRunner } from 'typeorm'

import { columns, createTable } from '../columns.js'

export class Uploads1796000000300 implements MigrationInterface {
  name = 'Uploads1796000000300'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'uploads_upload',
      columns: [
        columns.id('id'),
        columns.id('owner_id'),
        columns.id('uploader_id'),
        columns.text('status', 8),
        columns.integer('width'),
        columns.integer('height'),
        columns.integer('bytes'),
        columns.text('trace_id', 64, { nullable: true }),
        columns.integer('attempts'),
        columns.instant('asked_at', { nullable: true }),
        columns.instant('attached_at', { nullable: true }),
        columns.instant('removed_at', { nullable: true }),
        columns.instant('created_at'),
      ],
      // A verdict of WeChat is about one picture.
      uniques: [{ name: 'uq_uploads_upload_trace_id', columns: ['trace_id'] }],
      indices: [
        { name: 'ix_uploads_upload_owner_id', columns: ['owner_id'] },
        { name: 'ix_uploads_upload_uploader_id', columns: ['uploader_id'] },
        { name: 'ix_uploads_upload_status_asked', columns: ['status', 'asked_at'] },
        { name: 'ix_uploads_upload_attached_created', columns: ['attached_at', 'created_at'] },
        { name: 'ix_uploads_upload_removed_at', columns: ['removed_at'] },
      ],
      foreignKeys: [
        { name: 'fk_uploads_upload_owner_id', column: 'owner_id', table: 'people_person' },
        { name: 'fk_uploads_upload_uploader_id', column: 'uploader_id', table: 'people_person' },
      ],
      checks: [
        { name: 'ck_uploads_upload_status', expression: "status IN ('checking', 'ready', 'refused')" },
        { name: 'ck_uploads_upload_size', expression: 'width > 0 AND height > 0 AND bytes > 0' },
      ],
    })
    await createTable(runner, {
      name: 'uploads_day',
      columns: [columns.id('person_id'), columns.day('day'), columns.integer('taken')],
      primaryKey: ['person_id', 'day'],
      indices: [{ name: 'ix_uploads_day_day', columns: ['day'] }],
      foreignKeys: [{ name: 'fk_uploads_day_person_id', column: 'person_id', table: 'people_person' }],
      // So many pictures a person may send in a day, whoever counts.
      checks: [{ name: 'ck_uploads_day_taken', expression: 'taken BETWEEN 1 AND 30' }],
    })
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['uploads_day', 'uploads_upload']) await runner.dropTable(table)
  }
}
