import type { MigrationInterface, QueryRunner } from 'typeorm'

import { columns, createTable } from '../columns.js'

/** What the kitchen counts, has seen, and keeps for 48 hours. */
export class KitchenSheetsAndSamples1796200000100 implements MigrationInterface {
  readonly name = 'KitchenSheetsAndSamples1796200000100'

  async up(runner: QueryRunner): Promise<void> {
    await createSheets(runner)
    await createChanges(runner)
    await createSamples(runner)
    await createTable(runner, {
      name: 'kitchen_staff_meal',
      primaryKey: ['canteen_id'],
      columns: [
        columns.id('canteen_id'),
        columns.integer('portions'),
        columns.longText('dish_ids'),
        columns.instant('changed_at'),
      ],
      foreignKeys: [{ name: 'fk_kitchen_staff_meal_canteen_id', column: 'canteen_id', table: 'canteen_canteen' }],
      checks: [{ name: 'ck_kitchen_staff_meal_portions', expression: 'portions BETWEEN 0 AND 200' }],
    })
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'kitchen_staff_meal',
      'kitchen_sample',
      'kitchen_leave_out',
      'kitchen_amount_seen',
      'kitchen_sheet_dish',
      'kitchen_sheet',
    ])
      await runner.dropTable(table)
  }
}

async function createSheets(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'kitchen_sheet',
    columns: [
      columns.id('id'),
      columns.id('sitting_id'),
      columns.id('canteen_id'),
      columns.day('day'),
      columns.integer('number'),
      columns.integer('orders'),
      columns.integer('dine_in'),
      columns.integer('pick_up'),
      columns.integer('delivery'),
      columns.integer('elders'),
      columns.integer('last_week', { nullable: true }),
      columns.longText('runs'),
      columns.instant('created_at'),
    ],
    uniques: [
      // A meal is counted once: what comes later is a change.
      { name: 'uq_kitchen_sheet_sitting_id', columns: ['sitting_id'] },
      // Two sheets of one number on a wall would be cooked for each other.
      { name: 'uq_kitchen_sheet_canteen_day_number', columns: ['canteen_id', 'day', 'number'] },
    ],
    foreignKeys: [
      { name: 'fk_kitchen_sheet_sitting_id', column: 'sitting_id', table: 'canteen_sitting' },
      { name: 'fk_kitchen_sheet_canteen_id', column: 'canteen_id', table: 'canteen_canteen' },
    ],
    // Every order is of one kind.
    checks: [{ name: 'ck_kitchen_sheet_orders', expression: 'orders = dine_in + pick_up + delivery' }],
  })
  await createTable(runner, {
    name: 'kitchen_sheet_dish',
    columns: [
      columns.id('id'),
      columns.id('sheet_id'),
      columns.id('dish_id'),
      columns.integer('position'),
      columns.text('dish_name', 40),
      columns.text('picture', 40),
      columns.text('station', 10),
      columns.integer('whole'),
      columns.integer('half'),
      columns.integer('folded'),
      columns.integer('staff'),
      columns.integer('sample'),
      columns.integer('to_cook'),
    ],
    // A dish that stood twice would be cooked twice.
    uniques: [{ name: 'uq_kitchen_sheet_dish_sheet_dish', columns: ['sheet_id', 'dish_id'] }],
    foreignKeys: [
      { name: 'fk_kitchen_sheet_dish_sheet_id', column: 'sheet_id', table: 'kitchen_sheet' },
      { name: 'fk_kitchen_sheet_dish_dish_id', column: 'dish_id', table: 'canteen_dish' },
    ],
    checks: [
      // Two halves are one portion, an odd one is cooked whole.
      { name: 'ck_kitchen_sheet_dish_folded', expression: 'folded * 2 BETWEEN half AND half + 1' },
      // The sheet adds up.
      { name: 'ck_kitchen_sheet_dish_to_cook', expression: 'to_cook = whole + folded + staff + sample' },
      { name: 'ck_kitchen_sheet_dish_counts', expression: 'whole >= 0 AND half >= 0 AND staff >= 0 AND sample >= 0' },
    ],
  })
}

