import type { ConsentDocument } from '@wanli/contracts/privacy'
import { Check, Entity, Index } from 'typeorm'

import { IdColumn, InstantColumn, RefColumn, References, TextColumn } from '../database/entity-columns.js'

/** A person's yes to one version of a document, and when they took it back. */
@Entity('privacy_consent')
@Index('ix_privacy_consent_person_id', ['personId'])
@Check('ck_privacy_consent_document', `document IN ('terms', 'privacy', 'sensitive')`)
@Check('ck_privacy_consent_channel', `channel IN ('app', 'paper')`)
@Check('ck_privacy_consent_paper', `(channel = 'paper') = (paper_number IS NOT NULL)`)
export class Consent {
  @IdColumn() id: string
  @References('Person', 'fk_privacy_consent_person_id')
  @RefColumn()
  personId: string
  @TextColumn(10) document: ConsentDocument
  @TextColumn(20) version: string
  @TextColumn(5) channel: 'app' | 'paper'
  @TextColumn(40, { nullable: true }) paperNumber: string | null
  @InstantColumn() givenAt: Date
  @InstantColumn({ nullable: true }) withdrawnAt: Date | null
}
