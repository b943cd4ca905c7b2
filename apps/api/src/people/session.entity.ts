import { Entity, Index } from 'typeorm'

import { IdColumn, InstantColumn, RefColumn, References, TextColumn } from '../database/entity-columns.js'

/** A place where somebody is signed in. Holds only hashes of refresh tokens: the current one and the one before. */
@Entity('people_session')
@Index('ix_people_session_person_id', ['personId'])
@Index('ix_people_session_expires_at', ['expiresAt'])
export class Session {
  @IdColumn() id: string
  @References('Person', 'fk_people_session_person_id')
  @RefColumn()
  personId: string
  @TextColumn(80) device: string
  @TextColumn(64) refreshHash: string
  @TextColumn(64, { nullable: true }) previousHash: string | null
  @InstantColumn() rotatedAt: Date
  @InstantColumn() expiresAt: Date
  @InstantColumn({ nullable: true }) revokedAt: Date | null
  @InstantColumn() createdAt: Date
}
