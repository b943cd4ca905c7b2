import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

import { addColumns, columns, createTable } from '../columns.js'

const MEALS = "'breakfast', 'lunch', 'dinner'"

/** The dish catalogue that staff keep, weekly menus and their versions, closed meals, how a meal is served, reviews. */
export class Menus1796200000000 implements MigrationInterface {
  name = 'Menus1796200000000'

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'canteen_dish', [columns.instant('retired_at', { nullable: true })])
    // The new index comes first: the foreign key on the canteen needs one at every moment.
    await runner.createIndex(
      'canteen_dish',
      new TableIndex({ name: 'ix_canteen_dish_canteen_id', columnNames: ['canteen_id'] }),
    )
    // Two dishes may look alike: there are more dishes than drawings.
    await runner.dropIndex('canteen_dish', 'uq_canteen_dish_canteen_picture')
    await addColumns(runner, 'canteen_offer', [columns.instant('withdrawn_at', { nullable: true })])
    await this.createPlans(runner)
    await this.createWeeks(runner)
    await this.createClosings(runner)
    await this.createReviews(runner)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['menus_review', 'menus_closing', 'menus_version', 'menus_week', 'menus_meal'])
      await runner.dropTable(table)
    await runner.dropColumn('canteen_offer', 'withdrawn_at')
    await runner.createIndex(
      'canteen_dish',
      new TableIndex({
        name: 'uq_canteen_dish_canteen_picture',
        columnNames: ['canteen_id', 'picture'],
        isUnique: true,
      }),
    )
    await runner.dropIndex('canteen_dish', 'ix_canteen_dish_canteen_id')
    await runner.dropColumn('canteen_dish', 'retired_at')
  }

  private async createPlans(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'menus_meal',
      primaryKey: ['canteen_id', 'meal'],
      columns: [
        columns.id('canteen_id'),
        columns.text('meal', 10),
        columns.integer('opens_days_before'),
        columns.text('opens_at', 5),
        columns.text('freeze_at', 5),
        columns.flag('freeze_day_before'),
        columns.text('cut_off_at', 5),
        columns.text('serving_from', 5),
        columns.text('serving_to', 5),
        columns.integer('slot_minutes'),
        columns.integer('slot_capacity'),
        columns.longText('releases'),
        columns.flag('serves_weekend'),
        columns.flag('serves_holiday'),
      ],
      foreignKeys: [{ name: 'fk_menus_meal_canteen_id', column: 'canteen_id', table: 'canteen_canteen' }],
      checks: [
        { name: 'ck_menus_meal_meal', expression: `meal IN (${MEALS})` },
        // `HH:MM` compares as text does.
        { name: 'ck_menus_meal_serving', expression: 'serving_from < serving_to' },
        { name: 'ck_menus_meal_freeze', expression: 'freeze_day_before OR freeze_at <= cut_off_at' },
        // A sitting has at most 168 slots, and none of them is empty.
        {
          name: 'ck_menus_meal_slots',
          expression: 'slot_minutes BETWEEN 5 AND 60 AND slot_capacity BETWEEN 1 AND 1000',
        },
      ],
    })
  }

  private async createWeeks(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'menus_week',
      columns: [
        columns.id('id'),
        columns.id('canteen_id'),
        columns.day('monday'),
        columns.integer('revision'),
        columns.integer('version'),
        columns.longText('meals'),
        columns.id('changed_by_id'),
        columns.instant('changed_at'),
      ],
      // Of two who begin a week's draft one is second.
      uniques: [{ name: 'uq_menus_week_canteen_monday', columns: ['canteen_id', 'monday'] }],
      foreignKeys: [
        { name: 'fk_menus_week_canteen_id', column: 'canteen_id', table: 'canteen_canteen' },
        { name: 'fk_menus_week_changed_by_id', column: 'changed_by_id', table: 'people_person' },
      ],
      checks: [{ name: 'ck_menus_week_version', expression: 'version >= 0 AND version <= revision' }],
    })
    await createTable(runner, {
      name: 'menus_version',
      columns: [
        columns.id('id'),
        columns.id('week_id'),
        columns.integer('version'),
        columns.longText('meals'),
        columns.longText('changes'),
        columns.id('published_by_id'),
        columns.instant('published_at'),
        columns.instant('settled_at', { nullable: true }),
      ],
      // Of two who publish the same week at once one is second.
      uniques: [{ name: 'uq_menus_version_week_version', columns: ['week_id', 'version'] }],
      indices: [{ name: 'ix_menus_version_settled_at', columns: ['settled_at'] }],
      foreignKeys: [
        { name: 'fk_menus_version_week_id', column: 'week_id', table: 'menus_week' },
        { name: 'fk_menus_version_published_by_id', column: 'published_by_id', table: 'people_person' },
      ],
      checks: [{ name: 'ck_menus_version_version', expression: 'version >= 1' }],
    })
  }

  private async createClosings(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'menus_closing',
      columns: [
        columns.id('id'),
        columns.id('canteen_id'),
        columns.day('day'),
        columns.text('meal', 10),
        columns.text('reason', 80),
        columns.id('closed_by_id'),
        columns.instant('created_at'),
      ],
      uniques: [{ name: 'uq_menus_closing_canteen_day_meal', columns: ['canteen_id', 'day', 'meal'] }],
      foreignKeys: [
        { name: 'fk_menus_closing_canteen_id', column: 'canteen_id', table: 'canteen_canteen' },
        { name: 'fk_menus_closing_closed_by_id', column: 'closed_by_id', table: 'people_person' },
      ],
      checks: [{ name: 'ck_menus_closing_meal', expression: `meal IN (${MEALS})` }],
    })
  }

  private async createReviews(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'menus_review',
      columns: [
        columns.id('id'),
        columns.id('order_line_id'),
        columns.id('order_id'),
        columns.id('dish_id'),
        columns.id('canteen_id'),
        columns.id('sitting_id'),
        columns.day('day'),
        columns.id('person_id'),
        columns.integer('stars'),
        columns.longText('tags'),
        columns.text('text', 400),
        columns.instant('created_at'),
      ],
      // A dish that was had once is rated once, whoever of the two rates it.
      uniques: [{ name: 'uq_menus_review_order_line_id', columns: ['order_line_id'] }],
      indices: [
        { name: 'ix_menus_review_dish_id', columns: ['dish_id'] },
        { name: 'ix_menus_review_canteen_day', columns: ['canteen_id', 'day'] },
        { name: 'ix_menus_review_person_id', columns: ['person_id'] },
      ],
      foreignKeys: [
        { name: 'fk_menus_review_order_line_id', column: 'order_line_id', table: 'canteen_order_line' },
        { name: 'fk_menus_review_order_id', column: 'order_id', table: 'canteen_order' },
        { name: 'fk_menus_review_dish_id', column: 'dish_id', table: 'canteen_dish' },
        { name: 'fk_menus_review_canteen_id', column: 'canteen_id', table: 'canteen_canteen' },
        { name: 'fk_menus_review_sitting_id', column: 'sitting_id', table: 'canteen_sitting' },
        { name: 'fk_menus_review_person_id', column: 'person_id', table: 'people_person' },
      ],
      checks: [{ name: 'ck_menus_review_stars', expression: 'stars BETWEEN 1 AND 5' }],
    })
  }
}
