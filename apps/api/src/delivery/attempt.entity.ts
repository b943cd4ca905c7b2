import type { AttemptOutcome, LadderStep } from '@wanli/contracts/delivery'
import { Check, Entity, Index } from 'typeorm'

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/** One step that was done when nobody answered the door, once; `nth` counts the contacts that were called, and the calls to the committee. */
@Entity('delivery_attempt')
@Index('uq_delivery_attempt_order_step_nth', ['orderId', 'step', 'nth'], { unique: true })
@Check('ck_delivery_attempt_step', `step IN ('knock', 'self', 'contact', 'committee', 'emergency')`)
@Check('ck_delivery_attempt_outcome', `outcome IN ('no_answer', 'answered', 'told')`)
@Check('ck_delivery_attempt_nth', `nth >= 0 AND (nth = 0 OR step IN ('contact', 'committee'))`)
export class Attempt {
  @IdColumn() id: string
  @References('Order', 'fk_delivery_attempt_order_id')
  @RefColumn()
  orderId: string
  @TextColumn(10) step: Exclude<LadderStep, 'wait'>
  @IntegerColumn() nth: number
  @TextColumn(10) outcome: AttemptOutcome
  @TextColumn(100) words: string
  @InstantColumn() at: Date
  @References('Person', 'fk_delivery_attempt_by_id')
  @RefColumn()
  byId: string
}
