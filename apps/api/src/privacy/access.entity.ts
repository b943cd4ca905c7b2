import { Entity, Index } from 'typeorm'

import { IdColumn, InstantColumn, RefColumn, References, TextColumn } from '../database/entity-columns.js'

/** Somebody looked at a person's data, and why. The person reads these themself. */
@Entity('privacy_access')
@Index('ix_privacy_access_person_created', ['personId', 'createdAt', 'id'])
@Index('ix_privacy_access_viewer_id', ['viewerId'])
export class Access {
  @IdColumn() id: string
  @References('Person', 'fk_privacy_access_person_id')
  @RefColumn()
  personId: string
  @References('Person', 'fk_privacy_access_viewer_id')
  @RefColumn()
  viewerId: string
  /** Name and office at the time. */
  @TextColumn(160) viewer: string
  @TextColumn(40) what: string
  @TextColumn(200) reason: string
  @InstantColumn() createdAt: Date
}