async function createChanges(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'kitchen_amount_seen',
    columns: [
      columns.id('id'),
      columns.id('sheet_id'),
      columns.id('dish_id'),
      columns.integer('sequence'),
      columns.integer('amount'),
      columns.id('seen_by_id'),
      columns.instant('seen_at'),
    ],
    // Two cooks who tap the same change count it once: both say which it is.
    uniques: [{ name: 'uq_kitchen_amount_seen_sheet_dish_sequence', columns: ['sheet_id', 'dish_id', 'sequence'] }],
    foreignKeys: [
      { name: 'fk_kitchen_amount_seen_sheet_id', column: 'sheet_id', table: 'kitchen_sheet' },
      { name: 'fk_kitchen_amount_seen_dish_id', column: 'dish_id', table: 'canteen_dish' },
      { name: 'fk_kitchen_amount_seen_seen_by_id', column: 'seen_by_id', table: 'people_person' },
    ],
    checks: [{ name: 'ck_kitchen_amount_seen_amount', expression: 'amount <> 0 AND sequence >= 1' }],
  })
  await createTable(runner, {
    name: 'kitchen_leave_out',
    columns: [
      columns.id('id'),
      columns.id('sheet_id'),
      columns.id('order_id'),
      columns.id('dish_id'),
      columns.text('pickup_number', 8),
      columns.text('dish_name', 40),
      columns.text('what', 100),
      columns.id('seen_by_id', { nullable: true }),
      columns.instant('seen_at', { nullable: true }),
    ],
    // Seen once, and one red label on one box.
    uniques: [
      { name: 'uq_kitchen_leave_out_sheet_order_dish_what', columns: ['sheet_id', 'order_id', 'dish_id', 'what'] },
    ],
    indices: [{ name: 'ix_kitchen_leave_out_order_id', columns: ['order_id'] }],
    foreignKeys: [
      { name: 'fk_kitchen_leave_out_sheet_id', column: 'sheet_id', table: 'kitchen_sheet' },
      { name: 'fk_kitchen_leave_out_order_id', column: 'order_id', table: 'canteen_order' },
      { name: 'fk_kitchen_leave_out_dish_id', column: 'dish_id', table: 'canteen_dish' },
      { name: 'fk_kitchen_leave_out_seen_by_id', column: 'seen_by_id', table: 'people_person' },
    ],
    // What stood on the sheet nobody needs to have seen; what came later somebody has.
    checks: [{ name: 'ck_kitchen_leave_out_seen', expression: '(seen_by_id IS NULL) = (seen_at IS NULL)' }],
  })
}

async function createSamples(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'kitchen_sample',
    columns: [
      columns.id('id'),
      columns.id('canteen_id'),
      columns.id('sitting_id'),
      columns.id('dish_id'),
      columns.text('dish_name', 40),
      columns.text('picture', 40),
      columns.integer('grams'),
      columns.text('place', 20),
      columns.id('photo_id', { nullable: true }),
      columns.instant('taken_at'),
      columns.id('taken_by_id'),
      columns.instant('keep_until'),
      columns.instant('discarded_at', { nullable: true }),
      columns.id('discarded_by_id', { nullable: true }),
    ],
    // One box stands for a dish of a meal.
    uniques: [{ name: 'uq_kitchen_sample_sitting_dish', columns: ['sitting_id', 'dish_id'] }],
    indices: [{ name: 'ix_kitchen_sample_canteen_discarded', columns: ['canteen_id', 'discarded_at'] }],
    foreignKeys: [
      { name: 'fk_kitchen_sample_canteen_id', column: 'canteen_id', table: 'canteen_canteen' },
      { name: 'fk_kitchen_sample_sitting_id', column: 'sitting_id', table: 'canteen_sitting' },
      { name: 'fk_kitchen_sample_dish_id', column: 'dish_id', table: 'canteen_dish' },
      { name: 'fk_kitchen_sample_taken_by_id', column: 'taken_by_id', table: 'people_person' },
      { name: 'fk_kitchen_sample_discarded_by_id', column: 'discarded_by_id', table: 'people_person' },
    ],
    checks: [
      // GB 31654-2021: less cannot be examined.
      { name: 'ck_kitchen_sample_grams', expression: 'grams >= 125' },
      // Nothing is thrown away by nobody, or before its 48 hours are over.
      {
        name: 'ck_kitchen_sample_discarded',
        expression:
          '(discarded_at IS NULL) = (discarded_by_id IS NULL) AND (discarded_at IS NULL OR discarded_at >= keep_until)',
      },
    ],
  })
}
