import { Check, Entity, Index } from 'typeorm'

import { IdColumn, InstantColumn, RefColumn, References, TextColumn } from '../database/entity-columns.js'

/**
 * What is left out of a dish of an order: on the sheet from the freeze (`seenById` null), or seen later. Health data of the eater, so it
 * goes with them, though nothing else of a sheet ever changes.
 */
@Entity('kitchen_leave_out')
@Index('uq_kitchen_leave_out_sheet_order_dish_what', ['sheetId', 'orderId', 'dishId', 'what'], { unique: true })
@Index('ix_kitchen_leave_out_order_id', ['orderId'])
@Check('ck_kitchen_leave_out_seen', '(seen_by_id IS NULL) = (seen_at IS NULL)')
export class LeaveOut {
  @IdColumn() id: string
  @References('Sheet', 'fk_kitchen_leave_out_sheet_id')
  @RefColumn()
  sheetId: string
  @References('Order', 'fk_kitchen_leave_out_order_id')
  @RefColumn()
  orderId: string
  @References('Dish', 'fk_kitchen_leave_out_dish_id')
  @RefColumn()
  dishId: string
  @TextColumn(8) pickupNumber: string
  @TextColumn(40) dishName: string
  @TextColumn(100) what: string
  @References('Person', 'fk_kitchen_leave_out_seen_by_id')
  @RefColumn({ nullable: true })
  seenById: string | null
  @InstantColumn({ nullable: true }) seenAt: Date | null
}
