import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

import { addChecks, addColumns, columns, createTable, dropChecks, replaceCheck } from '../columns.js'

const KINDS_BEFORE = "'person_own', 'person_gift', 'canteen_revenue', 'subsidy_receivable', 'demo_source'"
const POSTINGS_BEFORE = "'demo_grant', 'order_payment', 'order_refund'"
const STATUSES_BEFORE = "'paid', 'handed_over', 'cancelled_by_eater', 'cancelled_by_canteen'"

const accountKinds = (kinds: string) => ({ name: 'ck_wallet_account_kind', expression: `kind IN (${kinds})` })
const postingKinds = (kinds: string) => ({ name: 'ck_wallet_posting_kind', expression: `kind IN (${kinds})` })
const orderStatuses = (statuses: string) => ({
  name: 'ck_canteen_order_status',
  expression: `status IN (${statuses})`,
})

/** Payments by WeChat, their refunds, pay-outs, bills; postings that happen once by name; orders that wait for money. */
export class WalletPayments1796000000100 implements MigrationInterface {
  name = 'WalletPayments1796000000100'

  async up(runner: QueryRunner): Promise<void> {
    await this.growLedger(runner)
    await this.growOrders(runner)
    await this.createPayments(runner)
    await this.createPayouts(runner)
    await this.createRefunds(runner)
    await this.createBills(runner)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'wallet_bill_difference',
      'wallet_bill_check',
      'wallet_refund',
      'wallet_payout',
      'wallet_payment',
      'wallet_paid_part',
    ])
      await runner.dropTable(table)
    await runner.dropIndex('canteen_order', 'ix_canteen_order_status_pay_until')
    await dropChecks(runner, 'canteen_order', ['ck_canteen_order_refunded', 'ck_canteen_order_pay_by'])
    await replaceCheck(runner, 'canteen_order', orderStatuses(STATUSES_BEFORE))
    for (const name of ['pay_by', 'pay_until', 'refunded_fen']) await runner.dropColumn('canteen_order', name)
    await runner.dropColumn('canteen_order_line', 'refunded_at')
    await runner.dropIndex('wallet_posting', 'uq_wallet_posting_dedupe_key')
    await runner.dropColumn('wallet_posting', 'dedupe_key')
    await runner.createIndex(
      'wallet_posting',
      new TableIndex({ name: 'uq_wallet_posting_kind_order', columnNames: ['kind', 'order_id'], isUnique: true }),
    )
    await replaceCheck(runner, 'wallet_posting', postingKinds(POSTINGS_BEFORE))
    await replaceCheck(runner, 'wallet_account', accountKinds(KINDS_BEFORE))
  }

  private async growLedger(runner: QueryRunner): Promise<void> {
    await replaceCheck(
      runner,
      'wallet_account',
      accountKinds(`${KINDS_BEFORE}, 'wechat_clearing', 'cash_drawer', 'payout_pending', 'deposit'`),
    )
    await replaceCheck(
      runner,
      'wallet_posting',
      postingKinds(
        `${POSTINGS_BEFORE}, 'top_up_wechat', 'top_up_cash', 'gift', 'payout', 'payout_returned', 'wechat_receipt', 'wechat_refund', 'reversal'`,
      ),
    )
    await addColumns(runner, 'wallet_posting', [columns.text('dedupe_key', 100, { nullable: true })])
    await runner.query("UPDATE wallet_posting SET dedupe_key = CONCAT(kind, ':', order_id) WHERE order_id IS NOT NULL")
    await runner.createIndex(
      'wallet_posting',
      new TableIndex({ name: 'uq_wallet_posting_dedupe_key', columnNames: ['dedupe_key'], isUnique: true }),
    )
    await runner.dropIndex('wallet_posting', 'uq_wallet_posting_kind_order')
    await createTable(runner, {
      name: 'wallet_paid_part',
      columns: [
        columns.id('id'),
        columns.id('order_id'),
        columns.id('account_id'),
        columns.integer('position'),
        columns.integer('paid_fen'),
        columns.integer('refunded_fen'),
      ],
      uniques: [{ name: 'uq_wallet_paid_part_order_account', columns: ['order_id', 'account_id'] }],
      foreignKeys: [
        { name: 'fk_wallet_paid_part_order_id', column: 'order_id', table: 'canteen_order' },
        { name: 'fk_wallet_paid_part_account_id', column: 'account_id', table: 'wallet_account' },
      ],
      checks: [{ name: 'ck_wallet_paid_part_refunded', expression: 'refunded_fen BETWEEN 0 AND paid_fen' }],
    })
    await runner.query(
      `INSERT INTO wallet_paid_part (id, order_id, account_id, position, paid_fen, refunded_fen)
       SELECT e.id, p.order_id, e.account_id, 0, -e.amount_fen,
         CASE WHEN EXISTS (SELECT 1 FROM wallet_posting r WHERE r.kind = 'order_refund' AND r.order_id = p.order_id)
           THEN -e.amount_fen ELSE 0 END
       FROM wallet_entry e JOIN wallet_posting p ON p.id = e.posting_id
       WHERE p.kind = 'order_payment' AND e.amount_fen < 0`,
    )
  }

  private async growOrders(runner: QueryRunner): Promise<void> {
    await replaceCheck(runner, 'canteen_order', orderStatuses(`'placed', 'expired', ${STATUSES_BEFORE}`))
    const payBy = columns.text('pay_by', 10)
    payBy.default = "'wallet'"
    const refunded = columns.integer('refunded_fen')
    refunded.default = '0'
    await addColumns(runner, 'canteen_order', [payBy, columns.instant('pay_until', { nullable: true }), refunded])
    await runner.query("UPDATE canteen_order SET refunded_fen = pay_fen WHERE status LIKE 'cancelled%'")
    await addColumns(runner, 'canteen_order_line', [columns.instant('refunded_at', { nullable: true })])
    await runner.query(
      `UPDATE canteen_order_line SET refunded_at =
         (SELECT o.cancelled_at FROM canteen_order o WHERE o.id = canteen_order_line.order_id)`,
    )
    await addChecks(runner, 'canteen_order', [
      { name: 'ck_canteen_order_refunded', expression: 'refunded_fen BETWEEN 0 AND pay_fen' },
      { name: 'ck_canteen_order_pay_by', expression: "pay_by IN ('wallet', 'wechat')" },
    ])
    await runner.createIndex(
      'canteen_order',
      new TableIndex({ name: 'ix_canteen_order_status_pay_until', columnNames: ['status', 'pay_until'] }),
    )
  }

  private async createPayments(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'wallet_payment',
      columns: [
        columns.id('id'),
        columns.id('person_id'),
        columns.text('purpose', 10),
        columns.id('order_id', { nullable: true }),
        columns.id('open_order_id', { nullable: true }),
        columns.text('out_trade_no', 32),
        columns.text('description', 100),
        columns.text('openid', 64),
        columns.integer('amount_fen'),
        columns.integer('refunded_fen'),
        columns.text('status', 10),
        columns.text('prepay_id', 80, { nullable: true }),
        columns.text('transaction_id', 40, { nullable: true }),
        columns.instant('expires_at'),
        columns.instant('paid_at', { nullable: true }),
        columns.integer('attempts'),
        columns.instant('next_try_at', { nullable: true }),
        columns.instant('created_at'),
      ],
      uniques: [
        { name: 'uq_wallet_payment_out_trade_no', columns: ['out_trade_no'] },
        { name: 'uq_wallet_payment_open_order_id', columns: ['open_order_id'] },
        { name: 'uq_wallet_payment_transaction_id', columns: ['transaction_id'] },
      ],
      indices: [
        { name: 'ix_wallet_payment_next_try', columns: ['next_try_at'] },
        { name: 'ix_wallet_payment_person_created', columns: ['person_id', 'created_at'] },
        { name: 'ix_wallet_payment_paid_at', columns: ['paid_at'] },
        { name: 'ix_wallet_payment_order_id', columns: ['order_id'] },
      ],
      foreignKeys: [
        { name: 'fk_wallet_payment_person_id', column: 'person_id', table: 'people_person' },
        { name: 'fk_wallet_payment_order_id', column: 'order_id', table: 'canteen_order' },
      ],
      checks: [
        { name: 'ck_wallet_payment_purpose', expression: "(purpose = 'order') = (order_id IS NOT NULL)" },
        { name: 'ck_wallet_payment_kind', expression: "purpose IN ('top_up', 'order')" },
        { name: 'ck_wallet_payment_status', expression: "status IN ('pending', 'paid', 'closed', 'late')" },
        { name: 'ck_wallet_payment_amount', expression: 'amount_fen > 0' },
        { name: 'ck_wallet_payment_refunded', expression: 'refunded_fen BETWEEN 0 AND amount_fen' },
        { name: 'ck_wallet_payment_paid', expression: "(status IN ('paid', 'late')) = (paid_at IS NOT NULL)" },
        { name: 'ck_wallet_payment_open', expression: "open_order_id IS NULL OR status = 'pending'" },
      ],
    })
  }

  private async createPayouts(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'wallet_payout',
      columns: [
        columns.id('id'),
        columns.id('person_id'),
        columns.integer('amount_fen'),
        columns.integer('cash_fen'),
        columns.text('cash_status', 10),
        columns.id('cash_paid_by_id', { nullable: true }),
        columns.instant('cash_paid_at', { nullable: true }),
        columns.instant('created_at'),
      ],
      indices: [
        { name: 'ix_wallet_payout_person_created', columns: ['person_id', 'created_at'] },
        { name: 'ix_wallet_payout_cash_status', columns: ['cash_status', 'created_at'] },
      ],
      foreignKeys: [
        { name: 'fk_wallet_payout_person_id', column: 'person_id', table: 'people_person' },
        { name: 'fk_wallet_payout_cash_paid_by_id', column: 'cash_paid_by_id', table: 'people_person' },
      ],
      checks: [
        { name: 'ck_wallet_payout_amount', expression: 'amount_fen > 0 AND cash_fen BETWEEN 0 AND amount_fen' },
        { name: 'ck_wallet_payout_cash_status', expression: "cash_status IN ('none', 'pending', 'done')" },
        { name: 'ck_wallet_payout_cash', expression: "(cash_status = 'none') = (cash_fen = 0)" },
        { name: 'ck_wallet_payout_cash_paid', expression: "(cash_status = 'done') = (cash_paid_at IS NOT NULL)" },
      ],
    })
  }

  private async createRefunds(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'wallet_refund',
      columns: [
        columns.id('id'),
        columns.id('payment_id'),
        columns.id('payout_id', { nullable: true }),
        columns.text('out_refund_no', 64),
        columns.integer('amount_fen'),
        columns.text('reason', 80),
        columns.text('status', 12),
        columns.text('refund_id', 40, { nullable: true }),
        columns.integer('attempts'),
        columns.instant('next_try_at', { nullable: true }),
        columns.instant('done_at', { nullable: true }),
        columns.instant('created_at'),
      ],
      uniques: [{ name: 'uq_wallet_refund_out_refund_no', columns: ['out_refund_no'] }],
      indices: [
        { name: 'ix_wallet_refund_next_try', columns: ['next_try_at'] },
        { name: 'ix_wallet_refund_payment_id', columns: ['payment_id'] },
        { name: 'ix_wallet_refund_payout_id', columns: ['payout_id'] },
        { name: 'ix_wallet_refund_done_at', columns: ['done_at'] },
      ],
      foreignKeys: [
        { name: 'fk_wallet_refund_payment_id', column: 'payment_id', table: 'wallet_payment' },
        { name: 'fk_wallet_refund_payout_id', column: 'payout_id', table: 'wallet_payout' },
      ],
      checks: [
        { name: 'ck_wallet_refund_amount', expression: 'amount_fen > 0' },
        {
          name: 'ck_wallet_refund_status',
          expression: "status IN ('waiting', 'processing', 'success', 'abnormal')",
        },
        { name: 'ck_wallet_refund_done', expression: "(status IN ('success', 'abnormal')) = (done_at IS NOT NULL)" },
      ],
    })
  }

  private async createBills(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'wallet_bill_check',
      primaryKey: ['day'],
      columns: [
        columns.day('day'),
        columns.instant('checked_at'),
        columns.integer('payments'),
        columns.integer('refunds'),
      ],
    })
    await createTable(runner, {
      name: 'wallet_bill_difference',
      columns: [
        columns.id('id'),
        columns.day('day'),
        columns.text('kind', 20),
        columns.text('what', 10),
        columns.text('reference', 64),
        columns.integer('here_fen', { nullable: true }),
        columns.integer('there_fen', { nullable: true }),
      ],
      uniques: [{ name: 'uq_wallet_bill_difference_day_reference', columns: ['day', 'what', 'reference'] }],
      checks: [
        {
          name: 'ck_wallet_bill_difference_kind',
          expression: "kind IN ('missing_here', 'missing_there', 'amount', 'status')",
        },
        { name: 'ck_wallet_bill_difference_what', expression: "what IN ('payment', 'refund')" },
      ],
    })
  }
}
