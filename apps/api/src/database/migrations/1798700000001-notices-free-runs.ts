import type { MigrationInterface, QueryRunner } from 'typeorm'

import { replaceCheck } from '../columns.js'

const KINDS_BEFORE =
  "'order_placed', 'order_cancelled', 'order_handed_over', 'order_refunded', 'order_expired', 'order_ready', 'order_out', 'order_delivered', 'meal_offered', 'menu_changed', 'no_answer', 'mandate_offered', 'mandate_accepted', 'mandate_ended', 'money_added', 'money_paid_out', 'data_viewed', 'account'"
const KINDS = KINDS_BEFORE.replace("'mandate_offered'", "'run_free', 'mandate_offered'")
const SUBJECTS_BEFORE = "'order', 'mandate', 'wallet', 'privacy'"

/** Couriers are told of meals that nobody brings; the notice leads to the run. */
export class NoticesFreeRuns1798700000001 implements MigrationInterface {
  name = 'NoticesFreeRuns1798700000001'

  async up(runner: QueryRunner): Promise<void> {
    await this.know(runner, KINDS, `${SUBJECTS_BEFORE}, 'run'`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM notices_outbox WHERE kind = 'run_free'")
    await runner.query("DELETE FROM notices_notice WHERE kind = 'run_free'")
    await this.know(runner, KINDS_BEFORE, SUBJECTS_BEFORE)
  }

  private async know(runner: QueryRunner, kinds: string, subjects: string): Promise<void> {
    for (const table of ['notices_notice', 'notices_outbox'])
      await replaceCheck(runner, table, { name: `ck_${table}_kind`, expression: `kind IN (${kinds})` })
    await replaceCheck(runner, 'notices_notice', {
      name: 'ck_notices_notice_subject',
      expression: `(subject_kind IS NULL AND subject_id IS NULL) OR (subject_kind IN (${subjects}) AND subject_id IS NOT NULL)`,
    })
  }
}
