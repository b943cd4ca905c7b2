import type { MandateScope } from '@wanli/contracts/people'
import { Check, Entity, Index } from 'typeorm'

import {
  DayColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/** `agent` may act for `principal`. One row per pair; a new mandate replaces the old one. */
@Entity('people_mandate')
@Index('uq_people_mandate_pair', ['principalId', 'agentId'], { unique: true })
@Index('ix_people_mandate_agent_id', ['agentId'])
@Check('ck_people_mandate_other', `principal_id <> agent_id`)
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
}
