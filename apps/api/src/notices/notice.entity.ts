import type { NoticeKind } from '@wanli/contracts/notices'
import { Check, Entity, Index } from 'typeorm'

import { IdColumn, InstantColumn, RefColumn, References, TextColumn } from '../database/entity-columns.js'

/** One notice in somebody's inbox. */
@Entity('notices_notice')
@Index('ix_notices_notice_person_created', ['personId', 'createdAt', 'id'])
@Check('ck_notices_notice_kind', `kind IN ('order_placed', 'order_cancelled', 'order_handed_over')`)
export class Notice {
  @IdColumn() id: string
  @References('Person', 'fk_notices_notice_person_id')
  @RefColumn()
  personId: string
  @TextColumn(20) kind: NoticeKind
  @TextColumn(80) title: string
  @TextColumn(200) body: string
  @RefColumn({ nullable: true }) orderId: string | null
  @InstantColumn({ nullable: true }) readAt: Date | null
  @InstantColumn() createdAt: Date
}
