import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm'

import { addColumns, columns, createTable } from '../columns.js'

export class Privacy1796000000000 implements MigrationInterface {
  name = 'Privacy1796000000000'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'privacy_audit',
      columns: [
        columns.id('id'),
        columns.id('actor_id'),
        columns.text('actor', 160),
        columns.text('action', 40),
        columns.id('subject_id'),
        columns.text('subject', 160),
        columns.text('detail', 200),
        columns.instant('created_at'),
      ],
      indices: [
        { name: 'ix_privacy_audit_created', columns: ['created_at', 'id'] },
        { name: 'ix_privacy_audit_actor_created', columns: ['actor_id', 'created_at'] },
        { name: 'ix_privacy_audit_subject_id', columns: ['subject_id'] },
      ],
      foreignKeys: [{ name: 'fk_privacy_audit_actor_id', column: 'actor_id', table: 'people_person' }],
    })
    await createTable(runner, {
      name: 'privacy_access',
      columns: [
        columns.id('id'),
        columns.id('person_id'),
        columns.id('viewer_id'),
        columns.text('viewer', 160),
        columns.text('what', 40),
        columns.text('reason', 200),
        columns.instant('created_at'),
      ],
      indices: [
        { name: 'ix_privacy_access_person_created', columns: ['person_id', 'created_at', 'id'] },
        { name: 'ix_privacy_access_viewer_id', columns: ['viewer_id'] },
      ],
      foreignKeys: [
        { name: 'fk_privacy_access_person_id', column: 'person_id', table: 'people_person' },
        { name: 'fk_privacy_access_viewer_id', column: 'viewer_id', table: 'people_person' },
      ],
    })
    await createTable(runner, {
      name: 'privacy_consent',
      columns: [
        columns.id('id'),
        columns.id('person_id'),
        columns.text('document', 10),
        columns.text('version', 20),
        columns.text('channel', 5),
        columns.text('paper_number', 40, { nullable: true }),
        columns.instant('given_at'),
        columns.instant('withdrawn_at', { nullable: true }),
      ],
      indices: [{ name: 'ix_privacy_consent_person_id', columns: ['person_id'] }],
      foreignKeys: [{ name: 'fk_privacy_consent_person_id', column: 'person_id', table: 'people_person' }],
      checks: [
        { name: 'ck_privacy_consent_document', expression: "document IN ('terms', 'privacy', 'sensitive')" },
        { name: 'ck_privacy_consent_channel', expression: "channel IN ('app', 'paper')" },
        // A consent on paper names its paper.
        { name: 'ck_privacy_consent_paper', expression: "(channel = 'paper') = (paper_number IS NOT NULL)" },
      ],
    })
    await addColumns(runner, 'people_person', [
      new TableColumn({ name: 'deletion_at', type: 'datetime', precision: 3, isNullable: true }),
      new TableColumn({ name: 'erased_at', type: 'datetime', precision: 3, isNullable: true }),
    ])
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('people_person', ['deletion_at', 'erased_at'])
    for (const table of ['privacy_consent', 'privacy_access', 'privacy_audit']) await runner.dropTable(table)
  }
}
