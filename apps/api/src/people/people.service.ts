import { Injectable } from '@nestjs/common'
import type { FactKind, PersonBrief, PersonView, Role, UpdateMeRequest } from '@wanli/contracts/people'
import { needsConsent } from '@wanli/kernel/sensitive-facts'
import { ageOn } from '@wanli/kernel/shanghai-time'
import { DataSource, In, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { isDuplicateKey } from '../database/constraint-errors.js'
import { lockRows, rowsIn } from '../database/rows.js'
import { Transactions } from '../database/transactions.js'
import type { StaffLabel } from '../privacy/audit.service.js'
import { ConsentsService } from '../privacy/consents.service.js'

import { ContactsQueries } from './contacts.queries.js'
import { ContactsService } from './contacts.service.js'
import { isFactValue } from './fact.rules.js'
import { FactsQueries } from './facts.queries.js'
import { FactsService } from './facts.service.js'
import { Identity } from './identity.entity.js'
import { MandatesQueries } from './mandates.queries.js'
import { tidyName } from './name.rules.js'
import { Person } from './person.entity.js'
import { toPersonBrief, toPersonView, toRoleGrant } from './person.view.js'
import { RoleGrantRow } from './role-grant.entity.js'
import { staffLabel } from './staff.rules.js'

/** What somebody is called of whom nothing was noted. */
const SOMEBODY = '同事'

/** What other modules may know of a person: a brief and the verified facts by kind. */
export interface KnownPerson {
  brief: PersonBrief
  facts: Partial<Record<FactKind, string>>
}

/** A person, whether they are not forgotten, and what counted of them on a Shanghai day. */
export interface Dossier {
  brief: PersonBrief
  isHere: boolean
  factsOn: (day: string) => KnownPerson['facts']
}

/** How a person can be reached outside the app. */
export interface Reach {
  /** Their openid in our mini-program; null when they never came from WeChat. */
  openid: string | null
  elderMode: boolean
}

/** People: who they are, and what is known of them. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly facts: FactsQueries,
    private readonly factWrites: FactsService,
    private readonly mandates: MandatesQueries,
    private readonly contacts: ContactsService,
    private readonly contactReads: ContactsQueries,
    private readonly consents: ConsentsService,
    private readonly clock: Clock,
  ) {}

  /** The signed-in person's own page. */
  async me(personId: string): Promise<PersonView> {
    const { manager } = this.dataSource
    const person = await manager.findOneByOrFail(Person, { id: personId })
    const today = this.clock.today()
    const { birth_day: birthDay } = await this.facts.on(personId, today)
    const roles = await manager.findBy(RoleGrantRow, { personId })
    return toPersonView(person, {
      age: birthDay === undefined ? null : ageOn(birthDay, today),
      roles: roles.map(toRoleGrant),
      facts: await this.facts.views(personId),
      mandates: await this.mandates.of(personId),
      contacts: await this.contactReads.masked(manager, personId),
      hasWechat: await manager.existsBy(Identity, { personId, provider: 'wechat' }),
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

  /**
   * Writes down what a person says of themself, for a clerk to check. Throws `desk.fact_value_wrong` (422) and, of what is kept only with
   * a consent, `privacy.consent_first` (409).
   */
  async declare(personId: string, kind: FactKind, value: string): Promise<PersonView> {
    if (!isFactValue(kind, value, this.clock.today())) throw new DomainError('desk.fact_value_wrong')
    await this.transactions.run(async (tx) => {
      if (needsConsent(kind) && !(await this.consents.hold(tx, personId, 'sensitive')))
        throw new DomainError('privacy.consent_first')
      await this.factWrites.declare(tx, personId, kind, value.trim())
    })
    return this.me(personId)
  }

  /** Keeps a person's phone number. Throws `people.phone_taken` (409) when it is another's. */
  async keepPhone(personId: string, phone: string): Promise<PersonView> {
    try {
      await this.transactions.run((tx) => this.contacts.keep(tx, personId, 'phone', phone))
    } catch (error) {
      if (isDuplicateKey(error)) throw new DomainError('people.phone_taken')
      throw error
    }
    return this.me(personId)
  }

  /** Briefs of people by id. */
  async briefs(ids: string[], from: EntityManager = this.dataSource.manager): Promise<Map<string, PersonBrief>> {
    const people = await rowsIn(from, Person, 'id', ids)
    return new Map(people.map((person) => [person.id, toPersonBrief(person)]))
  }

  /** What a member of staff is called for whoever comes after them: their name, or a colleague where nobody is noted. */
  async colleague(id: string | null, from: EntityManager): Promise<string> {
    return (id === null ? undefined : (await this.briefs([id], from)).get(id)?.name) ?? SOMEBODY
  }

  /** A person with the facts that count on a Shanghai day. Throws `people.not_found` (404) for nobody, and for who was forgotten. */
  async known(personId: string, day: string, from: EntityManager = this.dataSource.manager): Promise<KnownPerson> {
    const person = await from.findOneBy(Person, { id: personId })
    if (person === null || person.erasedAt !== null) throw new DomainError('people.not_found')
    return { brief: toPersonBrief(person), facts: await this.facts.on(personId, day, from) }
  }

  /** People by id, each with the facts that count on a day of one's choice: for many at once. */
  async dossiers(ids: string[], from: EntityManager): Promise<Map<string, Dossier>> {
    const wanted = [...new Set(ids)]
    const [people, facts] = await Promise.all([rowsIn(from, Person, 'id', wanted), this.facts.of(wanted, from)])
    return new Map(
      people.map((person) => {
        const isHere = person.erasedAt === null
        return [person.id, { brief: toPersonBrief(person), isHere, factsOn: (day) => facts(person.id, day) }]
      }),
    )
  }

  /** Those of these people whose account was erased. */
  async erasedOf(ids: readonly string[], from: EntityManager): Promise<Set<string>> {
    const people = await rowsIn(from, Person, 'id', ids)
    return new Set(people.filter(({ erasedAt }) => erasedAt !== null).map(({ id }) => id))
  }

  /** Whether somebody is not forgotten; locked until the transaction ends, so that they are not forgotten meanwhile. */
  async isHere(tx: EntityManager, personId: string): Promise<boolean> {
    const [person] = await lockRows(tx, Person, [personId])
    return person?.erasedAt === null
  }

  /** Locks a person until the transaction ends, for whoever counts what the person has and then adds to it. */
  async lock(tx: EntityManager, personId: string): Promise<void> {
    await lockRows(tx, Person, [personId])
  }

  /** Verified birth days by person id, for those who have one today. */
  birthDays(ids: string[], from: EntityManager = this.dataSource.manager): Promise<Map<string, string>> {
    return this.facts.birthDays(ids, this.clock.today(), from)
  }

  /** A member of staff as the logs name them. */
  async labelOf(personId: string, from: EntityManager = this.dataSource.manager): Promise<StaffLabel> {
    const person = await from.findOneByOrFail(Person, { id: personId })
    const roles = await from.findBy(RoleGrantRow, { personId })
    return {
      id: personId,
      label: staffLabel(
        person.name,
        roles.map(({ role }): Role => role),
      ),
    }
  }

  /** How each of these people can be reached. */
  async reaches(personIds: readonly string[]): Promise<ReadonlyMap<string, Reach>> {
    if (personIds.length === 0) return new Map()
    const { manager } = this.dataSource
    const [people, identities] = await Promise.all([
      manager.find(Person, { where: { id: In(personIds) }, select: { id: true, elderMode: true } }),
      manager.findBy(Identity, { personId: In(personIds), provider: 'wechat' }),
    ])
    const openids = new Map(identities.map(({ personId, subject }) => [personId, subject]))
    return new Map(people.map(({ id, elderMode }) => [id, { openid: openids.get(id) ?? null, elderMode }]))
  }

  /** The person's openid at WeChat; null when they never came from there. */
  async openidOf(personId: string, from: EntityManager = this.dataSource.manager): Promise<string | null> {
    return (await from.findOneBy(Identity, { personId, provider: 'wechat' }))?.subject ?? null
  }
}
