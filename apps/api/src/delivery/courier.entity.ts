import { Check, Entity, Index } from 'typeorm'

import { IdColumn, IntegerColumn, RefColumn, References } from '../database/entity-columns.js'

/** Who always brings a run of a canteen: the same face every day (熟人配送). */
@Entity('delivery_courier')
@Index('uq_delivery_courier_canteen_run', ['canteenId', 'runNumber'], { unique: true })
@Check('ck_delivery_courier_run', 'run_number BETWEEN 1 AND 99')
export class RunCourier {
  @IdColumn() id: string
  @References('Canteen', 'fk_delivery_courier_canteen_id')
  @RefColumn()
  canteenId: string
  @IntegerColumn() runNumber: number
  @References('Person', 'fk_delivery_courier_person_id')
  @RefColumn()
  personId: string
}
