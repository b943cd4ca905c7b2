import type { MigrationInterface, QueryRunner } from 'typeorm'

import { changeType, columns } from '../columns.js'

/** A canteen's revenue passes 32 bits (21 million yuan) within some years, the subsidy's account sooner. */
export class WalletBigBalances1796100000001 implements MigrationInterface {
  name = 'WalletBigBalances1796100000001'

  async up(runner: QueryRunner): Promise<void> {
    await changeType(runner, 'wallet_account', columns.bigInteger('balance_fen'))
    await changeType(runner, 'wallet_entry', columns.bigInteger('balance_after_fen'))
  }

  async down(runner: QueryRunner): Promise<void> {
    await changeType(runner, 'wallet_account', columns.integer('balance_fen'))
    await changeType(runner, 'wallet_entry', columns.integer('balance_after_fen'))
  }
}
