import { Check, Entity, Index } from 'typeorm'

import { IdColumn, InstantColumn, KeyColumn, References, TextColumn } from '../database/entity-columns.js'

/** What a person can be reached or recognised by. */
export type ContactKind = 'phone' | 'id_number'

/** A phone or ID number: sealed, found by keyed hashes of the whole and of its last four characters, shown masked. */
@Entity('people_contact')
@Index('uq_people_contact_blind', ['kind', 'blind'], { unique: true })
@Index('ix_people_contact_tail', ['kind', 'tailBlind'])
@Index('ix_people_contact_key_id', ['keyId'])
@Check('ck_people_contact_kind', `kind IN ('phone', 'id_number')`)
export class Contact {
  @References('Person', 'fk_people_contact_person_id')
  @IdColumn()
  personId: string
  @KeyColumn(10) kind: ContactKind
  @TextColumn(12) keyId: string
  @TextColumn(200) sealed: string
  @TextColumn(64) blind: string
  @TextColumn(64) tailBlind: string
  @TextColumn(20) masked: string
  @InstantColumn() createdAt: Date
}
