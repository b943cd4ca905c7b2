import { Check, Entity, Index } from 'typeorm'

import { InstantColumn, KeyColumn, RefColumn, References } from '../database/entity-columns.js'

/** A meal card. `livePersonId` is there while it works, and unique: a person carries one; a lost one never works again. */
@Entity('people_card')
@Index('uq_people_card_live_person_id', ['livePersonId'], { unique: true })
@Index('ix_people_card_person_id', ['personId'])
@Check('ck_people_card_live', '(live_person_id IS NOT NULL) = (lost_at IS NULL)')
export class Card {
  @KeyColumn(20) number: string
  @References('Person', 'fk_people_card_person_id')
  @RefColumn()
  personId: string
  @RefColumn({ nullable: true }) livePersonId: string | null
  @InstantColumn({ nullable: true }) lostAt: Date | null
  @InstantColumn() createdAt: Date
}
