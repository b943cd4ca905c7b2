import { Check, Entity, Index } from 'typeorm'

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

import type { TemplateKey } from './outbox.rules.js'

/** One change of what a person allowed: +1 accepted, −1 sent. Never changed, never deleted but with the person. */
@Entity('notices_credit')
@Index('ix_notices_credit_person', ['personId', 'templateKey'])
@Check('ck_notices_credit_key', `template_key IN ('order', 'mandate', 'money')`)
@Check('ck_notices_credit_reason', `reason IN ('accepted', 'sent', 'returned', 'none_left')`)
export class CreditEntry {
  @IdColumn() id: string
  @References('Person', 'fk_notices_credit_person_id')
  @RefColumn()
  personId: string
  @TextColumn(10) templateKey: TemplateKey
  @IntegerColumn() delta: number
  @TextColumn(10) reason: 'accepted' | 'sent' | 'returned' | 'none_left'
  @InstantColumn() createdAt: Date
}
