import { Check, Entity, Index } from 'typeorm'

import {
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  References,
} from '../database/entity-columns.js'

/** Meals of one courier's round, as counted at the freeze. Who the courier is may change later, and is not kept. */
export interface StoredRun {
  runId: string | null
  name: string
  portions: number
}

/** 备餐单: the count of a sitting. Never changed once it is there: there is no UPDATE of it anywhere. `lastWeek` is orders, too. */
@Entity('kitchen_sheet')
@Index('uq_kitchen_sheet_sitting_id', ['sittingId'], { unique: true })
@Index('uq_kitchen_sheet_canteen_day_number', ['canteenId', 'day', 'number'], { unique: true })
@Check('ck_kitchen_sheet_orders', 'orders = dine_in + pick_up + delivery')
export class Sheet {
  @IdColumn() id: string
  @References('Sitting', 'fk_kitchen_sheet_sitting_id')
  @RefColumn()
  sittingId: string
  @References('Canteen', 'fk_kitchen_sheet_canteen_id')
  @RefColumn()
  canteenId: string
  @DayColumn() day: string
  @IntegerColumn() number: number
  @IntegerColumn() orders: number
  @IntegerColumn() dineIn: number
  @IntegerColumn() pickUp: number
  @IntegerColumn() delivery: number
  @IntegerColumn() elders: number
  @IntegerColumn({ nullable: true }) lastWeek: number | null
  @JsonColumn() runs: StoredRun[]
  @InstantColumn() createdAt: Date
}
