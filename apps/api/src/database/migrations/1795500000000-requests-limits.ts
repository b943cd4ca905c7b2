import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm'

import { createTable } from '../columns.js'

/** The counters of rate-limiter-flexible, in the shape it wants: its own names, and milliseconds in a BIGINT. */
export class RequestLimits1795500000000 implements MigrationInterface {
  name = 'RequestLimits1795500000000'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'request_limit',
      columns: [
        new TableColumn({ name: 'key', type: 'varchar', length: '255' }),
        new TableColumn({ name: 'points', type: 'integer', default: 0 }),
        new TableColumn({ name: 'expire', type: 'bigint', isNullable: true }),
      ],
      primaryKey: ['key'],
    })
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('request_limit')
  }
}
