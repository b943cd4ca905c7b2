import { Injectable } from '@nestjs/common'
import type { DeskNewPersonRequest, DeskPersonView, RevealRequest, VerifyFactRequest } from '@wanli/contracts/desk'
import type { FactKind } from '@wanli/contracts/people'
import type { EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { newId } from '../common/new-id.js'
import { isDuplicateKey } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'

import { CardsService } from './cards.service.js'
import { ContactsService } from './contacts.service.js'
import { DeskConsentsService } from './desk-consents.service.js'
import { DeskQueries } from './desk.queries.js'
import { assertNotOneself } from './desk.rules.js'
import { isFactValue } from './fact.rules.js'
import { FactsService } from './facts.service.js'
import { isIdNumber } from './mask.rules.js'
import { tidyName } from './name.rules.js'
import { PeopleService } from './people.service.js'
import { SightsService } from './sights.service.js'
import { StaffActsService } from './staff-acts.service.js'
import { WelcomeService } from './welcome.service.js'

const FIELD_NAMES = { name: '姓名', phone: '手机号', id_number: '身份证号' } as const
const FACT_NAMES: Record<FactKind, string> = {
  birth_day: '出生日期',
  residence: '住址',
  hukou: '户籍',
  welfare_class: '低保登记',
}

/** What a clerk does for whoever stands at the desk. Each act names the clerk in the audit log. */
@Injectable()
export class DeskService {
  constructor(
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
    private readonly queries: DeskQueries,
    private readonly people: PeopleService,
    private readonly welcome: WelcomeService,
    private readonly facts: FactsService,
    private readonly contacts: ContactsService,
    private readonly cards: CardsService,
    private readonly consents: DeskConsentsService,
    private readonly acts: StaffActsService,
    private readonly sights: SightsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes an account for somebody who comes for the first time. Throws `people.name_not_allowed`, `desk.id_number_wrong`,
   * `desk.consent_missing` (422), `desk.phone_taken`, `desk.id_number_taken` (409).
   */
  create(clerkId: string, once: OnceRequest, request: DeskNewPersonRequest): Promise<DeskPersonView> {
    return this.idempotency.once(once, async (tx) => {
      const id = await this.add(tx, clerkId, request)
      await this.acts.record(tx, clerkId, id, { action: 'desk.create', detail: '第一次来，建了账号' })
      return this.queries.person(id, tx)
    })
  }

  /**
   * A clerk opens a person's page: the person can read who and when, and is told, both once a day, since the page is loaded anew many times
   * in one visit. Throws `desk.person_not_found` (404).
   */
  async open(clerkId: string, personId: string): Promise<DeskPersonView> {
    await this.transactions.run(async (tx) => {
      await this.queries.personOf(tx, personId)
      const viewer = await this.people.labelOf(clerkId, tx)
      const sight = { personId, viewer, what: '资料页', reason: '在前台办事' }
      await this.sights.sawToday(tx, sight, 'page', '在前台打开了你的资料')
    })
    return this.queries.person(personId)
  }

  /**
   * The clerk has seen the evidence of a fact. Throws `desk.fact_value_wrong` and, for what is kept only with a consent,
   * `desk.consent_missing` (422), `desk.oneself` (403), `desk.person_not_found` (404).
   */
  async verify(
    clerkId: string,
    personId: string,
    kind: FactKind,
    { value, evidence, validUntil, consentPaper: number }: VerifyFactRequest,
  ): Promise<DeskPersonView> {
    assertNotOneself(clerkId, personId)
    await this.transactions.run(async (tx) => {
      await this.queries.personOf(tx, personId)
      if (!isFactValue(kind, value, this.clock.today())) throw new DomainError('desk.fact_value_wrong')
      await this.consents.allow(tx, kind, { clerkId, personId, number })
      const clerk = await this.people.labelOf(clerkId, tx)
      const how = { evidence, validUntil, verifiedBy: clerk.label, verifiedById: clerkId }
      await this.facts.verify(tx, { personId, kind, value: value.trim(), ...how })
      await this.acts.record(tx, clerkId, personId, { action: 'desk.verify', detail: `核对${FACT_NAMES[kind]}` })
    })
    return this.queries.person(personId)
  }

  /**
   * Shows one thing in full, once, with a reason that the person can read. Throws `desk.nothing_to_reveal` (404),
   * `desk.person_not_found` (404).
   */
  reveal(clerkId: string, personId: string, { field, reason }: RevealRequest): Promise<string> {
    return this.transactions.run(async (tx) => {
      const person = await this.queries.personOf(tx, personId)
      const value = field === 'name' ? person.name : await this.contacts.reveal(tx, personId, field)
      if (value === null) throw new DomainError('desk.nothing_to_reveal')
      const viewer = await this.people.labelOf(clerkId, tx)
      await this.acts.record(tx, clerkId, personId, { action: 'desk.reveal', detail: `看了${FIELD_NAMES[field]}` })
      const what = FIELD_NAMES[field]
      await this.sights.saw(tx, { personId, viewer, what, reason }, field, `看了你的${what}：「${reason}」`)
      return value
    })
  }

  /** Gives a person a card in place of the one before. Throws `desk.card_taken` (409), `desk.person_not_found` (404). */
  async giveCard(clerkId: string, personId: string, number: string): Promise<DeskPersonView> {
    await this.transactions.run(async (tx) => {
      await this.queries.personOf(tx, personId)
      await this.cards.give(tx, personId, number)
      await this.acts.record(tx, clerkId, personId, { action: 'desk.card', detail: '发了新饭卡' })
    })
    return this.queries.person(personId)
  }

  /** Stops a person's card. Nothing happens when they carry none. Throws `desk.person_not_found` (404). */
  async loseCard(clerkId: string, personId: string): Promise<DeskPersonView> {
    await this.transactions.run(async (tx) => {
      await this.queries.personOf(tx, personId)
      if (!(await this.cards.lose(tx, personId))) return
      await this.acts.record(tx, clerkId, personId, { action: 'desk.card_lost', detail: '挂失饭卡' })
    })
    return this.queries.person(personId)
  }

  /** Adds the person, what they consent to on paper, and how they are reached. Answers the id. */
  private async add(tx: EntityManager, clerkId: string, request: DeskNewPersonRequest): Promise<string> {
    const { phone, idNumber, consentPaper } = request
    if (idNumber !== undefined && !isIdNumber(idNumber)) throw new DomainError('desk.id_number_wrong')
    // PIPL art. 29: an ID number needs a consent of its own.
    if (idNumber !== undefined && consentPaper === undefined) throw new DomainError('desk.consent_missing')
    const id = newId()
    await this.welcome.add(tx, {
      id,
      name: tidyName(request.name),
      face: request.face,
      estate: request.estate?.trim() ?? null,
    })
    if (consentPaper !== undefined) await this.consents.take(tx, { clerkId, personId: id, number: consentPaper })
    try {
      if (phone !== undefined) await this.contacts.keep(tx, id, 'phone', phone)
    } catch (error) {
      if (isDuplicateKey(error)) throw new DomainError('desk.phone_taken')
      throw error
    }
    try {
      if (idNumber !== undefined) await this.contacts.keep(tx, id, 'id_number', idNumber)
    } catch (error) {
      if (isDuplicateKey(error)) throw new DomainError('desk.id_number_taken')
      throw error
    }
    return id
  }
}
