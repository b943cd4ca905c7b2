import type { MigrationInterface, QueryRunner } from 'typeorm'

import { columns, createTable } from '../columns.js'

/** What changed, numbered in the order of writing. */
export class LiveEvents1796000000203 implements MigrationInterface {
  name = 'LiveEvents1796000000203'

  async up(runner: QueryRunner): Promise<void> {
    const id = Object.assign(columns.integer('id'), { isGenerated: true, generationStrategy: 'increment' as const })
    await createTable(runner, {
      name: 'live_event',
      columns: [
        id,
        columns.text('topic', 50),
        columns.text('audience', 50),
        columns.id('subject_id'),
        columns.instant('created_at'),
      ],
      indices: [{ name: 'ix_live_event_created_at', columns: ['created_at'] }],
    })
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('live_event')
  }
}
