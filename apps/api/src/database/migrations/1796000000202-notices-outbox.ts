import type { MigrationInterface, QueryRunner } from 'typeorm'

import { columns, createTable } from '../columns.js'

const KINDS =
  "kind IN ('order_placed', 'order_cancelled', 'order_handed_over', 'order_refunded', 'order_expired', 'mandate_offered', 'mandate_accepted', 'mandate_ended', 'money_added', 'money_paid_out', 'data_viewed', 'account')"
const TEMPLATES = "template_key IN ('order', 'mandate', 'money')"

/** Messages on their way out of the house, and how many of them a person allowed WeChat to show. */
export class NoticesOutbox1796000000202 implements MigrationInterface {
  name = 'NoticesOutbox1796000000202'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'notices_outbox',
      columns: [
        columns.id('id'),
        columns.id('notice_id'),
        columns.id('person_id'),
        columns.text('kind', 20),
        columns.text('status', 10),
        columns.text('channel', 10, { nullable: true }),
        columns.instant('ready_at'),
        columns.instant('due_at'),
        columns.integer('attempts'),
        columns.id('lease_owner', { nullable: true }),
        columns.instant('lease_until', { nullable: true }),
        columns.text('credit_key', 10, { nullable: true }),
        columns.text('last_error', 80, { nullable: true }),
        columns.instant('created_at'),
        columns.instant('done_at', { nullable: true }),
      ],
      uniques: [{ name: 'uq_notices_outbox_notice_id', columns: ['notice_id'] }],
      indices: [
        { name: 'ix_notices_outbox_status_due', columns: ['status', 'due_at'] },
        { name: 'ix_notices_outbox_person_status', columns: ['person_id', 'status'] },
        { name: 'ix_notices_outbox_lease_owner', columns: ['lease_owner'] },
      ],
      foreignKeys: [
        { name: 'fk_notices_outbox_notice_id', column: 'notice_id', table: 'notices_notice' },
        { name: 'fk_notices_outbox_person_id', column: 'person_id', table: 'people_person' },
      ],
      checks: [
        { name: 'ck_notices_outbox_kind', expression: KINDS },
        { name: 'ck_notices_outbox_status', expression: "status IN ('waiting', 'sent', 'inbox', 'dead')" },
        {
          name: 'ck_notices_outbox_channel',
          expression: "channel IS NULL OR channel IN ('wechat', 'sms', 'voice')",
        },
        { name: 'ck_notices_outbox_done', expression: "(status = 'waiting') = (done_at IS NULL)" },
        { name: 'ck_notices_outbox_lease', expression: '(lease_owner IS NULL) = (lease_until IS NULL)' },
      ],
    })
    await createTable(runner, {
      name: 'notices_credit_balance',
      columns: [columns.id('person_id'), columns.text('template_key', 10), columns.integer('credits')],
      primaryKey: ['person_id', 'template_key'],
      foreignKeys: [{ name: 'fk_notices_credit_balance_person_id', column: 'person_id', table: 'people_person' }],
      checks: [
        { name: 'ck_notices_credit_balance_key', expression: TEMPLATES },
        { name: 'ck_notices_credit_balance_floor', expression: 'credits >= 0' },
      ],
    })
    await createTable(runner, {
      name: 'notices_credit',
      columns: [
        columns.id('id'),
        columns.id('person_id'),
        columns.text('template_key', 10),
        columns.integer('delta'),
        columns.text('reason', 10),
        columns.instant('created_at'),
      ],
      indices: [{ name: 'ix_notices_credit_person', columns: ['person_id', 'template_key'] }],
      foreignKeys: [{ name: 'fk_notices_credit_person_id', column: 'person_id', table: 'people_person' }],
      checks: [
        { name: 'ck_notices_credit_key', expression: TEMPLATES },
        { name: 'ck_notices_credit_reason', expression: "reason IN ('accepted', 'sent', 'returned', 'none_left')" },
      ],
    })
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['notices_credit', 'notices_credit_balance', 'notices_outbox']) await runner.dropTable(table)
  }
}
