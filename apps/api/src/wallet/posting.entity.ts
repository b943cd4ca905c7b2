import type { PostingKind } from '@wanli/contracts/wallet'
import { Check, Entity, Index } from 'typeorm'

import { IdColumn, InstantColumn, RefColumn, References, TextColumn } from '../database/entity-columns.js'

/**
 * One movement of money; its entries sum to zero. Never changed: a correction is another posting. `dedupeKey` names what it is for
 * (`order_refund:<order>:<line>`), so that it can happen once; a grant of the demo has none.
 */
@Entity('wallet_posting')
@Index('uq_wallet_posting_dedupe_key', ['dedupeKey'], { unique: true })
@Check(
  'ck_wallet_posting_kind',
  `kind IN ('demo_grant', 'order_payment', 'order_refund', 'top_up_wechat', 'top_up_cash', 'gift', 'payout', 'payout_returned', 'wechat_receipt', 'wechat_refund', 'reversal', 'cash_difference')`,
)
export class Posting {
  @IdColumn() id: string
  @TextColumn(20) kind: PostingKind
  @References('Order', 'fk_wallet_posting_order_id')
  @RefColumn({ nullable: true })
  orderId: string | null
  @TextColumn(100, { nullable: true }) dedupeKey: string | null
  @TextColumn(120) memo: string
  @InstantColumn() createdAt: Date
}
