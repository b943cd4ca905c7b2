import type { PaymentStatus } from '@wanli/contracts/wallet'
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
 * A payment at WeChat. The row, with its `outTradeNo`, is there before WeChat is called. `openOrderId` is the order while the
 * payment is pending, so that an order has one open payment at most. `nextTryAt` is when WeChat is asked again; null when final.
 */
@Entity('wallet_payment')
@Index('uq_wallet_payment_out_trade_no', ['outTradeNo'], { unique: true })
@Index('uq_wallet_payment_open_order_id', ['openOrderId'], { unique: true })
@Index('uq_wallet_payment_transaction_id', ['transactionId'], { unique: true })
@Index('ix_wallet_payment_next_try', ['nextTryAt'])
@Index('ix_wallet_payment_person_created', ['personId', 'createdAt'])
@Index('ix_wallet_payment_paid_at', ['paidAt'])
@Index('ix_wallet_payment_order_id', ['orderId'])
@Check('ck_wallet_payment_purpose', `(purpose = 'order') = (order_id IS NOT NULL)`)
@Check('ck_wallet_payment_kind', `purpose IN ('top_up', 'order')`)
@Check('ck_wallet_payment_status', `status IN ('pending', 'paid', 'closed', 'late')`)
@Check('ck_wallet_payment_amount', 'amount_fen > 0')
@Check('ck_wallet_payment_refunded', 'refunded_fen BETWEEN 0 AND amount_fen')
@Check('ck_wallet_payment_paid', `(status IN ('paid', 'late')) = (paid_at IS NOT NULL)`)
@Check('ck_wallet_payment_open', `open_order_id IS NULL OR status = 'pending'`)
export class Payment {
  @IdColumn() id: string
  @References('Person', 'fk_wallet_payment_person_id')
  @RefColumn()
  personId: string
  @TextColumn(10) purpose: 'top_up' | 'order'
  @References('Order', 'fk_wallet_payment_order_id')
  @RefColumn({ nullable: true })
  orderId: string | null
  @RefColumn({ nullable: true }) openOrderId: string | null
  @TextColumn(32) outTradeNo: string
  @TextColumn(100) description: string
  @TextColumn(64) openid: string
  @IntegerColumn() amountFen: number
  @IntegerColumn() refundedFen: number
  @TextColumn(10) status: PaymentStatus
  @TextColumn(80, { nullable: true }) prepayId: string | null
  @TextColumn(40, { nullable: true }) transactionId: string | null
  @InstantColumn() expiresAt: Date
  @InstantColumn({ nullable: true }) paidAt: Date | null
  @IntegerColumn() attempts: number
  @InstantColumn({ nullable: true }) nextTryAt: Date | null
  @InstantColumn() createdAt: Date
}
