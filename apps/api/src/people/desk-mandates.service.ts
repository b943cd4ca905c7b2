import { Injectable } from '@nestjs/common'
import type { DeskMandateRequest, DeskPersonView } from '@wanli/contracts/desk'

import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { Transactions } from '../database/transactions.js'
import { UploadsService } from '../uploads/uploads.service.js'

import { DeskQueries } from './desk.queries.js'
import { assertNotOneself } from './desk.rules.js'
import { Mandate } from './mandate.entity.js'
import { MandatesService } from './mandates.service.js'
import { StaffActsService } from './staff-acts.service.js'

/** Mandates of people who stand at the desk: given on paper, ended in words. Each act names the clerk in the audit log. */
@Injectable()
export class DeskMandatesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
    private readonly mandates: MandatesService,
    private readonly acts: StaffActsService,
    private readonly uploads: UploadsService,
    private readonly queries: DeskQueries,
  ) {}

  /**
   * Records a mandate that the principal has signed on paper; a photo of it is the principal's from then on. Throws `desk.oneself`
   * (403), `desk.person_not_found`, `uploads.not_found` (404).
   */
  record(clerkId: string, once: OnceRequest, request: DeskMandateRequest): Promise<DeskPersonView> {
    const { principalId, agentId, photoId = null } = request
    return this.idempotency.once(once, async (tx) => {
      for (const personId of [principalId, agentId]) assertNotOneself(clerkId, personId)
      for (const personId of [principalId, agentId]) await this.queries.personOf(tx, personId)
      if (photoId !== null) await this.uploads.attach(tx, { id: photoId, uploaderId: clerkId, ownerId: principalId })
      await this.mandates.begin(tx, { ...request, source: 'desk', photoId })
      const act = { action: 'desk.mandate', detail: '登记纸质代办同意书' }
      await this.acts.record(tx, clerkId, principalId, act)
      return this.queries.person(principalId, tx)
    })
  }

  /** Ends a mandate for a principal who stands at the desk. Throws `desk.oneself` (403), `mandates.not_found` (404). */
  async revoke(clerkId: string, id: string): Promise<DeskPersonView> {
    const principalId = await this.transactions.run(async (tx) => {
      const mandate = await tx.findOneBy(Mandate, { id })
      if (mandate === null) throw new DomainError('mandates.not_found')
      assertNotOneself(clerkId, mandate.principalId)
      await this.mandates.end(tx, mandate, clerkId)
      await this.acts.record(tx, clerkId, mandate.principalId, { action: 'desk.mandate_end', detail: '停用代办' })
      return mandate.principalId
    })
    return this.queries.person(principalId)
  }
}
