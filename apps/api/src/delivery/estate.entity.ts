import { Check, Entity, Index } from 'typeorm'

import { IdColumn, IntegerColumn, RefColumn, References, TextColumn } from '../database/entity-columns.js'

/**
 * An estate that a canteen's couriers go to: on which run, and in which place of it. Its residents' committee (居委) is told when a
 * door stays shut.
 */
@Entity('delivery_estate')
@Index('uq_delivery_estate_canteen_name', ['canteenId', 'name'], { unique: true })
@Check('ck_delivery_estate_run', 'run_number BETWEEN 1 AND 99')
export class Estate {
  @IdColumn() id: string
  @References('Canteen', 'fk_delivery_estate_canteen_id')
  @RefColumn()
  canteenId: string
  @TextColumn(40) name: string
  @IntegerColumn() runNumber: number
  @IntegerColumn() position: number
  @TextColumn(40) committeeName: string
  @TextColumn(20) committeePhone: string
}
