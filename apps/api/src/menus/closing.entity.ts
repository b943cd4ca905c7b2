import type { Meal } from '@wanli/contracts/canteen'
import { Check, Entity, Index } from 'typeorm'

import { DayColumn, IdColumn, InstantColumn, RefColumn, References, TextColumn } from '../database/entity-columns.js'

/** A meal that a canteen does not serve, whether or not its menu was published. */
@Entity('menus_closing')
@Index('uq_menus_closing_canteen_day_meal', ['canteenId', 'day', 'meal'], { unique: true })
@Check('ck_menus_closing_meal', `meal IN ('breakfast', 'lunch', 'dinner')`)
export class Closing {
  @IdColumn() id: string
  @References('Canteen', 'fk_menus_closing_canteen_id')
  @RefColumn()
  canteenId: string
  @DayColumn() day: string
  @TextColumn(10) meal: Meal
  @TextColumn(80) reason: string
  @References('Person', 'fk_menus_closing_closed_by_id')
  @RefColumn()
  closedById: string
  @InstantColumn() createdAt: Date
}
