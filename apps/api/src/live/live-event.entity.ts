import type { LiveTopic } from '@wanli/contracts/live'
import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm'

import { InstantColumn, RefColumn, TextColumn } from '../database/entity-columns.js'

/** Something changed: what, for whom (`person:<id>` or `canteen:<id>`), and the row's id. Kept for a day. */
@Entity('live_event')
@Index('ix_live_event_created_at', ['createdAt'])
export class LiveEventRow {
  @PrimaryGeneratedColumn('increment', { type: 'integer' }) id: number
  @TextColumn(50) topic: LiveTopic
  @TextColumn(50) audience: string
  @RefColumn() subjectId: string
  @InstantColumn() createdAt: Date
}
