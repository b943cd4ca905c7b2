import { Check, Entity } from 'typeorm'

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  References,
} from '../database/entity-columns.js'

/** 员工餐 of a canteen: how many portions of which dishes its staff eat, whenever those are on the menu. */
@Entity('kitchen_staff_meal')
@Check('ck_kitchen_staff_meal_portions', 'portions BETWEEN 0 AND 200')
@Check('ck_kitchen_staff_meal_revision', 'revision >= 1')
export class StaffMeal {
  @References('Canteen', 'fk_kitchen_staff_meal_canteen_id')
  @IdColumn()
  canteenId: string
  @IntegerColumn() portions: number
  @JsonColumn() dishIds: string[]
  /** How often it was said. */
  @IntegerColumn({ default: 1 }) revision: number
  @InstantColumn() changedAt: Date
  /** Who said so; null of what was said before it was noted. */
  @References('Person', 'fk_kitchen_staff_meal_changed_by_id')
  @RefColumn({ nullable: true })
  changedById: string | null
}
