import { Injectable } from '@nestjs/common'
import type { DeskActView, DeskPersonBrief, DeskPersonView } from '@wanli/contracts/desk'
import { maskedName } from '@wanli/kernel/names'
import { ageOn, instantOf } from '@wanli/kernel/shanghai-time'
import { DataSource, In, IsNull, Like, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { AuditQueries } from '../privacy/audit-queries.service.js'
import { ConsentsService } from '../privacy/consents.service.js'
import { LedgerService } from '../wallet/ledger.service.js'

import { CardsQueries } from './cards.queries.js'
import { ContactsQueries } from './contacts.queries.js'
import { readSearch } from './desk.rules.js'
import { FactsQueries } from './facts.queries.js'
import { MandatesQueries } from './mandates.queries.js'
import { Person } from './person.entity.js'

/** Most people a search shows; more means that it says too little. */
const MOST = 8

/** What a clerk sees: masked until something is revealed. */
@Injectable()
export class DeskQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly facts: FactsQueries,
    private readonly contacts: ContactsQueries,
    private readonly cards: CardsQueries,
    private readonly mandates: MandatesQueries,
    private readonly consents: ConsentsService,
    private readonly ledger: LedgerService,
    private readonly audit: AuditQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * People by card number, whole phone number, or surname and the phone's last four digits. Throws `desk.search_too_wide` (422) for
   * anything else or too many, `desk.card_lost` (409).
   */
  async search(q: string): Promise<DeskPersonBrief[]> {
    const { manager } = this.dataSource
    const people = await this.find(manager, q)
    if (people.length > MOST) throw new DomainError('desk.search_too_wide')
    const today = this.clock.today()
    const birthDays = await this.facts.birthDays(
      people.map((person) => person.id),
      today,
    )
    return people.map((person) => brief(person, birthDays.get(person.id), today))
  }

  /** A person on the desk. Throws `desk.person_not_found` (404). */
  async person(id: string, from: EntityManager = this.dataSource.manager): Promise<DeskPersonView> {
    const person = await this.personOf(from, id)
    const today = this.clock.today()
    const { birth_day: birthDay } = await this.facts.on(id, today, from)
    const contacts = await this.contacts.masked(from, id)
    const card = await this.cards.of(id, from)
    const { agents } = await this.mandates.of(id, from)
    return {
      ...brief(person, birthDay, today),
      phone: contacts.phone ?? null,
      idNumber: contacts.id_number ?? null,
      cardNumber: card?.number ?? null,
      cardLost: card?.lost ?? false,
      balanceFen: await this.ledger.balanceOf(from, id),
      facts: await this.facts.views(id, from),
      agents: agents
        .filter(({ status }) => status === 'live' || status === 'offered')
        .map((mandate) => ({ ...mandate, person: { ...mandate.person, name: maskedName(mandate.person.name) } })),
      consentedSensitive: await this.consents.stands(from, id, 'sensitive'),
    }
  }

  /** Somebody who may stand at the desk. Throws `desk.person_not_found` (404), also for an account that was erased. */
  async personOf(from: EntityManager, id: string): Promise<Person> {
    const person = await from.findOneBy(Person, { id, erasedAt: IsNull() })
    if (person === null) throw new DomainError('desk.person_not_found')
    return person
  }

  /** What a clerk did today, newest first. */
  async recent(clerkId: string): Promise<DeskActView[]> {
    const since = instantOf(this.clock.today(), '00:00')
    const rows = await this.audit.of(clerkId, since)
    return rows.map(({ id, subject, detail, createdAt }) => ({
      id,
      personName: subject,
      what: detail,
      at: createdAt.toISOString(),
    }))
  }

  private async find(from: EntityManager, q: string): Promise<Person[]> {
    const search = readSearch(q)
    if (search === null) throw new DomainError('desk.search_too_wide')
    if (search.by === 'tail') {
      const ids = await this.contacts.withPhoneTail(from, search.tail)
      const surname = search.surname.replace(/[%_\\]/g, '')
      if (ids.length === 0 || surname === '') return []
      const where = { id: In(ids), name: Like(`${surname}%`), erasedAt: IsNull() }
      return from.find(Person, { where, take: MOST + 1 })
    }
    const id =
      search.by === 'phone'
        ? await this.contacts.ownerOf(from, 'phone', search.phone)
        : await this.cards.ownerOf(from, search.number)
    return id === null ? [] : from.findBy(Person, { id, erasedAt: IsNull() })
  }
}

function brief(person: Person, birthDay: string | undefined, today: string): DeskPersonBrief {
  return {
    id: person.id,
    name: maskedName(person.name),
    face: person.face,
    age: birthDay === undefined ? null : ageOn(birthDay, today),
    estate: person.estate,
  }
}
