import { Check, Entity, Index } from 'typeorm'

import { BigIntegerColumn, IdColumn, IntegerColumn, RefColumn, TextColumn } from '../database/entity-columns.js'

/**
 * What an account of the ledger holds. A person's pockets never go below zero; the others may have either sign. What others owe
 * us is negative: `subsidy_receivable`, `wechat_clearing` (money that lies at WeChat), `cash_drawer` (notes in a desk's drawer).
 * `cash_difference` is what drawers were found to hold more (negative) or less (positive) than the books said.
 * What we owe is positive: `canteen_revenue`, `payout_pending` (on its way back to a person), `deposit`.
 */
export type AccountKind =
  | 'person_own'
  | 'person_gift'
  | 'canteen_revenue'
  | 'subsidy_receivable'
  | 'demo_source'
  | 'wechat_clearing'
  | 'cash_drawer'
  | 'payout_pending'
  | 'deposit'
  | 'cash_difference'

/** One account of the ledger. `ownerId` is a person, a canteen, or 'street'. */
@Entity('wallet_account')
@Index('uq_wallet_account_kind_owner', ['kind', 'ownerId'], { unique: true })
@Check('ck_wallet_account_floor', 'floor_fen IS NULL OR balance_fen >= floor_fen')
@Check(
  'ck_wallet_account_kind',
  `kind IN ('person_own', 'person_gift', 'canteen_revenue', 'subsidy_receivable', 'demo_source', 'wechat_clearing', 'cash_drawer', 'payout_pending', 'deposit', 'cash_difference')`,
)
export class Account {
  @IdColumn() id: string
  @TextColumn(20) kind: AccountKind
  @RefColumn() ownerId: string
  @BigIntegerColumn() balanceFen: number
  @IntegerColumn({ nullable: true }) floorFen: number | null
}
