import { Check, Entity } from 'typeorm'

import { IdColumn, IntegerColumn, KeyColumn, References } from '../database/entity-columns.js'

import type { TemplateKey } from './outbox.rules.js'

/** How many messages of a template a person still allows: the sum of their entries, never below zero. */
@Entity('notices_credit_balance')
@Check('ck_notices_credit_balance_key', `template_key IN ('order', 'mandate', 'money')`)
@Check('ck_notices_credit_balance_floor', 'credits >= 0')
export class CreditBalance {
  @References('Person', 'fk_notices_credit_balance_person_id')
  @IdColumn()
  personId: string
  @KeyColumn(10) templateKey: TemplateKey
  @IntegerColumn() credits: number
}
