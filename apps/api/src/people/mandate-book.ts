import type { MandateScope } from '@wanli/contracts/mandates'
import { yuan } from '@wanli/kernel/money'

import { DomainError } from '../common/domain-error.js'

import { Mandate } from './mandate.entity.js'
import { capLeftOn, pairOf, spentOn, statusOn } from './mandate.rules.js'

/** Something done for somebody. */
export interface ActRequest {
  agentId: string
  principalId: string
  scope: MandateScope
  amountFen: number
  what: string
  orderId: string | null
  /** Whose money pays when the mandate does not decide it: who pays at WeChat pays themself. */
  paidById?: string
}

/** What stands between an agent and a principal: who pays, and what the cap still allows today (null without a cap). */
export interface Standing {
  payerId: string
  capLeftFen: number | null
}

/** An act as it was counted: under which mandate, and whose money pays. */
export interface CountedAct extends ActRequest {
  mandateId: string
  paidById: string
}

/**
 * Mandates on the table, to be acted under on one Shanghai day. Each act counts before the next is looked at. Whoever opens the
 * book for acting has locked its rows, and keeps it before the transaction ends.
 */
export class MandateBook {
  private readonly byPair: Map<string, Mandate>
  private counted: CountedAct[] = []

  constructor(
    mandates: readonly Mandate[],
    readonly today: string,
  ) {
    this.byPair = new Map(
      mandates.map((mandate) => [pairOf(mandate.principalId, mandate.agentId), Object.assign(new Mandate(), mandate)]),
    )
  }

  /** Whose money pays when the agent acts for the principal, and what is left of the cap. Throws `people.no_mandate` (403). */
  standing(agentId: string, principalId: string, scope: MandateScope): Standing {
    if (agentId === principalId) return { payerId: agentId, capLeftFen: null }
    const mandate = this.live(agentId, principalId, scope)
    return {
      payerId: mandate.payer === 'agent' ? agentId : principalId,
      capLeftFen: capLeftOn(mandate, this.today),
    }
  }

  /**
   * Does something for somebody: counts it against the cap. Answers whose money pays; nothing but that answer when one acts for
   * oneself. Throws `people.no_mandate` (403) and `mandates.cap_reached` (409), and counts nothing.
   */
  act(request: ActRequest): string {
    const { agentId, principalId, scope, amountFen } = request
    if (agentId === principalId) return agentId
    this.assertMay(request)
    const mandate = this.live(agentId, principalId, scope)
    mandate.spentFen = spentOn(mandate, this.today) + amountFen
    mandate.spentDay = this.today
    const paidById = request.paidById ?? (mandate.payer === 'agent' ? agentId : principalId)
    this.counted.push({ ...request, mandateId: mandate.id, paidById })
    return paidById
  }

  /** Throws `people.no_mandate` (403) and `mandates.cap_reached` (409) when the agent may not do this for the principal. */
  assertMay({
    agentId,
    principalId,
    scope,
    amountFen,
  }: Pick<ActRequest, 'agentId' | 'principalId' | 'scope' | 'amountFen'>): void {
    if (agentId === principalId) return
    const mandate = this.live(agentId, principalId, scope)
    const left = capLeftOn(mandate, this.today)
    if (left !== null && amountFen > left)
      throw new DomainError('mandates.cap_reached', { cap: yuan(mandate.dailyCapFen ?? 0), left: yuan(left) })
  }

  /** Hands out, once, what was done and what each mandate that was acted under has spent today, by its id. */
  take(): { acts: CountedAct[]; spent: Map<string, number> } {
    const acts = this.counted
    this.counted = []
    const acted = new Set(acts.map(({ mandateId }) => mandateId))
    const spent = [...this.byPair.values()].filter(({ id }) => acted.has(id)).map(({ id, spentFen }) => [id, spentFen])
    return { acts, spent: new Map(spent as [string, number][]) }
  }

  private live(agentId: string, principalId: string, scope: MandateScope): Mandate {
    const mandate = this.byPair.get(pairOf(principalId, agentId))
    if (mandate === undefined || statusOn(mandate, this.today) !== 'live' || !mandate.scopes.includes(scope))
      throw new DomainError('people.no_mandate')
    return mandate
  }
}
