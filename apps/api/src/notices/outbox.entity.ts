import type { NoticeKind } from '@wanli/contracts/notices'
import { Check, Entity, Index } from 'typeorm'

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

import type { TemplateKey, Way } from './outbox.rules.js'

/**
 * A notice on its way out of the house. It may go from `readyAt` on, and starts a message at `dueAt`. `way` says in which line it
 * stands. Who holds the lease sends it; `creditKey` says that a credit of that template is taken for it already.
 */
@Entity('notices_outbox')
@Index('uq_notices_outbox_notice_id', ['noticeId'], { unique: true })
@Index('ix_notices_outbox_status_way_due', ['status', 'way', 'dueAt'])
@Index('ix_notices_outbox_person_status', ['personId', 'status'])
@Index('ix_notices_outbox_lease_owner', ['leaseOwner'])
@Check(
  'ck_notices_outbox_kind',
  `kind IN ('order_placed', 'order_cancelled', 'order_handed_over', 'order_refunded', 'order_expired', 'order_ready', 'order_out', 'order_delivered', 'meal_offered', 'menu_changed', 'no_answer', 'run_free', 'mandate_offered', 'mandate_accepted', 'mandate_ended', 'money_added', 'money_paid_out', 'data_viewed', 'account')`,
)
@Check('ck_notices_outbox_status', `status IN ('waiting', 'sent', 'inbox', 'dead')`)
@Check('ck_notices_outbox_channel', `channel IS NULL OR channel IN ('wechat', 'sms', 'voice')`)
@Check('ck_notices_outbox_way', `way IN ('wechat', 'elders')`)
@Check('ck_notices_outbox_done', `(status = 'waiting') = (done_at IS NULL)`)
@Check('ck_notices_outbox_lease', '(lease_owner IS NULL) = (lease_until IS NULL)')
export class OutboxRow {
  @IdColumn() id: string
  @References('Notice', 'fk_notices_outbox_notice_id')
  @RefColumn()
  noticeId: string
  @References('Person', 'fk_notices_outbox_person_id')
  @RefColumn()
  personId: string
  @TextColumn(20) kind: NoticeKind
  @TextColumn(10) status: 'waiting' | 'sent' | 'inbox' | 'dead'
  @TextColumn(10, { nullable: true }) channel: 'wechat' | 'sms' | 'voice' | null
  @TextColumn(10, { default: 'wechat' }) way: Way
  @InstantColumn() readyAt: Date
  @InstantColumn() dueAt: Date
  @IntegerColumn() attempts: number
  @RefColumn({ nullable: true }) leaseOwner: string | null
  @InstantColumn({ nullable: true }) leaseUntil: Date | null
  @TextColumn(10, { nullable: true }) creditKey: TemplateKey | null
  @TextColumn(80, { nullable: true }) lastError: string | null
  @InstantColumn() createdAt: Date
  @InstantColumn({ nullable: true }) doneAt: Date | null
}
