import type { Meal } from '@wanli/contracts/canteen'
import type { Weekday } from '@wanli/contracts/standing'
import { Check, Entity, Index, PrimaryColumn } from 'typeorm'

import { IdColumn, KeyColumn, RefColumn, References } from '../database/entity-columns.js'

/** A day of the week on which a standing order that goes on brings a meal. One person has one of a meal and weekday. */
@Entity('delivery_standing_weekday')
@Index('ix_delivery_standing_weekday_standing_id', ['standingId'])
@Check('ck_delivery_standing_weekday_weekday', 'weekday BETWEEN 1 AND 7')
export class StandingWeekday {
  @References('Person', 'fk_delivery_standing_weekday_eater_id')
  @IdColumn()
  eaterId: string
  @KeyColumn(10) meal: Meal
  @PrimaryColumn({ type: 'integer' }) weekday: Weekday
  @References('Standing', 'fk_delivery_standing_weekday_standing_id')
  @RefColumn()
  standingId: string
}
