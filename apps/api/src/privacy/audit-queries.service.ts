import { Injectable } from '@nestjs/common'
import { DataSource, MoreThanOrEqual } from 'typeorm'

import { Audit } from './audit.entity.js'

/** Most acts of one day that are shown at once. */
const MOST = 30

/** Reads of the audit log for other modules. */
@Injectable()
export class AuditQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** What a member of staff did since an instant, newest first, at most thirty. */
  of(actorId: string, since: Date): Promise<Audit[]> {
    const where = { actorId, createdAt: MoreThanOrEqual(since) }
    return this.dataSource.manager.find(Audit, { where, order: { createdAt: 'DESC', id: 'DESC' }, take: MOST })
  }
}
