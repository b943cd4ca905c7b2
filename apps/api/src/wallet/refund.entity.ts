import { Check, Entity, Index } from 'typeorm'

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/** States of a refund at WeChat. `waiting` was not accepted yet; `abnormal` could not be returned and went to the wallet. */
export type RefundStatus = 'waiting' | 'processing' | 'success' | 'abnormal'

/** Money on its way back through WeChat. The same `outRefundNo` is asked for until WeChat has decided. */
@Entity('wallet_refund')
@Index('uq_wallet_refund_out_refund_no', ['outRefundNo'], { unique: true })
@Index('ix_wallet_refund_next_try', ['nextTryAt'])
@Index('ix_wallet_refund_payment_id', ['paymentId'])
@Index('ix_wallet_refund_payout_id', ['payoutId'])
@Index('ix_wallet_refund_done_at', ['doneAt'])
@Check('ck_wallet_refund_amount', 'amount_fen > 0')
@Check('ck_wallet_refund_status', `status IN ('waiting', 'processing', 'success', 'abnormal')`)
@Check('ck_wallet_refund_done', `(status IN ('success', 'abnormal')) = (done_at IS NOT NULL)`)
export class Refund {
  @IdColumn() id: string
  @References('Payment', 'fk_wallet_refund_payment_id')
  @RefColumn()
  paymentId: string
  @References('Payout', 'fk_wallet_refund_payout_id')
  @RefColumn({ nullable: true })
  payoutId: string | null
  @TextColumn(64) outRefundNo: string
  @IntegerColumn() amountFen: number
  @TextColumn(80) reason: string
  @TextColumn(12) status: RefundStatus
  @TextColumn(40, { nullable: true }) refundId: string | null
  @IntegerColumn() attempts: number
  @InstantColumn({ nullable: true }) nextTryAt: Date | null
  @InstantColumn({ nullable: true }) doneAt: Date | null
  @InstantColumn() createdAt: Date
}
