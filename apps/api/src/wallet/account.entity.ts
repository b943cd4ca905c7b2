import { Check, Entity, Index } from 'typeorm'

import { IdColumn, IntegerColumn, RefColumn, TextColumn } from '../database/entity-columns.js'

/** What an account of the ledger holds. A person's pockets never go below zero; the others may have either sign. */
export type AccountKind = 'person_own' | 'person_gift' | 'canteen_revenue' | 'subsidy_receivable' | 'demo_source'

/** One account of the ledger. `ownerId` is a person, a canteen, or 'street'. */
@Entity('wallet_account')
@Index('uq_wallet_account_kind_owner', ['kind', 'ownerId'], { unique: true })
@Check('ck_wallet_account_floor', 'floor_fen IS NULL OR balance_fen >= floor_fen')
@Check(
  'ck_wallet_account_kind',
  `kind IN ('person_own', 'person_gift', 'canteen_revenue', 'subsidy_receivable', 'demo_source')`,
)
export class Account {
  @IdColumn() id: string
  @TextColumn(20) kind: AccountKind
  @RefColumn() ownerId: string
  @IntegerColumn() balanceFen: number
  @IntegerColumn({ nullable: true }) floorFen: number | null
}
