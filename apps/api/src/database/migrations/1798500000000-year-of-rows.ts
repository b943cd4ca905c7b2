import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

const INDICES = [
  { table: 'canteen_sitting', name: 'ix_canteen_sitting_day', columnNames: ['day'] },
  {
    table: 'notices_notice',
    name: 'ix_notices_notice_person_waits',
    columnNames: ['person_id', 'todo', 'settled_at', 'read_at'],
  },
  { table: 'privacy_audit', name: 'ix_privacy_audit_action_created', columnNames: ['action', 'created_at', 'id'] },
  { table: 'people_session', name: 'ix_people_session_expires_at', columnNames: ['expires_at'] },
  { table: 'people_person', name: 'ix_people_person_deletion_at', columnNames: ['deletion_at'] },
]

/**
 * A year of rows is not read for the few that are meant: sittings from today on, what waits in an inbox, a rare kind of audit line,
 * sessions that ended long ago, people who are to be forgotten.
 */
export class YearOfRows1798500000000 implements MigrationInterface {
  name = 'YearOfRows1798500000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const { table, ...index } of INDICES) await runner.createIndex(table, new TableIndex(index))
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, name } of INDICES) await runner.dropIndex(table, name)
  }
}
