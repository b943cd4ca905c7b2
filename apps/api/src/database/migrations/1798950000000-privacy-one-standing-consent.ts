import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

import { addChecks, addColumns, columns, dropChecks } from '../columns.js'

const TABLE = 'privacy_consent'
const STANDING = {
  name: 'uq_privacy_consent_standing',
  columnNames: ['standing_person_id', 'document', 'version'],
  isUnique: true,
}
// The key is there exactly while the yes stands.
const CHECK = {
  name: 'ck_privacy_consent_standing',
  expression: '(standing_person_id IS NOT NULL) = (withdrawn_at IS NULL)',
}

/**
 * One yes of a person to a version of a document stands. Of those that were said twice at once the first is kept: nobody took the others
 * back, so they are not marked as if somebody had, and they say nothing that the first does not.
 */
export class PrivacyOneStandingConsent1798950000000 implements MigrationInterface {
  name = 'PrivacyOneStandingConsent1798950000000'

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, TABLE, [columns.id('standing_person_id', { nullable: true })])
    const nth = 'ROW_NUMBER() OVER (PARTITION BY person_id, document, version ORDER BY given_at, id)'
    const standing = `SELECT id, ${nth} AS nth FROM ${TABLE} WHERE withdrawn_at IS NULL`
    await runner.query(`DELETE FROM ${TABLE} WHERE id IN (SELECT id FROM (${standing}) AS said WHERE nth > 1)`)
    await runner.query(`UPDATE ${TABLE} SET standing_person_id = person_id WHERE withdrawn_at IS NULL`)
    await runner.createIndex(TABLE, new TableIndex(STANDING))
    await addChecks(runner, TABLE, [CHECK])
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropChecks(runner, TABLE, [CHECK.name])
    await runner.dropIndex(TABLE, STANDING.name)
    await runner.dropColumn(TABLE, 'standing_person_id')
  }
}
