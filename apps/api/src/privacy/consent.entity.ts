import type { ConsentDocument } from '@wanli/contracts/privacy'
import { Check, Entity, Index } from 'typeorm'

import { IdColumn, InstantColumn, RefColumn, References, TextColumn } from '../database/entity-columns.js'

/**
 * A person's yes to one version of a document, and when they took it back. `standingPersonId` is there until then, and unique with the
 * document and its version: one yes stands, however often it was said at once.
 */
@Entity('privacy_consent')
@Index('uq_privacy_consent_standing', ['standingPersonId', 'document', 'version'], { unique: true })
@Index('ix_privacy_consent_person_id', ['personId'])
@Check('ck_privacy_consent_document', `document IN ('terms', 'privacy', 'sensitive')`)
@Check('ck_privacy_consent_channel', `channel IN ('app', 'paper')`)
@Check('ck_privacy_consent_standing', '(standing_person_id IS NOT NULL) = (withdrawn_at IS NULL)')
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
  @RefColumn({ nullable: true }) standingPersonId: string | null
}
