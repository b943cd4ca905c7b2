import type { CheckOutcome, HandOverHow } from '@wanli/contracts/delivery'
import { Check, Entity, Index } from 'typeorm'

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/**
 * A meal on its way: on which run, in which place, to whom it was handed over, how a welfare check ended. Made when the courier takes
 * it along. A meal is on one run, and no two are in one place of it.
 */
@Entity('delivery_stop')
@Index('uq_delivery_stop_run_position', ['runId', 'position'], { unique: true })
@Check('ck_delivery_stop_how', `how IN ('seen', 'named', 'other')`)
@Check(
  'ck_delivery_stop_handed',
  '(handed_at IS NULL) = (how IS NULL) AND (handed_at IS NULL) = (handed_by_id IS NULL)',
)
@Check('ck_delivery_stop_receiver', `how = 'seen' OR how IS NULL OR receiver IS NOT NULL`)
@Check('ck_delivery_stop_outcome', `outcome IN ('found', 'hospital', 'other')`)
@Check(
  'ck_delivery_stop_closed',
  '(closed_at IS NULL) = (outcome IS NULL) AND (closed_at IS NULL) = (closed_by_id IS NULL) AND (closed_at IS NULL) = (words IS NULL)',
)
export class Stop {
  @References('Order', 'fk_delivery_stop_order_id')
  @IdColumn()
  orderId: string
  @References('Run', 'fk_delivery_stop_run_id')
  @RefColumn()
  runId: string
  @IntegerColumn() position: number
  @InstantColumn() outAt: Date
  @TextColumn(10, { nullable: true }) how: HandOverHow | null
  /** Who took it in, as they are called; null when the eater was seen. */
  @TextColumn(60, { nullable: true }) receiver: string | null
  @TextColumn(80, { nullable: true }) reason: string | null
  @InstantColumn({ nullable: true }) handedAt: Date | null
  @References('Person', 'fk_delivery_stop_handed_by_id')
  @RefColumn({ nullable: true })
  handedById: string | null
  @TextColumn(10, { nullable: true }) outcome: CheckOutcome | null
  @TextColumn(200, { nullable: true }) words: string | null
  @InstantColumn({ nullable: true }) closedAt: Date | null
  @References('Person', 'fk_delivery_stop_closed_by_id')
  @RefColumn({ nullable: true })
  closedById: string | null
}
