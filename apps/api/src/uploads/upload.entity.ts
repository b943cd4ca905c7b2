import type { UploadStatus } from '@wanli/contracts/uploads'
import { Check, Entity, Index } from 'typeorm'

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/**
 * A picture. `owner` is whom it is about: they see it, and it goes with them; that is the uploader until it is attached to
 * something of another person. `askedAt` and `attempts` tell when and how often WeChat was asked about it; `removedAt` that its file
 * is to go, and the row after it.
 */
@Entity('uploads_upload')
@Index('uq_uploads_upload_trace_id', ['traceId'], { unique: true })
@Index('ix_uploads_upload_owner_id', ['ownerId'])
@Index('ix_uploads_upload_uploader_id', ['uploaderId'])
@Index('ix_uploads_upload_status_asked', ['status', 'askedAt'])
@Index('ix_uploads_upload_attached_created', ['attachedAt', 'createdAt'])
@Index('ix_uploads_upload_removed_at', ['removedAt'])
@Check('ck_uploads_upload_status', `status IN ('checking', 'ready', 'refused')`)
@Check('ck_uploads_upload_size', 'width > 0 AND height > 0 AND bytes > 0')
export class Upload {
  @IdColumn() id: string
  @References('Person', 'fk_uploads_upload_owner_id')
  @RefColumn()
  ownerId: string
  @References('Person', 'fk_uploads_upload_uploader_id')
  @RefColumn()
  uploaderId: string
  @TextColumn(8) status: UploadStatus
  @IntegerColumn() width: number
  @IntegerColumn() height: number
  @IntegerColumn() bytes: number
  @TextColumn(64, { nullable: true }) traceId: string | null
  @IntegerColumn() attempts: number
  @InstantColumn({ nullable: true }) askedAt: Date | null
  @InstantColumn({ nullable: true }) attachedAt: Date | null
  @InstantColumn({ nullable: true }) removedAt: Date | null
  @InstantColumn() createdAt: Date
}
