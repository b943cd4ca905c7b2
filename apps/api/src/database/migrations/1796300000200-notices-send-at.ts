import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

import { addColumns, columns } from '../columns.js'

const TABLE = 'notices_notice'
const INDEX = { name: 'ix_notices_notice_send_at', columnNames: ['send_at'] }

/**
 * A notice says itself when it is looked at for sending; only what does leave the house gets a row in the outbox. What waits there
 * already goes out as before.
 */
export class NoticesSendAt1796300000200 implements MigrationInterface {
  name = 'NoticesSendAt1796300000200'

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, TABLE, [columns.instant('send_at', { nullable: true })])
    await runner.createIndex(TABLE, new TableIndex(INDEX))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, INDEX.name)
    await runner.dropColumn(TABLE, 'send_at')
  }
}
