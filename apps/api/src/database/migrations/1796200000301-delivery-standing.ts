import type { MigrationInterface, QueryRunner } from 'typeorm'

import { columns, createTable } from '../columns.js'

const among = (name: string, column: string, values: string) => ({ name, expression: `${column} IN (${values})` })
const fk = (table: string, column: string, parent: string) => ({ name: `fk_${table}_${column}`, column, table: parent })

/** Meals that come by themselves: standing orders, their days of the week, what is said of single days, what became of them. */
export class DeliveryStanding1796200000301 implements MigrationInterface {
  name = 'DeliveryStanding1796200000301'

  async up(runner: QueryRunner): Promise<void> {
    await this.createStandings(runner)
    await this.createStandingDays(runner)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['result', 'day', 'weekday']) await runner.dropTable(`delivery_standing_${name}`)
    await runner.dropTable('delivery_standing')
  }

  private async createStandings(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'delivery_standing',
      columns: [
        columns.id('id'),
        columns.id('canteen_id'),
        columns.id('eater_id'),
        columns.id('set_up_by_id'),
        columns.id('address_id'),
        columns.text('meal', 10),
        columns.longText('wishes'),
        columns.text('note', 100),
        columns.day('paused_from', { nullable: true }),
        columns.day('paused_to', { nullable: true }),
        columns.instant('ended_at', { nullable: true }),
        columns.instant('created_at'),
      ],
      indices: [
        { name: 'ix_delivery_standing_eater_ended', columns: ['eater_id', 'ended_at'] },
        { name: 'ix_delivery_standing_set_up_by_ended', columns: ['set_up_by_id', 'ended_at'] },
      ],
      foreignKeys: [
        fk('delivery_standing', 'canteen_id', 'canteen_canteen'),
        fk('delivery_standing', 'eater_id', 'people_person'),
        fk('delivery_standing', 'set_up_by_id', 'people_person'),
        fk('delivery_standing', 'address_id', 'delivery_address'),
      ],
      checks: [
        among('ck_delivery_standing_meal', 'meal', "'breakfast', 'lunch', 'dinner'"),
        {
          name: 'ck_delivery_standing_pause',
          expression:
            '(paused_from IS NULL) = (paused_to IS NULL) AND (paused_from IS NULL OR paused_from <= paused_to)',
        },
      ],
    })
    await createTable(runner, {
      name: 'delivery_standing_weekday',
      // Two helpers who set the same day up do not have two meals brought.
      primaryKey: ['eater_id', 'meal', 'weekday'],
      columns: [
        columns.id('eater_id'),
        columns.text('meal', 10),
        columns.integer('weekday'),
        columns.id('standing_id'),
      ],
      indices: [{ name: 'ix_delivery_standing_weekday_standing_id', columns: ['standing_id'] }],
      foreignKeys: [
        fk('delivery_standing_weekday', 'eater_id', 'people_person'),
        fk('delivery_standing_weekday', 'standing_id', 'delivery_standing'),
      ],
      checks: [{ name: 'ck_delivery_standing_weekday_weekday', expression: 'weekday BETWEEN 1 AND 7' }],
    })
  }

  private async createStandingDays(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'delivery_standing_day',
      primaryKey: ['standing_id', 'day'],
      columns: [
        columns.id('standing_id'),
        columns.day('day'),
        columns.flag('skip'),
        columns.longText('wishes', { nullable: true }),
        columns.instant('said_at'),
      ],
      foreignKeys: [fk('delivery_standing_day', 'standing_id', 'delivery_standing')],
      // A day is either skipped or has something else on it.
      checks: [{ name: 'ck_delivery_standing_day_wishes', expression: 'skip = (wishes IS NULL)' }],
    })
    await createTable(runner, {
      name: 'delivery_standing_result',
      // A day of a standing order is decided once.
      primaryKey: ['standing_id', 'day'],
      columns: [
        columns.id('standing_id'),
        columns.day('day'),
        columns.integer('round'),
        columns.text('outcome', 10),
        columns.id('order_id', { nullable: true }),
        columns.text('reason', 120, { nullable: true }),
        columns.instant('changed_at'),
      ],
      uniques: [{ name: 'uq_delivery_standing_result_order_id', columns: ['order_id'] }],
      foreignKeys: [
        fk('delivery_standing_result', 'standing_id', 'delivery_standing'),
        fk('delivery_standing_result', 'order_id', 'canteen_order'),
      ],
      checks: [
        among('ck_delivery_standing_result_outcome', 'outcome', "'placing', 'ordered', 'by_hand', 'skipped', 'failed'"),
        {
          name: 'ck_delivery_standing_result_order',
          expression: "(outcome = 'ordered') = (order_id IS NOT NULL)",
        },
        {
          name: 'ck_delivery_standing_result_reason',
          expression: "(outcome = 'failed') = (reason IS NOT NULL)",
        },
      ],
    })
  }
}
