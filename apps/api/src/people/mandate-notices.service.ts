import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

import { NoticesService } from '../notices/notices.service.js'

import type { Mandate } from './mandate.entity.js'
import { payerForAgent, payerForPrincipal, termsText } from './mandate.rules.js'
import { Person } from './person.entity.js'

/** What the two sides of a mandate are told. */
@Injectable()
export class MandateNoticesService {
  constructor(private readonly notices: NoticesService) {}

  /** The principal is asked, and answers in the inbox. */
  async asked(tx: EntityManager, mandate: Mandate): Promise<void> {
    const agent = await tx.findOneByOrFail(Person, { id: mandate.agentId })
    await this.notices.tell(tx, [
      {
        personId: mandate.principalId,
        kind: 'mandate_offered',
        title: `${agent.name}想替你办事`,
        body: `${termsText(mandate, payerForPrincipal(mandate, agent.name))}。你说可以才算`,
        subject: { kind: 'mandate', id: mandate.id },
        todo: true,
        urgent: true,
      },
    ])
  }

  /** The question in the principal's inbox is answered or gone. */
  async settled(tx: EntityManager, mandateId: string): Promise<void> {
    await this.notices.settle(tx, { kind: 'mandate', id: mandateId })
  }

  /** Both sides hear that a mandate has begun. */
  async begun(tx: EntityManager, mandate: Mandate): Promise<void> {
    const { principalId, agentId } = mandate
    const principal = await tx.findOneByOrFail(Person, { id: principalId })
    const agent = await tx.findOneByOrFail(Person, { id: agentId })
    const subject = { kind: 'mandate' as const, id: mandate.id }
    const kind = 'mandate_accepted' as const
    const forAgent = termsText(mandate, payerForAgent(mandate, principal.name))
    const forPrincipal = termsText(mandate, payerForPrincipal(mandate, agent.name))
    await this.notices.tell(tx, [
      { personId: agentId, kind, title: `可以替${principal.name}办事了`, body: forAgent, subject },
      { personId: principalId, kind, title: `${agent.name}可以替你办事了`, body: forPrincipal, subject },
    ])
  }

  /** One side hears that it has ended, and how. */
  async ended(tx: EntityManager, mandate: Mandate, personId: string, how: string): Promise<void> {
    const otherId = personId === mandate.agentId ? mandate.principalId : mandate.agentId
    const other = await tx.findOneByOrFail(Person, { id: otherId })
    await this.notices.tell(tx, [
      {
        personId,
        kind: 'mandate_ended',
        title: `和${other.name}的代办${how}`,
        body: '从现在起不能再替办，已经订好的不变',
        subject: { kind: 'mandate', id: mandate.id },
      },
    ])
  }
}
