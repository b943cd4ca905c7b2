import { Injectable } from '@nestjs/common'
import { maskedName } from '@wanli/kernel/names'
import type { EntityManager } from 'typeorm'

import { AuditService } from '../privacy/audit.service.js'

import { PeopleService } from './people.service.js'

/** What staff do for or to a person, in the audit log: the member of staff by name and office, the person masked. */
@Injectable()
export class StaffActsService {
  constructor(
    private readonly people: PeopleService,
    private readonly audit: AuditService,
  ) {}

  /** Records an act in the transaction that does it. `detail` holds no personal data. */
  async record(
    tx: EntityManager,
    actorId: string,
    personId: string,
    { action, detail }: { action: string; detail: string },
  ): Promise<void> {
    const actor = await this.people.labelOf(actorId, tx)
    const name = (await this.people.briefs([personId], tx)).get(personId)?.name ?? ''
    await this.audit.record(tx, { actor, action, subjectId: personId, subject: maskedName(name), detail })
  }
}
