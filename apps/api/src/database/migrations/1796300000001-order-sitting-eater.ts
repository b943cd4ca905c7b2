import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

const TABLE = 'canteen_order'
const before = { name: 'ix_canteen_order_sitting_status', columnNames: ['sitting_id', 'status'] }
const after = { name: 'ix_canteen_order_sitting_eater', columnNames: ['sitting_id', 'eater_id', 'status'] }

/** Finds what somebody eats at a meal without reading all they ever ate; counts by status still read only the index. */
export class OrderSittingEater1796300000001 implements MigrationInterface {
  name = 'OrderSittingEater1796300000001'

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex(TABLE, new TableIndex(after))
    await runner.dropIndex(TABLE, before.name)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.createIndex(TABLE, new TableIndex(before))
    await runner.dropIndex(TABLE, after.name)
  }
}
