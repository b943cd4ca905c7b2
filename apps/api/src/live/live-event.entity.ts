import type { LiveTopic } from '@wanli/contracts/live'
import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm'

import { InstantColumn, JsonColumn } from '../database/entity-columns.js'

/** One thing that changed: its topic, for whom (`person:<id>` or `canteen:<id>`), and the id of the row. */
export type StoredChange = [topic: LiveTopic, audience: string, subjectId: string]

/** What one transaction changed, numbered in the order of writing. Kept for a day. */
@Entity('live_event')
@Index('ix_live_event_created_at', ['createdAt'])
export class LiveEventRow {
  @PrimaryGeneratedColumn('increment', { type: 'integer' }) id: number
  @JsonColumn() changes: StoredChange[]
  @InstantColumn() createdAt: Date
}
