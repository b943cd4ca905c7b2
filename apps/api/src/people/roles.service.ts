import { Injectable } from '@nestjs/common'
import type { Role, RoleGrant, RoleRequest } from '@wanli/contracts/people'
import { DataSource, In, MoreThan, type EntityManager } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { isDuplicateKey } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'

import { Person } from './person.entity.js'
import { toRoleGrant } from './person.view.js'
import { RoleGrantRow } from './role-grant.entity.js'
import { Session } from './session.entity.js'
import { StaffActsService } from './staff-acts.service.js'
import { mayGrant, STAFF_ROLES, STAFF_SESSION_MS } from './staff.rules.js'

/** The scope of a role that is not limited. */
const EVERYWHERE = ''

/** Who may do what: given and taken by officers, each time written into the audit log. */
@Injectable()
export class RolesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly acts: StaffActsService,
    private readonly clock: Clock,
  ) {}

  /** Roles of a person. Throws `people.not_found` (404). */
  async of(personId: string, from: EntityManager = this.dataSource.manager): Promise<RoleGrant[]> {
    await this.personOf(from, personId)
    return (await from.findBy(RoleGrantRow, { personId })).map(toRoleGrant)
  }

  /** Who has a role for each of these scopes, or everywhere; by scope. */
  async holders(from: EntityManager, role: Role, scopeIds: readonly string[]): Promise<Map<string, Set<string>>> {
    const rows = await from.findBy(RoleGrantRow, { role, scopeId: In([EVERYWHERE, ...scopeIds]) })
    const of = (scopeId: string): string[] =>
      rows.filter((row) => row.scopeId === scopeId || row.scopeId === EVERYWHERE).map(({ personId }) => personId)
    return new Map(scopeIds.map((scopeId) => [scopeId, new Set(of(scopeId))]))
  }

  /** Gives a role. Nothing changes when the person has it. Throws `people.role_not_yours` (403), `people.not_found` (404). */
  async grant(caller: Caller, personId: string, { role, scopeId = EVERYWHERE }: RoleRequest): Promise<RoleGrant[]> {
    this.assertMay(caller, personId, role)
    return this.transactions.run(async (tx) => {
      await this.personOf(tx, personId)
      try {
        await tx.insert(RoleGrantRow, { personId, role, scopeId, scopeName: null, grantedAt: this.clock.now() })
        if (STAFF_ROLES.has(role)) await this.shortenSessions(tx, personId)
        await this.acts.record(tx, caller.personId, personId, { action: 'role.grant', detail: role })
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
      return this.of(personId, tx)
    })
  }

  /** Takes a role. Nothing changes when the person does not have it. Throws like {@link grant}. */
  async revoke(caller: Caller, personId: string, { role, scopeId = EVERYWHERE }: RoleRequest): Promise<RoleGrant[]> {
    this.assertMay(caller, personId, role)
    return this.transactions.run(async (tx) => {
      await this.personOf(tx, personId)
      const { affected } = await tx.delete(RoleGrantRow, { personId, role, scopeId })
      if (affected === 1) await this.acts.record(tx, caller.personId, personId, { action: 'role.revoke', detail: role })
      return this.of(personId, tx)
    })
  }

  /** Where they are signed in already ends as staff sessions do. */
  private async shortenSessions(tx: EntityManager, personId: string): Promise<void> {
    const expiresAt = new Date(this.clock.now().getTime() + STAFF_SESSION_MS)
    await tx.update(Session, { personId, expiresAt: MoreThan(expiresAt) }, { expiresAt })
  }

  private assertMay(caller: Caller, personId: string, role: RoleRequest['role']): void {
    const own = caller.roles.map((grant) => grant.role)
    if (caller.personId === personId || !mayGrant(own, role)) throw new DomainError('people.role_not_yours')
  }

  private async personOf(from: EntityManager, id: string): Promise<Person> {
    const person = await from.findOneBy(Person, { id })
    if (person === null || person.erasedAt !== null) throw new DomainError('people.not_found')
    return person
  }
}
