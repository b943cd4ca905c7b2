import type { CashCount, DayFigures } from '@wanli/contracts/counter'
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

/** 日结: a day of a canteen, counted and closed. Never changed. `figures` is what the books said then. */
@Entity('counter_day_close')
@Index('uq_counter_day_close_canteen_day', ['canteenId', 'day'], { unique: true })
@Check('ck_counter_day_close_difference', 'difference_fen = counted_fen - expected_fen')
@Check('ck_counter_day_close_note', `difference_fen = 0 OR note <> ''`)
@Check('ck_counter_day_close_counted', 'counted_fen >= 0')
export class DayClose {
  @IdColumn() id: string
  @References('Canteen', 'fk_counter_day_close_canteen_id')
  @RefColumn()
  canteenId: string
  @DayColumn() day: string
  @JsonColumn() figures: DayFigures
  @JsonColumn() cashCount: CashCount
  @IntegerColumn() expectedFen: number
  @IntegerColumn() countedFen: number
  @IntegerColumn() differenceFen: number
  @TextColumn(200) note: string
  @References('Person', 'fk_counter_day_close_closed_by_id')
  @RefColumn()
  closedById: string
  @InstantColumn() createdAt: Date
}
