import { Entity, Index } from 'typeorm'

import { IdColumn, InstantColumn, RefColumn, References } from '../database/entity-columns.js'

/** Somebody waits for a meal of a sitting that is given up. Who waits longest may take first. */
@Entity('canteen_wait')
@Index('uq_canteen_wait_sitting_person', ['sittingId', 'personId'], { unique: true })
export class Wait {
  @IdColumn() id: string
  @References('Sitting', 'fk_canteen_wait_sitting_id')
  @RefColumn()
  sittingId: string
  @References('Person', 'fk_canteen_wait_person_id')
  @RefColumn()
  personId: string
  @InstantColumn() createdAt: Date
}
