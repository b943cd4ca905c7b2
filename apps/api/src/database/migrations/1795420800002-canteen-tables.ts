import type { MigrationInterface, QueryRunner } from 'typeorm'

import { columns, createTable } from '../columns.js'

export class Canteen1795420800002 implements MigrationInterface {
  name = 'Canteen1795420800002'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'canteen_canteen',
      columns: [
        columns.id('id'),
        columns.text('name', 40),
        columns.text('address', 120),
        columns.text('phone', 20),
        columns.text('phone_hours', 40),
        columns.text('window_name', 20),
      ],
    })
    await createTable(runner, {
      name: 'canteen_dish',
      columns: [
        columns.id('id'),
        columns.id('canteen_id'),
        columns.text('name', 40),
        columns.text('kind', 10),
        columns.text('picture', 40),
        columns.longText('meals'),
        columns.integer('list_fen'),
        columns.integer('half_fen', { nullable: true }),
        columns.longText('ingredients'),
        columns.longText('allergens'),
        columns.longText('nutrition'),
        columns.flag('soft'),
        columns.flag('low_salt'),
        columns.longText('tags'),
      ],
      uniques: [{ name: 'uq_canteen_dish_canteen_picture', columns: ['canteen_id', 'picture'] }],
      foreignKeys: [{ name: 'fk_canteen_dish_canteen_id', column: 'canteen_id', table: 'canteen_canteen' }],
      checks: [
        { name: 'ck_canteen_dish_list_fen', expression: 'list_fen > 0' },
        { name: 'ck_canteen_dish_half_fen', expression: 'half_fen IS NULL OR (half_fen > 0 AND half_fen < list_fen)' },
      ],
    })
    await createTable(runner, {
      name: 'canteen_sitting',
      columns: [
        columns.id('id'),
        columns.id('canteen_id'),
        columns.day('day'),
        columns.text('meal', 10),
        columns.instant('opens_at'),
        columns.instant('freeze_at'),
        columns.instant('cut_off_at'),
        columns.instant('serving_from'),
        columns.instant('serving_to'),
        columns.integer('last_pickup'),
      ],
      uniques: [{ name: 'uq_canteen_sitting_canteen_day_meal', columns: ['canteen_id', 'day', 'meal'] }],
      foreignKeys: [{ name: 'fk_canteen_sitting_canteen_id', column: 'canteen_id', table: 'canteen_canteen' }],
      checks: [
        { name: 'ck_canteen_sitting_meal', expression: "meal IN ('breakfast', 'lunch', 'dinner')" },
        {
          name: 'ck_canteen_sitting_times',
          expression: 'opens_at < cut_off_at AND freeze_at <= cut_off_at AND serving_from < serving_to',
        },
        { name: 'ck_canteen_sitting_last_pickup', expression: 'last_pickup BETWEEN 0 AND 25974' },
      ],
    })
    await createTable(runner, {
      name: 'canteen_offer',
      columns: [
        columns.id('id'),
        columns.id('sitting_id'),
        columns.id('dish_id'),
        columns.integer('position'),
        columns.integer('list_fen'),
        columns.integer('half_fen', { nullable: true }),
        columns.integer('capacity_halves'),
        columns.integer('sold_halves'),
      ],
      uniques: [{ name: 'uq_canteen_offer_sitting_dish', columns: ['sitting_id', 'dish_id'] }],
      foreignKeys: [
        { name: 'fk_canteen_offer_sitting_id', column: 'sitting_id', table: 'canteen_sitting' },
        { name: 'fk_canteen_offer_dish_id', column: 'dish_id', table: 'canteen_dish' },
      ],
      checks: [
        { name: 'ck_canteen_offer_sold', expression: 'sold_halves BETWEEN 0 AND capacity_halves' },
        { name: 'ck_canteen_offer_list_fen', expression: 'list_fen > 0' },
      ],
    })
    await createTable(runner, {
      name: 'canteen_slot',
      columns: [
        columns.id('id'),
        columns.id('sitting_id'),
        columns.instant('from_at'),
        columns.instant('to_at'),
        columns.integer('capacity'),
        columns.integer('taken'),
      ],
      uniques: [{ name: 'uq_canteen_slot_sitting_from', columns: ['sitting_id', 'from_at'] }],
      foreignKeys: [{ name: 'fk_canteen_slot_sitting_id', column: 'sitting_id', table: 'canteen_sitting' }],
      checks: [{ name: 'ck_canteen_slot_taken', expression: 'taken BETWEEN 0 AND capacity' }],
    })
    await createTable(runner, {
      name: 'canteen_order',
      columns: [
        columns.id('id'),
        columns.id('canteen_id'),
        columns.id('sitting_id'),
        columns.day('day'),
        columns.id('slot_id', { nullable: true }),
        columns.id('eater_id'),
        columns.id('placed_by_id'),
        columns.id('paid_by_id'),
        columns.text('status', 20),
        columns.text('mode', 10),
        columns.text('pickup_number', 8),
        columns.text('pickup_code', 32),
        columns.text('scheme_version', 30),
        columns.integer('list_fen'),
        columns.integer('discount_fen'),
        columns.integer('subsidy_fen'),
        columns.integer('pay_fen'),
        columns.longText('explanation'),
        columns.text('note', 400),
        columns.flag('handed_over_early'),
        columns.instant('handed_over_at', { nullable: true }),
        columns.id('handed_over_by_id', { nullable: true }),
        columns.instant('cancelled_at', { nullable: true }),
        columns.instant('created_at'),
      ],
      uniques: [
        { name: 'uq_canteen_order_sitting_pickup_number', columns: ['sitting_id', 'pickup_number'] },
        { name: 'uq_canteen_order_pickup_code', columns: ['pickup_code'] },
      ],
      indices: [
        { name: 'ix_canteen_order_eater_created', columns: ['eater_id', 'created_at', 'id'] },
        { name: 'ix_canteen_order_placed_by_created', columns: ['placed_by_id', 'created_at', 'id'] },
        { name: 'ix_canteen_order_canteen_status_handed', columns: ['canteen_id', 'status', 'handed_over_at'] },
      ],
      foreignKeys: [
        { name: 'fk_canteen_order_canteen_id', column: 'canteen_id', table: 'canteen_canteen' },
        { name: 'fk_canteen_order_sitting_id', column: 'sitting_id', table: 'canteen_sitting' },
        { name: 'fk_canteen_order_slot_id', column: 'slot_id', table: 'canteen_slot' },
        { name: 'fk_canteen_order_eater_id', column: 'eater_id', table: 'people_person' },
        { name: 'fk_canteen_order_placed_by_id', column: 'placed_by_id', table: 'people_person' },
        { name: 'fk_canteen_order_paid_by_id', column: 'paid_by_id', table: 'people_person' },
        { name: 'fk_canteen_order_handed_over_by_id', column: 'handed_over_by_id', table: 'people_person' },
      ],
      checks: [
        {
          name: 'ck_canteen_order_status',
          expression: "status IN ('paid', 'handed_over', 'cancelled_by_eater', 'cancelled_by_canteen')",
        },
        { name: 'ck_canteen_order_mode', expression: "mode IN ('dine_in', 'pick_up')" },
        {
          name: 'ck_canteen_order_money',
          expression:
            'pay_fen >= 0 AND discount_fen >= 0 AND subsidy_fen >= 0 AND list_fen = discount_fen + subsidy_fen + pay_fen',
        },
        { name: 'ck_canteen_order_handed_over', expression: "(status = 'handed_over') = (handed_over_at IS NOT NULL)" },
      ],
    })
    await createTable(runner, {
      name: 'canteen_order_line',
      columns: [
        columns.id('id'),
        columns.id('order_id'),
        columns.integer('position'),
        columns.id('offer_id'),
        columns.id('dish_id'),
        columns.text('dish_name', 40),
        columns.text('picture', 40),
        columns.text('portion_size', 5),
        columns.integer('quantity'),
        columns.integer('unit_fen'),
        columns.integer('list_fen'),
        columns.integer('discount_fen'),
        columns.integer('subsidy_fen'),
        columns.integer('pay_fen'),
      ],
      indices: [{ name: 'ix_canteen_order_line_order_id', columns: ['order_id', 'position'] }],
      foreignKeys: [
        { name: 'fk_canteen_order_line_order_id', column: 'order_id', table: 'canteen_order' },
        { name: 'fk_canteen_order_line_offer_id', column: 'offer_id', table: 'canteen_offer' },
        { name: 'fk_canteen_order_line_dish_id', column: 'dish_id', table: 'canteen_dish' },
      ],
      checks: [
        { name: 'ck_canteen_order_line_portion_size', expression: "portion_size IN ('whole', 'half')" },
        { name: 'ck_canteen_order_line_quantity', expression: 'quantity > 0' },
        {
          name: 'ck_canteen_order_line_money',
          expression: 'list_fen = unit_fen * quantity AND list_fen = discount_fen + subsidy_fen + pay_fen',
        },
      ],
    })
    await createTable(runner, {
      name: 'canteen_subsidy_use',
      columns: [
        columns.id('id'),
        columns.id('person_id'),
        columns.day('day'),
        columns.text('scheme', 30),
        columns.id('order_id'),
        columns.integer('amount_fen'),
        columns.instant('created_at'),
      ],
      uniques: [{ name: 'uq_canteen_subsidy_use_person_day_scheme', columns: ['person_id', 'day', 'scheme'] }],
      indices: [{ name: 'ix_canteen_subsidy_use_order_id', columns: ['order_id'] }],
      foreignKeys: [
        { name: 'fk_canteen_subsidy_use_person_id', column: 'person_id', table: 'people_person' },
        { name: 'fk_canteen_subsidy_use_order_id', column: 'order_id', table: 'canteen_order' },
      ],
      checks: [{ name: 'ck_canteen_subsidy_use_amount', expression: 'amount_fen > 0' }],
    })
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'canteen_subsidy_use',
      'canteen_order_line',
      'canteen_order',
      'canteen_slot',
      'canteen_offer',
      'canteen_sitting',
      'canteen_dish',
      'canteen_canteen',
    ]) {
      await runner.dropTable(table)
    }
  }
}
