import { Injectable } from '@nestjs/common'
import type { FactKind, MandateScope, PersonBrief, PersonView, UpdateMeRequest } from '@wanli/contracts/people'
import { ageOn } from '@wanli/kernel/shanghai-time'
import { DataSource, In, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Transactions } from '../database/transactions.js'

import { Fact } from './fact.entity.js'
import { Mandate } from './mandate.entity.js'
import { tidyName } from './name.rules.js'
import { Person } from './person.entity.js'
import { toFactView, toMandateView, toPersonBrief, toPersonView, toRoleGrant } from './person.view.js'
import { RoleGrantRow } from './role-grant.entity.js'

/** What other modules may know of a person: a brief and the verified facts by kind. */
export interface KnownPerson {
  brief: PersonBrief
  facts: Partial<Record<FactKind, string>>
}

/** People: who they are, what is verified about them, whom they may act for. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The signed-in person's own page. */
  async me(personId: string): Promise<PersonView> {
    const { manager } = this.dataSource
    const person = await manager.findOneByOrFail(Person, { id: personId })
    const facts = await manager.findBy(Fact, { personId })
    const roles = await manager.findBy(RoleGrantRow, { personId })
    return toPersonView(person, this.age(facts), {
      roles: roles.map(toRoleGrant),
      facts: facts.map(toFactView),
      actsFor: await this.actsFor(personId),
    })
  }

  /** Changes one's own name or mode. Throws `people.name_not_allowed` (422). */
  async update(personId: string, change: UpdateMeRequest): Promise<PersonView> {
    const set: Partial<Person> = {}
    if (change.name !== undefined) set.name = tidyName(change.name)
    if (change.elderMode !== undefined) set.elderMode = change.elderMode
    if (Object.keys(set).length > 0) await this.transactions.run((tx) => tx.update(Person, { id: personId }, set))
    return this.me(personId)
  }

  /** Briefs of people by id. */
  async briefs(ids: string[], from: EntityManager = this.dataSource.manager): Promise<Map<string, PersonBrief>> {
    const people = await from.findBy(Person, { id: In([...new Set(ids)]) })
    return new Map(people.map((person) => [person.id, toPersonBrief(person)]))
  }

  /** A person with their verified facts. Throws Error when there is nobody with this id. */
  async known(personId: string, from: EntityManager = this.dataSource.manager): Promise<KnownPerson> {
    const person = await from.findOneByOrFail(Person, { id: personId })
    const facts = await from.findBy(Fact, { personId })
    return { brief: toPersonBrief(person), facts: Object.fromEntries(facts.map((fact) => [fact.kind, fact.value])) }
  }

  /** Verified birth days by person id, for those who have one. */
  async birthDays(ids: string[], from: EntityManager = this.dataSource.manager): Promise<Map<string, string>> {
    const facts = await from.findBy(Fact, { personId: In([...new Set(ids)]), kind: 'birth_day' })
    return new Map(facts.map((fact) => [fact.personId, fact.value]))
  }

  /** Makes sure that `agentId` may act for `principalId` in this matter. Throws `people.no_mandate` (403). */
  async requireMandate(
    agentId: string,
    principalId: string,
    scope: MandateScope,
    from: EntityManager = this.dataSource.manager,
  ): Promise<void> {
    if (agentId === principalId) return
    const mandate = await from.findOneBy(Mandate, { agentId, principalId })
    if (mandate === null || !this.isLive(mandate) || !mandate.scopes.includes(scope))
      throw new DomainError('people.no_mandate')
  }

  private async actsFor(agentId: string): Promise<PersonView['actsFor']> {
    const mandates = (await this.dataSource.manager.findBy(Mandate, { agentId })).filter((mandate) =>
      this.isLive(mandate),
    )
    const principals = await this.dataSource.manager.findBy(Person, {
      id: In(mandates.map((mandate) => mandate.principalId)),
    })
    const birthDays = await this.birthDays(principals.map((person) => person.id))
    return mandates.flatMap((mandate) => {
      const principal = principals.find((person) => person.id === mandate.principalId)
      const birthDay = birthDays.get(mandate.principalId)
      return principal === undefined
        ? []
        : [toMandateView(mandate, principal, birthDay === undefined ? null : ageOn(birthDay, this.clock.today()))]
    })
  }

  private isLive(mandate: Mandate): boolean {
    return mandate.revokedAt === null && (mandate.validUntil === null || mandate.validUntil >= this.clock.today())
  }

  private age(facts: Fact[]): number | null {
    const birthDay = facts.find((fact) => fact.kind === 'birth_day')?.value
    return birthDay === undefined ? null : ageOn(birthDay, this.clock.today())
  }
}
