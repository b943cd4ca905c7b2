import type { NoticeKind, NoticeSubject } from '@wanli/contracts/notices'
import { Check, Entity, Index } from 'typeorm'

import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  MachineTextColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/**
 * One notice in somebody's inbox. `todo` ones wait for an answer until `settledAt`; of one person there is only one notice with
 * the same `dedupeKey` (`uq_notices_notice_dedupe_key`). At `sendAt` it is looked at whether it also goes out by message; null when
 * that is decided.
 */
@Entity('notices_notice')
@Index('ix_notices_notice_person_created', ['personId', 'createdAt', 'id'])
@Index('ix_notices_notice_person_waits', ['personId', 'todo', 'settledAt', 'readAt'])
@Index('ix_notices_notice_subject', ['subjectKind', 'subjectId'])
@Index('ix_notices_notice_send_at', ['sendAt'])
@Index('uq_notices_notice_dedupe_key', ['dedupeKey', 'personId'], { unique: true })
@Check(
  'ck_notices_notice_kind',
  `kind IN ('order_placed', 'order_cancelled', 'order_handed_over', 'order_refunded', 'order_expired', 'order_ready', 'order_out', 'order_delivered', 'meal_offered', 'menu_changed', 'no_answer', 'run_free', 'mandate_offered', 'mandate_accepted', 'mandate_ended', 'money_added', 'money_paid_out', 'data_viewed', 'account')`,
)
@Check(
  'ck_notices_notice_subject',
  `(subject_kind IS NULL AND subject_id IS NULL) OR (subject_kind IN ('order', 'mandate', 'wallet', 'privacy', 'run') AND subject_id IS NOT NULL)`,
)
@Check('ck_notices_notice_settled', 'settled_at IS NULL OR todo = 1')
export class Notice {
  @IdColumn() id: string
  @References('Person', 'fk_notices_notice_person_id')
  @RefColumn()
  personId: string
  @TextColumn(20) kind: NoticeKind
  @TextColumn(80) title: string
  @TextColumn(200) body: string
  @TextColumn(10, { nullable: true }) subjectKind: NoticeSubject | null
  @RefColumn({ nullable: true }) subjectId: string | null
  @FlagColumn({ default: false }) todo: boolean
  @InstantColumn({ nullable: true }) settledAt: Date | null
  @MachineTextColumn(80, { nullable: true }) dedupeKey: string | null
  @InstantColumn({ nullable: true }) readAt: Date | null
  @InstantColumn() createdAt: Date
  @InstantColumn({ nullable: true }) sendAt: Date | null
}
