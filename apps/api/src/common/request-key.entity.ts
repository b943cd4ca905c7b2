import { Entity, ForeignKey, Index } from 'typeorm'

import { IdColumn, InstantColumn, JsonColumn, KeyColumn, TextColumn } from '../database/entity-columns.js'

/** What was answered: a reply, or a refusal. */
export type StoredAnswer = { reply: unknown } | { refusal: { code: string; params: Record<string, string | number | boolean> } }

/** An idempotency key a person has used, with the answer it got. */
@Entity('request_key')
@Index('ix_request_key_created_at', ['createdAt'])
export class RequestKey {
  @ForeignKey('Person', { name: 'fk_request_key_person_id' })
  @IdColumn() personId: string
  @KeyColumn(128) keyText: string
  @TextColumn(64) fingerprint: string
  @JsonColumn({ nullable: true }) answer: StoredAnswer | null
  @InstantColumn() createdAt: Date
}
