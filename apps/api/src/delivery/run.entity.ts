import { Check, Entity, Index } from 'typeorm'

import { IdColumn, InstantColumn, IntegerColumn, RefColumn, References } from '../database/entity-columns.js'

/** One way of one courier with the meals of one sitting. `leftAt` is when it first left; what is ordered later is taken along on another round. */
@Entity('delivery_run')
@Index('uq_delivery_run_sitting_number', ['sittingId', 'number'], { unique: true })
@Check('ck_delivery_run_number', 'number BETWEEN 1 AND 99')
export class Run {
  @IdColumn() id: string
  @References('Sitting', 'fk_delivery_run_sitting_id')
  @RefColumn()
  sittingId: string
  @References('Canteen', 'fk_delivery_run_canteen_id')
  @RefColumn()
  canteenId: string
  @IntegerColumn() number: number
  @References('Person', 'fk_delivery_run_courier_id')
  @RefColumn()
  courierId: string
  @InstantColumn({ nullable: true }) leftAt: Date | null
  @InstantColumn() createdAt: Date
}
