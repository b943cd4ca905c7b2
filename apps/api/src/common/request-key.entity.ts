import type { ErrorCode } from '@wanli/contracts/errors'
import { Entity, Index } from 'typeorm'

import {
  IdColumn,
  InstantColumn,
  LongTextColumn,
  MachineKeyColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

import type { RefusalParams } from './domain-error.js'

/** What was answered: a reply, the id of what was made, which is answered as it is now, or a refusal. */
export type StoredAnswer =
  { reply: unknown } | { made: string } | { refusal: { code: ErrorCode; params: RefusalParams } }

/** An idempotency key a person has used, with the answer it got. */
@Entity('request_key')
@Index('ix_request_key_created_at', ['createdAt'])
export class RequestKey {
  @References('Person', 'fk_request_key_person_id')
  @IdColumn()
  personId: string
  @MachineKeyColumn(128) keyText: string
  @TextColumn(64) fingerprint: string
  /** A {@link StoredAnswer} as JSON, sealed but for what was made. */
  @LongTextColumn({ nullable: true }) answer: string | null
  @InstantColumn() createdAt: Date
}
