import { Check, Entity, Index } from 'typeorm'

import { IdColumn, InstantColumn, IntegerColumn, RefColumn, References } from '../database/entity-columns.js'

/** Somebody in the kitchen has seen that a dish is more or less than its sheet says: `amount` portions, the `sequence`-th time. */
@Entity('kitchen_amount_seen')
@Index('uq_kitchen_amount_seen_sheet_dish_sequence', ['sheetId', 'dishId', 'sequence'], { unique: true })
@Check('ck_kitchen_amount_seen_amount', 'amount <> 0 AND sequence >= 1')
export class AmountSeen {
  @IdColumn() id: string
  @References('Sheet', 'fk_kitchen_amount_seen_sheet_id')
  @RefColumn()
  sheetId: string
  @References('Dish', 'fk_kitchen_amount_seen_dish_id')
  @RefColumn()
  dishId: string
  @IntegerColumn() sequence: number
  @IntegerColumn() amount: number
  @References('Person', 'fk_kitchen_amount_seen_seen_by_id')
  @RefColumn()
  seenById: string
  @InstantColumn() seenAt: Date
}
