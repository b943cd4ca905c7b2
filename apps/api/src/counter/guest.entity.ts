import { Entity } from 'typeorm'

import { IdColumn, RefColumn, References } from '../database/entity-columns.js'

/** 散客: in whose name a canteen's orders of people without an account stand. Nobody in particular. */
@Entity('counter_guest')
export class Guest {
  @References('Canteen', 'fk_counter_guest_canteen_id')
  @IdColumn()
  canteenId: string
  @References('Person', 'fk_counter_guest_person_id')
  @RefColumn()
  personId: string
}
