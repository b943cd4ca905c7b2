import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

import { addChecks, addColumns, columns, dropChecks, replaceCheck } from '../columns.js'

const TABLE = 'notices_notice'
const FIRST_KINDS = "kind IN ('order_placed', 'order_cancelled', 'order_handed_over')"

/** A notice leads to any subject, may wait for an answer, and may be told once only. */
export class NoticesSubjects1796000000200 implements MigrationInterface {
  name = 'NoticesSubjects1796000000200'

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, TABLE, [
      columns.text('subject_kind', 10, { nullable: true }),
      columns.id('subject_id', { nullable: true }),
      Object.assign(columns.flag('todo'), { default: '0' }),
      columns.instant('settled_at', { nullable: true }),
      columns.text('dedupe_key', 80, { nullable: true }),
    ])
    await runner.query(`UPDATE ${TABLE} SET subject_kind = 'order', subject_id = order_id WHERE order_id IS NOT NULL`)
    await runner.dropColumn(TABLE, 'order_id')
    await runner.createIndices(TABLE, [
      new TableIndex({
        name: 'uq_notices_notice_dedupe_key',
        columnNames: ['person_id', 'dedupe_key'],
        isUnique: true,
      }),
      new TableIndex({ name: 'ix_notices_notice_subject', columnNames: ['subject_kind', 'subject_id'] }),
    ])
    await replaceCheck(runner, TABLE, {
      name: 'ck_notices_notice_kind',
      expression:
        "kind IN ('order_placed', 'order_cancelled', 'order_handed_over', 'order_refunded', 'order_expired', 'mandate_offered', 'mandate_accepted', 'mandate_ended', 'money_added', 'money_paid_out', 'data_viewed', 'account')",
    })
    await addChecks(runner, TABLE, [
      {
        name: 'ck_notices_notice_subject',
        expression:
          "(subject_kind IS NULL AND subject_id IS NULL) OR (subject_kind IN ('order', 'mandate', 'wallet', 'privacy') AND subject_id IS NOT NULL)",
      },
      { name: 'ck_notices_notice_settled', expression: 'settled_at IS NULL OR todo = 1' },
    ])
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropChecks(runner, TABLE, ['ck_notices_notice_settled', 'ck_notices_notice_subject'])
    await runner.query(`DELETE FROM ${TABLE} WHERE NOT (${FIRST_KINDS})`)
    await replaceCheck(runner, TABLE, { name: 'ck_notices_notice_kind', expression: FIRST_KINDS })
    await addColumns(runner, TABLE, [columns.id('order_id', { nullable: true })])
    await runner.query(`UPDATE ${TABLE} SET order_id = subject_id WHERE subject_kind = 'order'`)
    await runner.dropIndex(TABLE, 'uq_notices_notice_dedupe_key')
    await runner.dropIndex(TABLE, 'ix_notices_notice_subject')
    await runner.dropColumns(TABLE, ['subject_kind', 'subject_id', 'todo', 'settled_at', 'dedupe_key'])
  }
}
