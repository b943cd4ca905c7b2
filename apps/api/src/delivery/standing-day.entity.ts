import type { StandingWish } from '@wanli/contracts/standing'
import { Check, Entity } from 'typeorm'

import {
  DayKeyColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  References,
} from '../database/entity-columns.js'

/** What somebody said of one day of a standing order: not this day, or something else. It wins over the pattern. */
@Entity('delivery_standing_day')
@Check('ck_delivery_standing_day_wishes', 'skip = (wishes IS NULL)')
export class StandingDay {
  @References('Standing', 'fk_delivery_standing_day_standing_id')
  @IdColumn()
  standingId: string
  @DayKeyColumn() day: string
  @FlagColumn() skip: boolean
  @JsonColumn({ nullable: true }) wishes: StandingWish[] | null
  @InstantColumn() saidAt: Date
}
