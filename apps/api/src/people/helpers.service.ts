import { Injectable } from '@nestjs/common'
import type { MandateScope } from '@wanli/contracts/mandates'
import { In, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'

import { Mandate } from './mandate.entity.js'
import { statusOn } from './mandate.rules.js'

/** Who may act for whom, to look at; whoever acts opens the book of `mandates.service.ts`. */
@Injectable()
export class HelpersService {
  constructor(private readonly clock: Clock) {}

  /** Who may act for each of these people in one kind of thing today, those longest entrusted first. */
  async agentsOf(
    from: EntityManager,
    principalIds: readonly string[],
    scope: MandateScope,
  ): Promise<Map<string, string[]>> {
    const agents = new Map(principalIds.map((id): [string, string[]] => [id, []]))
    if (agents.size === 0) return agents
    const where = { principalId: In([...agents.keys()]), status: 'live' as const }
    const rows = await from.find(Mandate, { where, order: { createdAt: 'ASC', id: 'ASC' } })
    const today = this.clock.today()
    for (const row of rows)
      if (row.scopes.includes(scope) && statusOn(row, today) === 'live') agents.get(row.principalId)?.push(row.agentId)
    return agents
  }

  /** Whose money pays when somebody does this for a person today, by id; null when they may not. */
  async payerOf(
    from: EntityManager,
    agentId: string,
    principalId: string,
    scope: MandateScope,
  ): Promise<string | null> {
    if (agentId === principalId) return agentId
    const row = await from.findOneBy(Mandate, { agentId, principalId, status: 'live' })
    if (row === null || statusOn(row, this.clock.today()) !== 'live' || !row.scopes.includes(scope)) return null
    return row.payer === 'agent' ? agentId : principalId
  }

  /** Whether somebody may do this for a person today; everybody may for themself. */
  async mayAct(from: EntityManager, agentId: string, principalId: string, scope: MandateScope): Promise<boolean> {
    if (agentId === principalId) return true
    return ((await this.agentsOf(from, [principalId], scope)).get(principalId) ?? []).includes(agentId)
  }
}
