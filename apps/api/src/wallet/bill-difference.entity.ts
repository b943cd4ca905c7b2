import type { BillDifference as BillDifferenceView } from '@wanli/contracts/wallet'
import { Check, Entity, Index } from 'typeorm'

import { DayColumn, IdColumn, IntegerColumn, TextColumn } from '../database/entity-columns.js'

/** One thing WeChat's bill of a day and our books disagree on. `reference` is our number of the payment or refund. */
@Entity('wallet_bill_difference')
@Index('uq_wallet_bill_difference_day_reference', ['day', 'what', 'reference'], { unique: true })
@Check('ck_wallet_bill_difference_kind', `kind IN ('missing_here', 'missing_there', 'amount', 'status')`)
@Check('ck_wallet_bill_difference_what', `what IN ('payment', 'refund')`)
export class BillDifference {
  @IdColumn() id: string
  @DayColumn() day: string
  @TextColumn(20) kind: BillDifferenceView['kind']
  @TextColumn(10) what: BillDifferenceView['what']
  @TextColumn(64) reference: string
  @IntegerColumn({ nullable: true }) hereFen: number | null
  @IntegerColumn({ nullable: true }) thereFen: number | null
}
