import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { newId } from '../common/new-id.js'
import { insertMissing, insertRows } from '../database/bulk.js'

import { Access } from './access.entity.js'
import { Audit } from './audit.entity.js'

/** A member of staff, as the logs name them: `许阿姨（服务站前台）`. */
export interface StaffLabel {
  id: string
  label: string
}

/** A use of a staff power. `subject` is masked; `detail` holds no personal data. */
export interface AuditRequest {
  actor: StaffLabel
  action: string
  subjectId: string
  subject: string
  detail: string
}

/** Somebody looks at a person's data. */
export interface SightRequest {
  personId: string
  viewer: StaffLabel
  what: string
  reason: string
}

/** The two logs that are only added to: what staff did, and who looked at whose data. */
@Injectable()
export class AuditService {
  constructor(private readonly clock: Clock) {}

  /** Records a use of a staff power, in the transaction of what was done. */
  async record(tx: EntityManager, { actor, ...request }: AuditRequest): Promise<void> {
    const createdAt = this.clock.now()
    await tx.insert(Audit, { id: newId(), actorId: actor.id, actor: actor.label, ...request, createdAt })
  }

  /** Records that somebody looked at a person's data, for that person to read. */
  async saw(tx: EntityManager, sight: SightRequest): Promise<void> {
    await this.sawAll(tx, [sight])
  }

  /** Records that somebody looked at the data of many, for each of them to read. */
  async sawAll(tx: EntityManager, sights: readonly SightRequest[]): Promise<void> {
    await insertRows(tx, Access, this.lines(sights, null))
  }

  /**
   * The same as {@link sawAll}, once a Shanghai day for the same viewer, person and kind: a log with a line for each tap is not read. What
   * is written already, a moment ago in another process too, is there by `uq_privacy_access_once_day` and left out.
   */
  async sawToday(tx: EntityManager, sights: readonly SightRequest[]): Promise<void> {
    const lines = this.lines(sights, this.clock.today())
    await insertMissing(tx, Access, lines, ['personId', 'viewerId', 'what', 'onceDay'])
  }

  private lines(sights: readonly SightRequest[], onceDay: string | null): Access[] {
    const createdAt = this.clock.now()
    return sights.map(({ viewer: { id: viewerId, label: viewer }, personId, what, reason }) => ({
      id: newId(),
      personId,
      viewerId,
      viewer,
      what,
      reason,
      createdAt,
      onceDay,
    }))
  }
}
