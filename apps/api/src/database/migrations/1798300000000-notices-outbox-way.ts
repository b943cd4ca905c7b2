import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

import { addChecks, addColumns, columns, dropChecks } from '../columns.js'

const TABLE = 'notices_outbox'
const WAY = { name: 'ck_notices_outbox_way', expression: "way IN ('wechat', 'elders')" }
const before = { name: 'ix_notices_outbox_status_due', columnNames: ['status', 'due_at'] }
const after = { name: 'ix_notices_outbox_status_way_due', columnNames: ['status', 'way', 'due_at'] }

/** Who is reached without WeChat stands in a line of their own. What waits already tries WeChat first, as it did before. */
export class NoticesOutboxWay1798300000000 implements MigrationInterface {
  name = 'NoticesOutboxWay1798300000000'

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, TABLE, [Object.assign(columns.text('way', 10), { default: "'wechat'" })])
    await addChecks(runner, TABLE, [WAY])
    await runner.createIndex(TABLE, new TableIndex(after))
    await runner.dropIndex(TABLE, before.name)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.createIndex(TABLE, new TableIndex(before))
    await runner.dropIndex(TABLE, after.name)
    await dropChecks(runner, TABLE, [WAY.name])
    await runner.dropColumn(TABLE, 'way')
  }
}
