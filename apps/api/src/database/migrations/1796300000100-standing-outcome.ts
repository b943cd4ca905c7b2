import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

const TABLE = 'delivery_standing_result'
const INDEX = 'ix_delivery_standing_result_outcome'

/** Finds the few days that a crash has left undecided among all days there ever were. */
export class StandingOutcome1796300000100 implements MigrationInterface {
  name = 'StandingOutcome1796300000100'

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex(TABLE, new TableIndex({ name: INDEX, columnNames: ['outcome'] }))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, INDEX)
  }
}
