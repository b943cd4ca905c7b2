import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

const TABLE = 'canteen_order'
const before = { name: 'ix_canteen_order_placed_by_created', columnNames: ['placed_by_id', 'created_at', 'id'] }
const after = {
  name: 'ix_canteen_order_placed_by_door',
  columnNames: ['placed_by_id', 'door', 'created_at', 'id'],
}

/** Finds what a cashier ordered in the app without reading all they ever sold at the counter. */
export class OrderPlacedByDoor1796300000301 implements MigrationInterface {
  name = 'OrderPlacedByDoor1796300000301'

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex(TABLE, new TableIndex(after))
    await runner.dropIndex(TABLE, before.name)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.createIndex(TABLE, new TableIndex(before))
    await runner.dropIndex(TABLE, after.name)
  }
}
