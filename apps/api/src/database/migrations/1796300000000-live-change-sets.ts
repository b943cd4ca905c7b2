import type { MigrationInterface, QueryRunner } from 'typeorm'

import { addColumns, changeType, columns } from '../columns.js'

const OLD = ['topic', 'audience', 'subject_id']

/** All that one transaction changes in one row, instead of a row for each reader of each thing. */
export class LiveChangeSets1796300000000 implements MigrationInterface {
  name = 'LiveChangeSets1796300000000'

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'live_event', [columns.longText('changes', { nullable: true })])
    // Numbers stay, so that readers go on where they were.
    const parts = ["'[[\"'", 'topic', '\'","\'', 'audience', '\'","\'', 'subject_id', "'\"]]'"]
    const isSqlite = runner.dataSource.options.type === 'better-sqlite3'
    const text = isSqlite ? parts.join(' || ') : `CONCAT(${parts.join(', ')})`
    await runner.query(`UPDATE live_event SET changes = ${text}`)
    await changeType(runner, 'live_event', columns.longText('changes'))
    await runner.dropColumns('live_event', OLD)
  }

  /** What one row says cannot be told apart again in SQL; events live a day, and who missed some asks for everything. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM live_event')
    await runner.dropColumn('live_event', 'changes')
    await addColumns(runner, 'live_event', [
      columns.text('topic', 50),
      columns.text('audience', 50),
      columns.id('subject_id'),
    ])
  }
}
