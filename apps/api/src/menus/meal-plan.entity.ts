import type { Meal } from '@wanli/contracts/canteen'
import type { PoolRelease } from '@wanli/contracts/menus'
import { Check, Entity } from 'typeorm'

import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  KeyColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/** How a canteen serves a meal, where it differs from `DEFAULT_PLANS`. Times are `HH:MM` in Shanghai. */
@Entity('menus_meal')
@Check('ck_menus_meal_meal', `meal IN ('breakfast', 'lunch', 'dinner')`)
@Check('ck_menus_meal_serving', 'serving_from < serving_to')
@Check('ck_menus_meal_freeze', 'freeze_day_before OR freeze_at <= cut_off_at')
@Check('ck_menus_meal_changed', 'revision >= 1 AND (changed_at IS NULL) = (changed_by_id IS NULL)')
@Check('ck_menus_meal_slots', 'slot_minutes BETWEEN 5 AND 60 AND slot_capacity BETWEEN 1 AND 1000')
export class MealPlanRow {
  @References('Canteen', 'fk_menus_meal_canteen_id')
  @IdColumn()
  canteenId: string
  @KeyColumn(10) meal: Meal
  @IntegerColumn() opensDaysBefore: number
  @TextColumn(5) opensAt: string
  @TextColumn(5) freezeAt: string
  @FlagColumn() freezeDayBefore: boolean
  @TextColumn(5) cutOffAt: string
  @TextColumn(5) servingFrom: string
  @TextColumn(5) servingTo: string
  @IntegerColumn() slotMinutes: number
  @IntegerColumn() slotCapacity: number
  @JsonColumn() releases: PoolRelease[]
  @FlagColumn() servesWeekend: boolean
  @FlagColumn() servesHoliday: boolean
  /** Whoever changes it names the revision they saw, and moves it on; 0 while there is no row. */
  @IntegerColumn({ default: 1 }) revision: number
  /** Null where it was written before anybody noted who. */
  @References('Person', 'fk_menus_meal_changed_by_id')
  @RefColumn({ nullable: true })
  changedById: string | null
  @InstantColumn({ nullable: true }) changedAt: Date | null
}
