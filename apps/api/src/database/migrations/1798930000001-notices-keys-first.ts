import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

import { changeLetters, columns } from '../columns.js'

const TABLE = 'notices_notice'
/** One notice of a key in an inbox, whichever column comes first. */
const NAME = 'uq_notices_notice_dedupe_key'
const BEFORE = new TableIndex({ name: NAME, columnNames: ['person_id', 'dedupe_key'], isUnique: true })
const AFTER = new TableIndex({ name: NAME, columnNames: ['dedupe_key', 'person_id'], isUnique: true })

/** Who is erased stands in the inboxes of others under keys that begin alike: found by the beginning, not by reading all inboxes. */
export class NoticesKeysFirst1798930000001 implements MigrationInterface {
  name = 'NoticesKeysFirst1798930000001'

  async up(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, BEFORE)
    await changeLetters(runner, TABLE, columns.machineText('dedupe_key', 80, { nullable: true }))
    await runner.createIndex(TABLE, AFTER)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, AFTER)
    await changeLetters(runner, TABLE, columns.text('dedupe_key', 80, { nullable: true }))
    await runner.createIndex(TABLE, BEFORE)
  }
}
