import type { MigrationInterface, QueryRunner } from 'typeorm'

import { columns, createTable } from '../columns.js'

/** Whom each place of a ladder calls, fixed when the first step is done: who may order for an eater changes, also in those minutes. */
export class DeliveryLadderPlaces1798820000001 implements MigrationInterface {
  name = 'DeliveryLadderPlaces1798820000001'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'delivery_ladder_place',
      // A place of a ladder is one person's.
      primaryKey: ['order_id', 'nth'],
      columns: [columns.id('order_id'), columns.integer('nth'), columns.text('whom', 64)],
      // Nobody is called twice.
      uniques: [{ name: 'uq_delivery_ladder_place_order_whom', columns: ['order_id', 'whom'] }],
      foreignKeys: [{ name: 'fk_delivery_ladder_place_order_id', column: 'order_id', table: 'canteen_order' }],
      checks: [{ name: 'ck_delivery_ladder_place_nth', expression: 'nth >= 0' }],
    })
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('delivery_ladder_place')
  }
}
