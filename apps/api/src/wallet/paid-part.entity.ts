import { Check, Entity, Index } from 'typeorm'

import { IdColumn, IntegerColumn, RefColumn, References } from '../database/entity-columns.js'

/** What one account paid of an order and got back since. A refund takes the highest `position` first: last paid, first returned. */
@Entity('wallet_paid_part')
@Index('uq_wallet_paid_part_order_account', ['orderId', 'accountId'], { unique: true })
@Check('ck_wallet_paid_part_refunded', 'refunded_fen BETWEEN 0 AND paid_fen')
export class PaidPart {
  @IdColumn() id: string
  @References('Order', 'fk_wallet_paid_part_order_id')
  @RefColumn()
  orderId: string
  @References('Account', 'fk_wallet_paid_part_account_id')
  @RefColumn()
  accountId: string
  @IntegerColumn() position: number
  @IntegerColumn() paidFen: number
  @IntegerColumn() refundedFen: number
}
