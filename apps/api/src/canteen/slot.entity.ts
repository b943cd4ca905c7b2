import { Check, Entity, Index } from 'typeorm'

import { IdColumn, InstantColumn, IntegerColumn, RefColumn, References } from '../database/entity-columns.js'

/** 取餐时段 of a sitting: at most `capacity` orders. */
@Entity('canteen_slot')
@Index('uq_canteen_slot_sitting_from', ['sittingId', 'fromAt'], { unique: true })
@Check('ck_canteen_slot_taken', 'taken BETWEEN 0 AND capacity')
export class Slot {
  @IdColumn() id: string
  @References('Sitting', 'fk_canteen_slot_sitting_id')
  @RefColumn()
  sittingId: string
  @InstantColumn() fromAt: Date
  @InstantColumn() toAt: Date
  @IntegerColumn() capacity: number
  @IntegerColumn() taken: number
}
