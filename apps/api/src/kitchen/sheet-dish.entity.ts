import type { KitchenStation } from '@wanli/contracts/kitchen'
import { Check, Entity, Index } from 'typeorm'

import { IdColumn, IntegerColumn, RefColumn, References, TextColumn } from '../database/entity-columns.js'

/** One dish of a production sheet, in portions. `folded` are the halves as whole ones. */
@Entity('kitchen_sheet_dish')
@Index('uq_kitchen_sheet_dish_sheet_dish', ['sheetId', 'dishId'], { unique: true })
@Check('ck_kitchen_sheet_dish_folded', 'folded * 2 BETWEEN half AND half + 1')
@Check('ck_kitchen_sheet_dish_to_cook', 'to_cook = whole + folded + staff + sample')
@Check('ck_kitchen_sheet_dish_counts', 'whole >= 0 AND half >= 0 AND staff >= 0 AND sample >= 0')
export class SheetDishRow {
  @IdColumn() id: string
  @References('Sheet', 'fk_kitchen_sheet_dish_sheet_id')
  @RefColumn()
  sheetId: string
  @References('Dish', 'fk_kitchen_sheet_dish_dish_id')
  @RefColumn()
  dishId: string
  @IntegerColumn() position: number
  @TextColumn(40) dishName: string
  @TextColumn(40) picture: string
  @TextColumn(10) station: KitchenStation
  @IntegerColumn() whole: number
  @IntegerColumn() half: number
  @IntegerColumn() folded: number
  @IntegerColumn() staff: number
  @IntegerColumn() sample: number
  @IntegerColumn() toCook: number
}
