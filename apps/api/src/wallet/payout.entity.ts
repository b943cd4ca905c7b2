import { Check, Entity, Index } from 'typeorm'

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/** A person's own money going back to where it came from: refunds of top-ups, and `cashFen` waiting at the desk. */
@Entity('wallet_payout')
@Index('ix_wallet_payout_person_created', ['personId', 'createdAt'])
@Index('ix_wallet_payout_cash_status', ['cashStatus', 'createdAt'])
@Check('ck_wallet_payout_amount', 'amount_fen > 0 AND cash_fen BETWEEN 0 AND amount_fen')
@Check('ck_wallet_payout_cash_status', `cash_status IN ('none', 'pending', 'done')`)
@Check('ck_wallet_payout_cash', `(cash_status = 'none') = (cash_fen = 0)`)
@Check('ck_wallet_payout_cash_paid', `(cash_status = 'done') = (cash_paid_at IS NOT NULL)`)
export class Payout {
  @IdColumn() id: string
  @References('Person', 'fk_wallet_payout_person_id')
  @RefColumn()
  personId: string
  @IntegerColumn() amountFen: number
  @IntegerColumn() cashFen: number
  @TextColumn(10) cashStatus: 'none' | 'pending' | 'done'
  @References('Person', 'fk_wallet_payout_cash_paid_by_id')
  @RefColumn({ nullable: true })
  cashPaidById: string | null
  @InstantColumn({ nullable: true }) cashPaidAt: Date | null
  @InstantColumn() createdAt: Date
}
