import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

import { addChecks, addColumns, columns, createTable, dropChecks, replaceCheck } from '../columns.js'

const STATUSES_BEFORE = "'placed', 'expired', 'paid', 'handed_over', 'cancelled_by_eater', 'cancelled_by_canteen'"
const STATUSES = `${STATUSES_BEFORE}, 'cooking', 'ready', 'out_for_delivery', 'delivered', 'offered', 'taken_over', 'not_collected', 'undelivered', 'welfare_check', 'closed'`
const MODES_BEFORE = "'dine_in', 'pick_up'"
const PAY_BY_BEFORE = "'wallet', 'wechat'"

const KINDS_BEFORE =
  "'order_placed', 'order_cancelled', 'order_handed_over', 'order_refunded', 'order_expired', 'mandate_offered', 'mandate_accepted', 'mandate_ended', 'money_added', 'money_paid_out', 'data_viewed', 'account'"
const KINDS = `${KINDS_BEFORE}, 'order_ready', 'order_out', 'order_delivered', 'meal_offered', 'menu_changed', 'no_answer'`

const among = (name: string, column: string, values: string) => ({ name, expression: `${column} IN (${values})` })
const withDefault = <Column extends { default?: unknown }>(column: Column, value: string): Column =>
  Object.assign(column, { default: value })

