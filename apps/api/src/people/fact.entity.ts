import type { FactEvidence, FactKind } from '@wanli/contracts/people'
import { Check, Entity } from 'typeorm'

import {
  DayColumn,
  IdColumn,
  InstantColumn,
  KeyColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/** A fact about a person that a clerk or a document check has verified. */
@Entity('people_fact')
@Check('ck_people_fact_kind', `kind IN ('birth_day', 'residence', 'hukou', 'welfare_class')`)
@Check(
  'ck_people_fact_evidence',
  `evidence IN ('id_card', 'hukou_book', 'residence_permit', 'welfare_certificate', 'document')`,
)
export class Fact {
  @References('Person', 'fk_people_fact_person_id')
  @IdColumn()
  personId: string
  @KeyColumn(20) kind: FactKind
  @TextColumn(80) value: string
  @TextColumn(80) verifiedBy: string
  @InstantColumn() verifiedAt: Date
  @TextColumn(20, { default: 'document' }) evidence: FactEvidence
  /** Last Shanghai day on which it counts; null is for good. */
  @DayColumn({ nullable: true }) validUntil: string | null
  @RefColumn({ nullable: true }) verifiedById: string | null
}
