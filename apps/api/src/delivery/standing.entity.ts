import type { Meal } from '@wanli/contracts/canteen'
import type { StandingWish } from '@wanli/contracts/standing'
import { Check, Entity, Index } from 'typeorm'

import {
  DayColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/** Meals that come by themselves on some days of the week. Its days are rows of `delivery_standing_weekday`. */
@Entity('delivery_standing')
@Index('ix_delivery_standing_eater_ended', ['eaterId', 'endedAt'])
@Index('ix_delivery_standing_set_up_by_ended', ['setUpById', 'endedAt'])
@Check('ck_delivery_standing_meal', `meal IN ('breakfast', 'lunch', 'dinner')`)
@Check(
  'ck_delivery_standing_pause',
  '(paused_from IS NULL) = (paused_to IS NULL) AND (paused_from IS NULL OR paused_from <= paused_to)',
)
export class Standing {
  @IdColumn() id: string
  @References('Canteen', 'fk_delivery_standing_canteen_id')
  @RefColumn()
  canteenId: string
  @References('Person', 'fk_delivery_standing_eater_id')
  @RefColumn()
  eaterId: string
  @References('Person', 'fk_delivery_standing_set_up_by_id')
  @RefColumn()
  setUpById: string
  @References('Address', 'fk_delivery_standing_address_id')
  @RefColumn()
  addressId: string
  @TextColumn(10) meal: Meal
  @JsonColumn() wishes: StandingWish[]
  @TextColumn(100) note: string
  @DayColumn({ nullable: true }) pausedFrom: string | null
  @DayColumn({ nullable: true }) pausedTo: string | null
  @InstantColumn({ nullable: true }) endedAt: Date | null
  @InstantColumn() createdAt: Date
  /** When its days were last changed, paused or resumed; null when they are as they were set up. */
  @InstantColumn({ nullable: true }) daysChangedAt: Date | null
}
