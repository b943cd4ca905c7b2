import type { Face } from '@wanli/contracts/people'
import { Entity, Index } from 'typeorm'

import { FlagColumn, IdColumn, InstantColumn, TextColumn } from '../database/entity-columns.js'

/** A person with an account, or known to a desk. */
@Entity('people_person')
@Index('ix_people_person_deletion_at', ['deletionAt'])
export class Person {
  @IdColumn() id: string
  @TextColumn(160) name: string
  @TextColumn(20) face: Face
  @TextColumn(40, { nullable: true }) estate: string | null
  @FlagColumn() elderMode: boolean
  @InstantColumn() createdAt: Date
  /** When the account is to be forgotten; null when nobody asked. */
  @InstantColumn({ nullable: true }) deletionAt: Date | null
  /** When it was. */
  @InstantColumn({ nullable: true }) erasedAt: Date | null
}
