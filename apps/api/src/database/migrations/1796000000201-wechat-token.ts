import type { MigrationInterface, QueryRunner } from 'typeorm'

import { columns, createTable } from '../columns.js'

/** WeChat's access token, one for all processes. */
export class WechatToken1796000000201 implements MigrationInterface {
  name = 'WechatToken1796000000201'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'wechat_token',
      columns: [
        columns.text('app_id', 64),
        columns.longText('sealed_token', { nullable: true }),
        columns.instant('ends_at', { nullable: true }),
        columns.id('lease_owner', { nullable: true }),
        columns.instant('lease_until', { nullable: true }),
      ],
      primaryKey: ['app_id'],
      checks: [
        { name: 'ck_wechat_token_ends', expression: '(sealed_token IS NULL) = (ends_at IS NULL)' },
        { name: 'ck_wechat_token_lease', expression: '(lease_owner IS NULL) = (lease_until IS NULL)' },
      ],
    })
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('wechat_token')
  }
}
