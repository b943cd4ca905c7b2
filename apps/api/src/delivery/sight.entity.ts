import { Entity, Index } from 'typeorm'

import { IdColumn, InstantColumn, References } from '../database/entity-columns.js'

/** A courier has seen a person's address on a run, and the person's access log says so: once, however often the screen asks. */
@Entity('delivery_sight')
@Index('ix_delivery_sight_person_id', ['personId'])
export class Sight {
  @References('Run', 'fk_delivery_sight_run_id')
  @IdColumn()
  runId: string
  @References('Person', 'fk_delivery_sight_viewer_id')
  @IdColumn()
  viewerId: string
  @References('Person', 'fk_delivery_sight_person_id')
  @IdColumn()
  personId: string
  @InstantColumn() seenAt: Date
}
