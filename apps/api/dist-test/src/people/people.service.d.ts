import type { FactKind, MandateScope, PersonBrief, PersonView, UpdateMeRequest } from '@wanli/contracts/people'
import { DataSource, type EntityManager } from 'typeorm'
import { Clock } from '../common/clock.js'
import { Transactions } from '../database/transactions.js'
/** What other modules may know of a person: a brief and the verified facts by kind. */
export interface KnownPerson {
  brief: PersonBrief
  facts: Partial<Record<FactKind, string>>
}
/** People: who they are, what is verified about them, whom they may act for. */
export declare class PeopleService {
  private readonly dataSource
  private readonly transactions
  private readonly clock
  constructor(dataSource: DataSource, transactions: Transactions, clock: Clock)
  /** The signed-in person's own page. */
  me(personId: string): Promise<PersonView>
  /** Changes one's own name or mode. Throws `people.name_not_allowed` (422). */
  update(personId: string, change: UpdateMeRequest): Promise<PersonView>
  /** Briefs of people by id. */
  briefs(ids: string[], from?: EntityManager): Promise<Map<string, PersonBrief>>
  /** A person with their verified facts. Throws Error when there is nobody with this id. */
  known(personId: string, from?: EntityManager): Promise<KnownPerson>
  /** Verified birth days by person id, for those who have one. */
  birthDays(ids: string[], from?: EntityManager): Promise<Map<string, string>>
  /** Makes sure that `agentId` may act for `principalId` in this matter. Throws `people.no_mandate` (403). */
  requireMandate(agentId: string, principalId: string, scope: MandateScope, from?: EntityManager): Promise<void>
  private actsFor
  private isLive
  private age
}
