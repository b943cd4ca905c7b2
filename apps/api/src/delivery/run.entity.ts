import { Check, Entity, Index } from 'typeorm'

import { IdColumn, InstantColumn, IntegerColumn, RefColumn, References } from '../database/entity-columns.js'

/**
 * One way of one courier with the meals of one sitting; nobody's until a courier takes it where no one always brings it. `leftAt` is when
 * it first left; what is ordered later is taken along on another round. `freeToldAt` is since when couriers
 * are asked to bring what nobody does.
 */
@Entity('delivery_run')
@Index('uq_delivery_run_sitting_number', ['sittingId', 'number'], { unique: true })
@Check('ck_delivery_run_number', 'number BETWEEN 1 AND 99')
@Check('ck_delivery_run_left', 'left_at IS NULL OR courier_id IS NOT NULL')
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
  @RefColumn({ nullable: true })
  courierId: string | null
  @InstantColumn({ nullable: true }) leftAt: Date | null
  @InstantColumn({ nullable: true }) freeToldAt: Date | null
  @InstantColumn() createdAt: Date
}
