import { Injectable } from '@nestjs/common'
import { instantOf } from '@wanli/kernel/shanghai-time'
import { MoreThanOrEqual, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { newId } from '../common/new-id.js'
import { insertRows } from '../database/bulk.js'

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
  async saw(tx: EntityManager, { viewer, ...request }: SightRequest): Promise<void> {
    const createdAt = this.clock.now()
    await tx.insert(Access, { id: newId(), viewerId: viewer.id, viewer: viewer.label, ...request, createdAt })
  }

  /** The same as {@link sawAll}, but for what the same viewer looked at before on this day: a log with a line for each tap is not read. */
  async sawToday(tx: EntityManager, sights: readonly SightRequest[]): Promise<void> {
    const since = MoreThanOrEqual(instantOf(this.clock.today(), '00:00'))
    const looks = sights.map(({ personId, viewer, what }) => ({
      personId,
      viewerId: viewer.id,
      what,
      createdAt: since,
    }))
    const known = await tx.find(Access, {
      where: looks,
      select: { id: true, personId: true, viewerId: true, what: true },
    })
    const isKnown = ({ personId, viewer, what }: SightRequest): boolean =>
      known.some((row) => row.personId === personId && row.viewerId === viewer.id && row.what === what)
    await this.sawAll(
      tx,
      sights.filter((sight) => !isKnown(sight)),
    )
  }

  /** Records that somebody looked at the data of many, for each of them to read. */
  async sawAll(tx: EntityManager, sights: readonly SightRequest[]): Promise<void> {
    const createdAt = this.clock.now()
    await insertRows(
      tx,
      Access,
      sights.map(({ viewer: { id: viewerId, label: viewer }, personId, what, reason }) => ({
        id: newId(),
        personId,
        viewerId,
        viewer,
        what,
        reason,
        createdAt,
      })),
    )
  }
}
