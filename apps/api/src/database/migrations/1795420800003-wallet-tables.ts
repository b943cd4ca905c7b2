import type { MigrationInterface, QueryRunner } from 'typeorm'

import { columns, createTable } from '../columns.js'

export class Wallet1795420800003 implements MigrationInterface {
  name = 'Wallet1795420800003'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'wallet_account',
      columns: [
        columns.id('id'),
        columns.text('kind', 20),
        columns.id('owner_id'),
        columns.integer('balance_fen'),
        columns.integer('floor_fen', { nullable: true }),
      ],
      uniques: [{ name: 'uq_wallet_account_kind_owner', columns: ['kind', 'owner_id'] }],
      checks: [
        { name: 'ck_wallet_account_floor', expression: 'floor_fen IS NULL OR balance_fen >= floor_fen' },
        {
          name: 'ck_wallet_account_kind',
          expression: "kind IN ('person_own', 'person_gift', 'canteen_revenue', 'subsidy_receivable', 'demo_source')",
        },
      ],
    })
    await createTable(runner, {
      name: 'wallet_posting',
      columns: [
        columns.id('id'),
        columns.text('kind', 20),
        columns.id('order_id', { nullable: true }),
        columns.text('memo', 120),
        columns.instant('created_at'),
      ],
      uniques: [{ name: 'uq_wallet_posting_kind_order', columns: ['kind', 'order_id'] }],
      foreignKeys: [{ name: 'fk_wallet_posting_order_id', column: 'order_id', table: 'canteen_order' }],
      checks: [
        { name: 'ck_wallet_posting_kind', expression: "kind IN ('demo_grant', 'order_payment', 'order_refund')" },
      ],
    })
    await createTable(runner, {
      name: 'wallet_entry',
      columns: [
        columns.id('id'),
        columns.id('posting_id'),
        columns.id('account_id'),
        columns.integer('amount_fen'),
        columns.integer('balance_after_fen'),
        columns.instant('created_at'),
      ],
      indices: [
        { name: 'ix_wallet_entry_account_created', columns: ['account_id', 'created_at', 'id'] },
        { name: 'ix_wallet_entry_posting_id', columns: ['posting_id'] },
      ],
      foreignKeys: [
        { name: 'fk_wallet_entry_posting_id', column: 'posting_id', table: 'wallet_posting' },
        { name: 'fk_wallet_entry_account_id', column: 'account_id', table: 'wallet_account' },
      ],
      checks: [{ name: 'ck_wallet_entry_amount', expression: 'amount_fen <> 0' }],
    })
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['wallet_entry', 'wallet_posting', 'wallet_account']) {
      await runner.dropTable(table)
    }
  }
}
