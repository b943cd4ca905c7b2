import type { Meal } from '@wanli/contracts/canteen'
import { Check, Entity, Index } from 'typeorm'

import {
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/** A step of {@link Sitting.poolSteps}: from this instant on, so much of what is put aside for elders still is. */
export interface StoredPoolStep {
  from: string
  keptPercent: number
}

/** One canteen's meal on one day. `lastPickup` counts the pick-up numbers given out; a closed one is not served. */
@Entity('canteen_sitting')
@Index('ix_canteen_sitting_day', ['day'])
@Index('uq_canteen_sitting_canteen_day_meal', ['canteenId', 'day', 'meal'], { unique: true })
@Check('ck_canteen_sitting_meal', `meal IN ('breakfast', 'lunch', 'dinner')`)
@Check('ck_canteen_sitting_times', 'opens_at < cut_off_at AND freeze_at <= cut_off_at AND serving_from < serving_to')
@Check('ck_canteen_sitting_closed', '(closed_at IS NULL) = (closed_reason IS NULL)')
@Check('ck_canteen_sitting_closed_by', 'closed_by_id IS NULL OR closed_at IS NOT NULL')
@Check('ck_canteen_sitting_last_pickup', 'last_pickup BETWEEN 0 AND 25974')
export class Sitting {
  @IdColumn() id: string
  @References('Canteen', 'fk_canteen_sitting_canteen_id')
  @RefColumn()
  canteenId: string
  @DayColumn() day: string
  @TextColumn(10) meal: Meal
  @InstantColumn() opensAt: Date
  @InstantColumn() freezeAt: Date
  @InstantColumn() cutOffAt: Date
  @InstantColumn() servingFrom: Date
  @InstantColumn() servingTo: Date
  @IntegerColumn() lastPickup: number
  @JsonColumn({ nullable: true }) poolSteps: StoredPoolStep[] | null
  @InstantColumn({ nullable: true }) closedAt: Date | null
  @TextColumn(80, { nullable: true }) closedReason: string | null
  /** Null where nobody closed it, or before that was noted. */
  @References('Person', 'fk_canteen_sitting_closed_by_id')
  @RefColumn({ nullable: true })
  closedById: string | null
}
