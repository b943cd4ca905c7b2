import { Entity, PrimaryColumn } from 'typeorm'

import { InstantColumn, IntegerColumn } from '../database/entity-columns.js'

/** One day's bill of WeChat was compared with our books, the last time at `checkedAt`. */
@Entity('wallet_bill_check')
export class BillCheck {
  @PrimaryColumn({ type: 'date' }) day: string
  @InstantColumn() checkedAt: Date
  @IntegerColumn() payments: number
  @IntegerColumn() refunds: number
}
