import type { MandateTerms } from '@wanli/contracts/mandates'
import { Entity, Index } from 'typeorm'

import { IdColumn, InstantColumn, JsonColumn, References, TextColumn } from '../database/entity-columns.js'

/** The one code a principal may have told somebody; only its keyed hash is kept, and the row goes when it is used. */
@Entity('people_mandate_code')
@Index('uq_people_mandate_code_hash', ['codeHash'], { unique: true })
export class MandateCode {
  @References('Person', 'fk_people_mandate_code_principal_id')
  @IdColumn()
  principalId: string
  @TextColumn(64) codeHash: string
  @JsonColumn() terms: MandateTerms
  @InstantColumn() expiresAt: Date
  @InstantColumn() createdAt: Date
}
