import { Entity, Index } from 'typeorm'

import { IdColumn, InstantColumn, RefColumn, References, TextColumn } from '../database/entity-columns.js'

/** One use of a staff power: who, what, about whom. Rows are only ever added; `detail` holds no personal data. */
@Entity('privacy_audit')
@Index('ix_privacy_audit_created', ['createdAt', 'id'])
@Index('ix_privacy_audit_action_created', ['action', 'createdAt', 'id'])
@Index('ix_privacy_audit_actor_created', ['actorId', 'createdAt'])
@Index('ix_privacy_audit_subject_id', ['subjectId'])
export class Audit {
  @IdColumn() id: string
  @References('Person', 'fk_privacy_audit_actor_id')
  @RefColumn()
  actorId: string
  /** Name and office at the time. */
  @TextColumn(160) actor: string
  @TextColumn(40) action: string
  /** Id of what it was done to: a person, an order, a mandate. */
  @RefColumn() subjectId: string
  /** The same, masked, for people to read. */
  @TextColumn(160) subject: string
  @TextColumn(200) detail: string
  @InstantColumn() createdAt: Date
}
