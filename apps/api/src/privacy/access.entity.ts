import { Entity, Index } from 'typeorm'

import { DayColumn, IdColumn, InstantColumn, RefColumn, References, TextColumn } from '../database/entity-columns.js'

/**
 * Somebody looked at a person's data, and why. The person reads these themself. A look that is written once a day has that day in
 * `onceDay`: of one viewer and kind there is one a day (`uq_privacy_access_once_day`).
 */
@Entity('privacy_access')
@Index('ix_privacy_access_person_created', ['personId', 'createdAt', 'id'])
@Index('ix_privacy_access_viewer_id', ['viewerId'])
@Index('uq_privacy_access_once_day', ['personId', 'viewerId', 'what', 'onceDay'], { unique: true })
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
  /** Shanghai day; null where every look is a line of its own. */
  @DayColumn({ nullable: true }) onceDay: string | null
}
