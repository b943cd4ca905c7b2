import type { MandatePayer, MandateScope, MandateSource, MandateStatus } from '@wanli/contracts/mandates'
import { Check, Entity, Index } from 'typeorm'

import {
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/**
 * `agent` may act for `principal`. `livePair` is there exactly while it is offered or live, and unique: one at a time between two
 * people. `spentFen` counts what was done on `spentDay` (Shanghai); the cap is held against it by one statement.
 */
@Entity('people_mandate')
@Index('uq_people_mandate_live_pair', ['livePair'], { unique: true })
@Index('ix_people_mandate_principal_id', ['principalId'])
@Index('ix_people_mandate_agent_id', ['agentId'])
@Check('ck_people_mandate_other', `principal_id <> agent_id`)
@Check('ck_people_mandate_status', `status IN ('offered', 'live', 'declined', 'revoked', 'expired')`)
@Check('ck_people_mandate_source', `source IN ('app', 'code', 'desk')`)
@Check('ck_people_mandate_payer', `payer IN ('agent', 'principal')`)
@Check('ck_people_mandate_live_pair', `(live_pair IS NOT NULL) = (status IN ('offered', 'live'))`)
@Check('ck_people_mandate_paper', `source <> 'desk' OR paper_number IS NOT NULL`)
@Check('ck_people_mandate_cap', 'daily_cap_fen IS NULL OR daily_cap_fen > 0')
@Check('ck_people_mandate_spent', 'spent_fen >= 0')
export class Mandate {
  @IdColumn() id: string
  @References('Person', 'fk_people_mandate_principal_id')
  @RefColumn()
  principalId: string
  @References('Person', 'fk_people_mandate_agent_id')
  @RefColumn()
  agentId: string
  @TextColumn(20) relation: string
  @JsonColumn() scopes: MandateScope[]
  @DayColumn({ nullable: true }) validUntil: string | null
  @InstantColumn({ nullable: true }) revokedAt: Date | null
  @InstantColumn() createdAt: Date
  @TextColumn(10, { default: 'live' }) status: MandateStatus
  @TextColumn(5, { default: 'app' }) source: MandateSource
  @TextColumn(9, { default: 'agent' }) payer: MandatePayer
  @IntegerColumn({ nullable: true }) dailyCapFen: number | null
  @TextColumn(40, { nullable: true }) paperNumber: string | null
  @RefColumn({ nullable: true }) photoId: string | null
  @TextColumn(80, { nullable: true }) livePair: string | null
  @DayColumn({ nullable: true }) spentDay: string | null
  @IntegerColumn({ default: 0 }) spentFen: number
}
