import { Check, Entity, Index } from 'typeorm'

import {
  DayKeyColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/** `placing`: being ordered now; `by_hand`: somebody had ordered or cancelled this meal by hand. */
export type StandingOutcome = 'placing' | 'ordered' | 'by_hand' | 'skipped' | 'failed'

/**
 * What became of one day of a standing order: one row, so that a day is ordered once, and a failure told once. `round` grows when
 * somebody changes a day that was ordered already.
 */
@Entity('delivery_standing_result')
@Index('uq_delivery_standing_result_order_id', ['orderId'], { unique: true })
@Index('ix_delivery_standing_result_outcome', ['outcome'])
@Check('ck_delivery_standing_result_outcome', `outcome IN ('placing', 'ordered', 'by_hand', 'skipped', 'failed')`)
@Check('ck_delivery_standing_result_order', `(outcome = 'ordered') = (order_id IS NOT NULL)`)
@Check('ck_delivery_standing_result_reason', `(outcome = 'failed') = (reason IS NOT NULL)`)
export class StandingResult {
  @References('Standing', 'fk_delivery_standing_result_standing_id')
  @IdColumn()
  standingId: string
  @DayKeyColumn() day: string
  @IntegerColumn() round: number
  @TextColumn(10) outcome: StandingOutcome
  @References('Order', 'fk_delivery_standing_result_order_id')
  @RefColumn({ nullable: true })
  orderId: string | null
  @TextColumn(120, { nullable: true }) reason: string | null
  @InstantColumn() changedAt: Date
}
