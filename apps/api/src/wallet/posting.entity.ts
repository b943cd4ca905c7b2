import type { PostingKind } from '@wanli/contracts/wallet'
import { Check, Entity, Index } from 'typeorm'

import { IdColumn, InstantColumn, RefColumn, References, TextColumn } from '../database/entity-columns.js'

/** One movement of money; its entries sum to zero. Never changed: a correction is another posting. */
@Entity('wallet_posting')
@Index('uq_wallet_posting_kind_order', ['kind', 'orderId'], { unique: true })
@Check('ck_wallet_posting_kind', `kind IN ('demo_grant', 'order_payment', 'order_refund')`)
export class Posting {
  @IdColumn() id: string
  @TextColumn(20) kind: PostingKind
  @References('Order', 'fk_wallet_posting_order_id')
  @RefColumn({ nullable: true })
  orderId: string | null
  @TextColumn(120) memo: string
  @InstantColumn() createdAt: Date
}
