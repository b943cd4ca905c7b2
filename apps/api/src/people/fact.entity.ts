import type { FactKind } from '@wanli/contracts/people'
import { Check, Entity } from 'typeorm'

import { IdColumn, InstantColumn, KeyColumn, References, TextColumn } from '../database/entity-columns.js'

/** A fact about a person that a clerk or a document check has verified. */
@Entity('people_fact')
@Check('ck_people_fact_kind', `kind IN ('birth_day', 'residence', 'hukou', 'welfare_class')`)
export class Fact {
  @References('Person', 'fk_people_fact_person_id')
  @IdColumn()
  personId: string
  @KeyColumn(20) kind: FactKind
  @TextColumn(80) value: string
  @TextColumn(80) verifiedBy: string
  @InstantColumn() verifiedAt: Date
}
