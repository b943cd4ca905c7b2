import type { MigrationInterface, QueryRunner } from 'typeorm'

import { addChecks, addColumns, columns, createTable, dropChecks, replaceCheck } from '../columns.js'

const ACCOUNTS_BEFORE =
  "'person_own', 'person_gift', 'canteen_revenue', 'subsidy_receivable', 'demo_source', 'wechat_clearing', 'cash_drawer', 'payout_pending', 'deposit'"
const POSTINGS_BEFORE =
  "'demo_grant', 'order_payment', 'order_refund', 'top_up_wechat', 'top_up_cash', 'gift', 'payout', 'payout_returned', 'wechat_receipt', 'wechat_refund', 'reversal'"

const among = (name: string, column: string, values: string) => ({ name, expression: `${column} IN (${values})` })

/** Orders placed at a canteen's counter, guests without an account, and days that are closed with a cash count. */
export class Counter1796200000200 implements MigrationInterface {
  name = 'Counter1796200000200'

  async up(runner: QueryRunner): Promise<void> {
    await this.nameMoney(runner, `${ACCOUNTS_BEFORE}, 'cash_difference'`, `${POSTINGS_BEFORE}, 'cash_difference'`)
    await addColumns(runner, 'canteen_order', [Object.assign(columns.text('door', 10), { default: "'app'" })])
    // Whose hand placed it: the app's, or a member of staff at the counter for somebody before them.
    await addChecks(runner, 'canteen_order', [among('ck_canteen_order_door', 'door', "'app', 'counter'")])
    await createTable(runner, {
      name: 'counter_guest',
      primaryKey: ['canteen_id'],
      columns: [columns.id('canteen_id'), columns.id('person_id')],
      foreignKeys: [
        { name: 'fk_counter_guest_canteen_id', column: 'canteen_id', table: 'canteen_canteen' },
        { name: 'fk_counter_guest_person_id', column: 'person_id', table: 'people_person' },
      ],
    })
    await createTable(runner, {
      name: 'counter_day_close',
      columns: [
        columns.id('id'),
        columns.id('canteen_id'),
        columns.day('day'),
        columns.longText('figures'),
        columns.longText('cash_count'),
        columns.integer('expected_fen'),
        columns.integer('counted_fen'),
        columns.integer('difference_fen'),
        columns.text('note', 200),
        columns.id('closed_by_id'),
        columns.instant('created_at'),
      ],
      // A day of a canteen is closed once.
      uniques: [{ name: 'uq_counter_day_close_canteen_day', columns: ['canteen_id', 'day'] }],
      foreignKeys: [
        { name: 'fk_counter_day_close_canteen_id', column: 'canteen_id', table: 'canteen_canteen' },
        { name: 'fk_counter_day_close_closed_by_id', column: 'closed_by_id', table: 'people_person' },
      ],
      checks: [
        { name: 'ck_counter_day_close_difference', expression: 'difference_fen = counted_fen - expected_fen' },
        // What does not add up is explained.
        { name: 'ck_counter_day_close_note', expression: "difference_fen = 0 OR note <> ''" },
        { name: 'ck_counter_day_close_counted', expression: 'counted_fen >= 0' },
      ],
    })
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('counter_day_close')
    await runner.dropTable('counter_guest')
    await dropChecks(runner, 'canteen_order', ['ck_canteen_order_door'])
    await runner.dropColumn('canteen_order', 'door')
    await this.nameMoney(runner, ACCOUNTS_BEFORE, POSTINGS_BEFORE)
  }

  private async nameMoney(runner: QueryRunner, accounts: string, postings: string): Promise<void> {
    await replaceCheck(runner, 'wallet_account', among('ck_wallet_account_kind', 'kind', accounts))
    await replaceCheck(runner, 'wallet_posting', among('ck_wallet_posting_kind', 'kind', postings))
  }
}