/** Portions put aside for elders, the kitchen's states, meals given up and taken over, wait-lists, diets, closed sittings. */
export class CanteenWhole1796100000000 implements MigrationInterface {
  name = 'CanteenWhole1796100000000'

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'canteen_offer', [
      withDefault(columns.integer('kept_halves'), '0'),
      withDefault(columns.integer('sold_kept_halves'), '0'),
    ])
    await addChecks(runner, 'canteen_offer', [
      { name: 'ck_canteen_offer_kept', expression: 'kept_halves BETWEEN 0 AND capacity_halves' },
      { name: 'ck_canteen_offer_sold_kept', expression: 'sold_kept_halves BETWEEN 0 AND sold_halves' },
    ])
    await addColumns(runner, 'canteen_sitting', [
      columns.longText('pool_steps', { nullable: true }),
      columns.instant('closed_at', { nullable: true }),
      columns.text('closed_reason', 80, { nullable: true }),
    ])
    await addChecks(runner, 'canteen_sitting', [
      { name: 'ck_canteen_sitting_closed', expression: '(closed_at IS NULL) = (closed_reason IS NULL)' },
    ])
    await this.nameNotices(runner, KINDS)
    await this.growDishes(runner)
    await this.growOrders(runner)
    await this.createWaits(runner)
    await createTable(runner, {
      name: 'canteen_diet',
      primaryKey: ['person_id'],
      columns: [
        columns.id('person_id'),
        columns.longText('avoid'),
        columns.flag('low_salt'),
        columns.flag('soft'),
        columns.instant('changed_at'),
      ],
      foreignKeys: [{ name: 'fk_canteen_diet_person_id', column: 'person_id', table: 'people_person' }],
    })
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.nameNotices(runner, KINDS_BEFORE)
    await runner.dropTable('canteen_diet')
    await runner.dropTable('canteen_wait')
    await runner.dropIndex('canteen_order', 'ix_canteen_order_sitting_status')
    await runner.dropIndex('canteen_order', 'uq_canteen_order_taken_from_id')
    await dropChecks(runner, 'canteen_order', ['ck_canteen_order_delivery', 'ck_canteen_order_offered'])
    await replaceCheck(runner, 'canteen_order', among('ck_canteen_order_pay_by', 'pay_by', PAY_BY_BEFORE))
    await replaceCheck(runner, 'canteen_order', among('ck_canteen_order_mode', 'mode', MODES_BEFORE))
    await replaceCheck(runner, 'canteen_order', among('ck_canteen_order_status', 'status', STATUSES_BEFORE))
    for (const name of ['for_pool', 'leave_out', 'address_id', 'offered_at', 'taken_from_id', 'progress_at'])
      await runner.dropColumn('canteen_order', name)
    await dropChecks(runner, 'canteen_dish', ['ck_canteen_dish_station', 'ck_canteen_dish_cost_fen'])
    for (const name of ['station', 'cost_fen']) await runner.dropColumn('canteen_dish', name)
    await dropChecks(runner, 'canteen_sitting', ['ck_canteen_sitting_closed'])
    for (const name of ['pool_steps', 'closed_at', 'closed_reason']) await runner.dropColumn('canteen_sitting', name)
    await dropChecks(runner, 'canteen_offer', ['ck_canteen_offer_kept', 'ck_canteen_offer_sold_kept'])
    for (const name of ['kept_halves', 'sold_kept_halves']) await runner.dropColumn('canteen_offer', name)
  }

  private async nameNotices(runner: QueryRunner, kinds: string): Promise<void> {
    await replaceCheck(runner, 'notices_notice', among('ck_notices_notice_kind', 'kind', kinds))
    await replaceCheck(runner, 'notices_outbox', among('ck_notices_outbox_kind', 'kind', kinds))
  }

  private async growDishes(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'canteen_dish', [
      withDefault(columns.text('station', 10), "'hot'"),
      withDefault(columns.integer('cost_fen'), '0'),
    ])
    await addChecks(runner, 'canteen_dish', [
      among('ck_canteen_dish_station', 'station', "'hot', 'steam', 'soup', 'staple', 'cold'"),
      { name: 'ck_canteen_dish_cost_fen', expression: 'cost_fen >= 0' },
    ])
  }

  private async growOrders(runner: QueryRunner): Promise<void> {
    await replaceCheck(runner, 'canteen_order', among('ck_canteen_order_status', 'status', STATUSES))
    await replaceCheck(runner, 'canteen_order', among('ck_canteen_order_mode', 'mode', `${MODES_BEFORE}, 'delivery'`))
    await replaceCheck(
      runner,
      'canteen_order',
      among('ck_canteen_order_pay_by', 'pay_by', `${PAY_BY_BEFORE}, 'counter'`),
    )
    await addColumns(runner, 'canteen_order', [
      withDefault(columns.flag('for_pool'), '0'),
      columns.longText('leave_out', { nullable: true }),
      columns.id('address_id', { nullable: true }),
      columns.instant('offered_at', { nullable: true }),
      columns.id('taken_from_id', { nullable: true }),
      columns.instant('progress_at', { nullable: true }),
    ])
    await addChecks(runner, 'canteen_order', [
      { name: 'ck_canteen_order_delivery', expression: "(mode = 'delivery') = (address_id IS NOT NULL)" },
      {
        name: 'ck_canteen_order_offered',
        expression: "status NOT IN ('offered', 'taken_over') OR offered_at IS NOT NULL",
      },
    ])
    // Of one given-up meal there is one taker.
    await runner.createIndex(
      'canteen_order',
      new TableIndex({ name: 'uq_canteen_order_taken_from_id', columnNames: ['taken_from_id'], isUnique: true }),
    )
    await runner.createIndex(
      'canteen_order',
      new TableIndex({ name: 'ix_canteen_order_sitting_status', columnNames: ['sitting_id', 'status'] }),
    )
  }

  private async createWaits(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'canteen_wait',
      columns: [columns.id('id'), columns.id('sitting_id'), columns.id('person_id'), columns.instant('created_at')],
      uniques: [{ name: 'uq_canteen_wait_sitting_person', columns: ['sitting_id', 'person_id'] }],
      foreignKeys: [
        { name: 'fk_canteen_wait_sitting_id', column: 'sitting_id', table: 'canteen_sitting' },
        { name: 'fk_canteen_wait_person_id', column: 'person_id', table: 'people_person' },
      ],
    })
  }
}
