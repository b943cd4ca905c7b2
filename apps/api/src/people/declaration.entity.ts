import type { FactKind } from '@wanli/contracts/people'
import { Check, Entity } from 'typeorm'

import { IdColumn, InstantColumn, KeyColumn, References, TextColumn } from '../database/entity-columns.js'

/** What a person says of themself, for a clerk to check. Opens nothing. */
@Entity('people_declaration')
@Check('ck_people_declaration_kind', `kind IN ('birth_day', 'residence', 'hukou', 'welfare_class')`)
export class Declaration {
  @References('Person', 'fk_people_declaration_person_id')
  @IdColumn()
  personId: string
  @KeyColumn(20) kind: FactKind
  @TextColumn(80) value: string
  @InstantColumn() createdAt: Date
}
