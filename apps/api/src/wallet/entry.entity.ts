import { Check, Entity, Index } from 'typeorm'

import {
  BigIntegerColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
} from '../database/entity-columns.js'

/** What a posting does to one account. `balanceAfterFen` is that account's balance once it is applied. */
@Entity('wallet_entry')
@Index('ix_wallet_entry_account_created', ['accountId', 'createdAt', 'id'])
@Index('ix_wallet_entry_posting_id', ['postingId'])
@Check('ck_wallet_entry_amount', 'amount_fen <> 0')
export class Entry {
  @IdColumn() id: string
  @References('Posting', 'fk_wallet_entry_posting_id')
  @RefColumn()
  postingId: string
  @References('Account', 'fk_wallet_entry_account_id')
  @RefColumn()
  accountId: string
  @IntegerColumn() amountFen: number
  @BigIntegerColumn() balanceAfterFen: number
  @InstantColumn() createdAt: Date
}
