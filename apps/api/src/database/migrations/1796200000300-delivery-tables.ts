import type { MigrationInterface, QueryRunner } from 'typeorm'

import { columns, createTable } from '../columns.js'

const among = (name: string, column: string, values: string) => ({ name, expression: `${column} IN (${values})` })
const fk = (table: string, column: string, parent: string) => ({ name: `fk_${table}_${column}`, column, table: parent })

/** Meals to the door: estates and couriers, addresses, runs with their stops and what was tried. */
export class Delivery1796200000300 implements MigrationInterface {
  name = 'Delivery1796200000300'

  async up(runner: QueryRunner): Promise<void> {
    await this.createPlaces(runner)
    await this.createRuns(runner)
    await this.createStops(runner)
    await this.createAttempts(runner)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [
      'delivery_sight',
      'delivery_attempt',
      'delivery_stop',
      'delivery_run',
      'delivery_address',
      'delivery_courier',
      'delivery_estate',
    ])
      await runner.dropTable(name)
  }

  private async createPlaces(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'delivery_estate',
      columns: [
        columns.id('id'),
        columns.id('canteen_id'),
        columns.text('name', 40),
        columns.integer('run_number'),
        columns.integer('position'),
        columns.text('committee_name', 40),
        columns.text('committee_phone', 20),
      ],
      // An estate is on one run of a canteen, so a meal for it has one courier.
      uniques: [{ name: 'uq_delivery_estate_canteen_name', columns: ['canteen_id', 'name'] }],
      foreignKeys: [fk('delivery_estate', 'canteen_id', 'canteen_canteen')],
      checks: [{ name: 'ck_delivery_estate_run', expression: 'run_number BETWEEN 1 AND 99' }],
    })
    await createTable(runner, {
      name: 'delivery_courier',
      columns: [columns.id('id'), columns.id('canteen_id'), columns.integer('run_number'), columns.id('person_id')],
      // The same courier each day.
      uniques: [{ name: 'uq_delivery_courier_canteen_run', columns: ['canteen_id', 'run_number'] }],
      foreignKeys: [
        fk('delivery_courier', 'canteen_id', 'canteen_canteen'),
        fk('delivery_courier', 'person_id', 'people_person'),
      ],
      checks: [{ name: 'ck_delivery_courier_run', expression: 'run_number BETWEEN 1 AND 99' }],
    })
    await createTable(runner, {
      name: 'delivery_address',
      columns: [
        columns.id('id'),
        columns.id('person_id'),
        columns.id('estate_id'),
        columns.text('key_id', 40),
        columns.longText('sealed'),
        columns.instant('retired_at', { nullable: true }),
        columns.instant('created_at'),
      ],
      indices: [
        { name: 'ix_delivery_address_person_retired', columns: ['person_id', 'retired_at'] },
        { name: 'ix_delivery_address_key_id', columns: ['key_id'] },
      ],
      foreignKeys: [
        fk('delivery_address', 'person_id', 'people_person'),
        fk('delivery_address', 'estate_id', 'delivery_estate'),
      ],
    })
  }

  private async createRuns(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'delivery_run',
      columns: [
        columns.id('id'),
        columns.id('sitting_id'),
        columns.id('canteen_id'),
        columns.integer('number'),
        columns.id('courier_id'),
        columns.instant('left_at', { nullable: true }),
        columns.instant('created_at'),
      ],
      // Whoever looks first makes the run; there is never a second of it.
      uniques: [{ name: 'uq_delivery_run_sitting_number', columns: ['sitting_id', 'number'] }],
      foreignKeys: [
        fk('delivery_run', 'sitting_id', 'canteen_sitting'),
        fk('delivery_run', 'canteen_id', 'canteen_canteen'),
        fk('delivery_run', 'courier_id', 'people_person'),
      ],
      checks: [{ name: 'ck_delivery_run_number', expression: 'number BETWEEN 1 AND 99' }],
    })
  }

  private async createStops(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'delivery_stop',
      // A meal is on one run.
      primaryKey: ['order_id'],
      columns: [
        columns.id('order_id'),
        columns.id('run_id'),
        columns.integer('position'),
        columns.instant('out_at'),
        columns.text('how', 10, { nullable: true }),
        columns.text('receiver', 60, { nullable: true }),
        columns.text('reason', 80, { nullable: true }),
        columns.instant('handed_at', { nullable: true }),
        columns.id('handed_by_id', { nullable: true }),
        columns.text('outcome', 10, { nullable: true }),
        columns.text('words', 200, { nullable: true }),
        columns.instant('closed_at', { nullable: true }),
        columns.id('closed_by_id', { nullable: true }),
      ],
      // Two departures at once do not give two meals one place.
      uniques: [{ name: 'uq_delivery_stop_run_position', columns: ['run_id', 'position'] }],
      foreignKeys: [
        fk('delivery_stop', 'order_id', 'canteen_order'),
        fk('delivery_stop', 'run_id', 'delivery_run'),
        fk('delivery_stop', 'handed_by_id', 'people_person'),
        fk('delivery_stop', 'closed_by_id', 'people_person'),
      ],
      checks: [
        among('ck_delivery_stop_how', 'how', "'seen', 'named', 'other'"),
        // Nothing is delivered without who gave it and how.
        {
          name: 'ck_delivery_stop_handed',
          expression: '(handed_at IS NULL) = (how IS NULL) AND (handed_at IS NULL) = (handed_by_id IS NULL)',
        },
        // A meal goes to a person: the eater, or somebody with a name.
        { name: 'ck_delivery_stop_receiver', expression: "how = 'seen' OR how IS NULL OR receiver IS NOT NULL" },
        among('ck_delivery_stop_outcome', 'outcome', "'found', 'hospital', 'other'"),
        // A welfare check ends with an outcome, in words, by somebody.
        {
          name: 'ck_delivery_stop_closed',
          expression:
            '(closed_at IS NULL) = (outcome IS NULL) AND (closed_at IS NULL) = (closed_by_id IS NULL) AND (closed_at IS NULL) = (words IS NULL)',
        },
      ],
    })
  }

  private async createAttempts(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'delivery_attempt',
      columns: [
        columns.id('id'),
        columns.id('order_id'),
        columns.text('step', 10),
        columns.integer('nth'),
        columns.text('outcome', 10),
        columns.text('words', 100),
        columns.instant('at'),
        columns.id('by_id'),
      ],
      // A step is done once: its time is when it was first done.
      uniques: [{ name: 'uq_delivery_attempt_order_step_nth', columns: ['order_id', 'step', 'nth'] }],
      foreignKeys: [
        fk('delivery_attempt', 'order_id', 'canteen_order'),
        fk('delivery_attempt', 'by_id', 'people_person'),
      ],
      checks: [
        among('ck_delivery_attempt_step', 'step', "'knock', 'self', 'contact', 'committee', 'emergency'"),
        among('ck_delivery_attempt_outcome', 'outcome', "'no_answer', 'answered', 'told'"),
        { name: 'ck_delivery_attempt_nth', expression: "nth >= 0 AND (nth = 0 OR step = 'contact')" },
      ],
    })
    await createTable(runner, {
      name: 'delivery_sight',
      // An access log that grows with every poll would not be read.
      primaryKey: ['run_id', 'viewer_id', 'person_id'],
      columns: [columns.id('run_id'), columns.id('viewer_id'), columns.id('person_id'), columns.instant('seen_at')],
      indices: [{ name: 'ix_delivery_sight_person_id', columns: ['person_id'] }],
      foreignKeys: [
        fk('delivery_sight', 'run_id', 'delivery_run'),
        fk('delivery_sight', 'viewer_id', 'people_person'),
        fk('delivery_sight', 'person_id', 'people_person'),
      ],
    })
  }
}
