import type { MenuMeal } from '@wanli/contracts/menus'
import { Check, Entity, Index } from 'typeorm'

import {
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  WideJsonColumn,
  RefColumn,
  References,
} from '../database/entity-columns.js'

/**
 * The draft of a canteen's menu of one week. Whoever writes names the `revision` they saw, and moves it on; 0 while nobody has written
 * and only a meal was closed. `version` is the last one that was published, 0 before.
 */
@Entity('menus_week')
@Index('uq_menus_week_canteen_monday', ['canteenId', 'monday'], { unique: true })
@Check('ck_menus_week_version', 'version >= 0 AND version <= revision')
export class MenuWeek {
  @IdColumn() id: string
  @References('Canteen', 'fk_menus_week_canteen_id')
  @RefColumn()
  canteenId: string
  @DayColumn() monday: string
  @IntegerColumn() revision: number
  @IntegerColumn() version: number
  @WideJsonColumn() meals: MenuMeal[]
  @References('Person', 'fk_menus_week_changed_by_id')
  @RefColumn()
  changedById: string
  @InstantColumn() changedAt: Date
}
