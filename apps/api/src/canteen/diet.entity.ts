import { Entity } from 'typeorm'

import { FlagColumn, IdColumn, InstantColumn, JsonColumn, References } from '../database/entity-columns.js'

/** What a person does not eat (allergens, as dishes name them), and how they like it. */
@Entity('canteen_diet')
export class Diet {
  @References('Person', 'fk_canteen_diet_person_id')
  @IdColumn()
  personId: string
  @JsonColumn() avoid: string[]
  @FlagColumn() lowSalt: boolean
  @FlagColumn() soft: boolean
  @InstantColumn() changedAt: Date
}
