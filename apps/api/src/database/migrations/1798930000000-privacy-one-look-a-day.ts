import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

import { addColumns, columns } from '../columns.js'

const TABLE = 'privacy_access'
// Of looks that are written once a day there is one line a person, viewer, kind and day; the others have no such day.
const ONCE_A_DAY = {
  name: 'uq_privacy_access_once_day',
  columnNames: ['person_id', 'viewer_id', 'what', 'once_day'],
  isUnique: true,
}

/** A look that is written once a day is refused the second time. Earlier ones keep no day: the day of this step may hold one more. */
export class PrivacyOneLookADay1798930000000 implements MigrationInterface {
  name = 'PrivacyOneLookADay1798930000000'

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, TABLE, [columns.day('once_day', { nullable: true })])
    await runner.createIndex(TABLE, new TableIndex(ONCE_A_DAY))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, ONCE_A_DAY.name)
    await runner.dropColumn(TABLE, 'once_day')
  }
}
