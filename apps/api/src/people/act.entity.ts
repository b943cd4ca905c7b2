import type { MandateScope } from '@wanli/contracts/mandates'
import { Check, Entity, Index } from 'typeorm'

import {
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/** One thing done for somebody under a mandate: by whom, for whom, whose money. */
@Entity('people_act')
@Index('uq_people_act_order_id', ['orderId'], { unique: true })
@Index('ix_people_act_agent_created', ['agentId', 'createdAt', 'id'])
@Index('ix_people_act_principal_created', ['principalId', 'createdAt', 'id'])
@Check('ck_people_act_scope', `scope IN ('meals', 'repairs', 'bookings')`)
@Check('ck_people_act_amount', 'amount_fen >= 0')
export class Act {
  @IdColumn() id: string
  @References('Mandate', 'fk_people_act_mandate_id')
  @RefColumn()
  mandateId: string
  @TextColumn(10) scope: MandateScope
  @TextColumn(80) what: string
  @References('Person', 'fk_people_act_agent_id')
  @RefColumn()
  agentId: string
  @References('Person', 'fk_people_act_principal_id')
  @RefColumn()
  principalId: string
  @References('Person', 'fk_people_act_paid_by_id')
  @RefColumn()
  paidById: string
  @IntegerColumn() amountFen: number
  @RefColumn({ nullable: true }) orderId: string | null
  /** Shanghai day on which it counts against the cap. */
  @DayColumn() day: string
  @InstantColumn({ nullable: true }) undoneAt: Date | null
  @InstantColumn() createdAt: Date
}
