import { Injectable } from '@nestjs/common'
import type { DeskMandateRequest, DeskNewPersonRequest, RevealRequest, VerifyFactRequest } from '@wanli/contracts/desk'
import type { FactKind } from '@wanli/contracts/people'
import { maskedName } from '@wanli/kernel/names'
import type { EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'
import { isDuplicateKey } from '../database/constraint-errors.js'
import { AuditService } from '../privacy/audit.service.js'
import { ConsentsService } from '../privacy/consents.service.js'
import { UploadsService } from '../uploads/uploads.service.js'

import { CardsService } from './cards.service.js'
import { ContactsService } from './contacts.service.js'
import { isFactValue } from './fact.rules.js'
import { FactsService } from './facts.service.js'
import { Mandate } from './mandate.entity.js'
import { MandatesService } from './mandates.service.js'
import { isIdNumber } from './mask.rules.js'
import { tidyName } from './name.rules.js'
import { PeopleService } from './people.service.js'
import { Person } from './person.entity.js'
import { SightsService } from './sights.service.js'
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
    private readonly people: PeopleService,
    private readonly welcome: WelcomeService,
    private readonly facts: FactsService,
    private readonly contacts: ContactsService,
    private readonly cards: CardsService,
    private readonly mandates: MandatesService,
    private readonly consents: ConsentsService,
    private readonly audit: AuditService,
    private readonly sights: SightsService,
    private readonly uploads: UploadsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes an account for somebody who comes for the first time; answers its id. Throws `people.name_not_allowed`,
   * `desk.id_number_wrong`, `desk.consent_missing` (422), `desk.phone_taken`, `desk.id_number_taken` (409).
   */
  async create(tx: EntityManager, clerkId: string, request: DeskNewPersonRequest): Promise<string> {
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
    if (consentPaper !== undefined) await this.consents.giveOnPaper(tx, id, 'sensitive', consentPaper)
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
    await this.record(tx, clerkId, id, 'desk.create', '第一次来，建了账号')
    return id
  }

  /** A clerk opens a person's page: the person can read who and when, and is told once a day. Throws `desk.person_not_found` (404). */
  async open(tx: EntityManager, clerkId: string, personId: string): Promise<void> {
    await this.personOf(tx, personId)
    const viewer = await this.people.labelOf(clerkId, tx)
    const sight = { personId, viewer, what: '资料页', reason: '在前台办事' }
    await this.sights.saw(tx, sight, 'page', '在前台打开了你的资料')
  }

  /** The clerk has seen the evidence of a fact. Throws `desk.fact_value_wrong` (422), `desk.oneself` (403), `desk.person_not_found` (404). */
  async verify(
    tx: EntityManager,
    clerkId: string,
    personId: string,
    kind: FactKind,
    { value, evidence, validUntil }: VerifyFactRequest,
  ): Promise<void> {
    this.assertOther(clerkId, personId)
    await this.personOf(tx, personId)
    if (!isFactValue(kind, value, this.clock.today())) throw new DomainError('desk.fact_value_wrong')
    const clerk = await this.people.labelOf(clerkId, tx)
    const how = { evidence, validUntil, verifiedBy: clerk.label, verifiedById: clerkId }
    await this.facts.verify(tx, { personId, kind, value: value.trim(), ...how })
    await this.record(tx, clerkId, personId, 'desk.verify', `核对${FACT_NAMES[kind]}`)
  }

  /**
   * Shows one thing in full, once, with a reason that the person can read. Throws `desk.nothing_to_reveal` (404),
   * `desk.person_not_found` (404).
   */
  async reveal(
    tx: EntityManager,
    clerkId: string,
    personId: string,
    { field, reason }: RevealRequest,
  ): Promise<string> {
    const person = await this.personOf(tx, personId)
    const value = field === 'name' ? person.name : await this.contacts.reveal(tx, personId, field)
    if (value === null) throw new DomainError('desk.nothing_to_reveal')
    const viewer = await this.people.labelOf(clerkId, tx)
    await this.record(tx, clerkId, personId, 'desk.reveal', `看了${FIELD_NAMES[field]}`)
    await this.sights.saw(tx, { personId, viewer, what: FIELD_NAMES[field], reason }, field)
    return value
  }

  /** Gives a person a card in place of the one before. Throws `desk.card_taken` (409), `desk.person_not_found` (404). */
  async giveCard(tx: EntityManager, clerkId: string, personId: string, number: string): Promise<void> {
    await this.personOf(tx, personId)
    await this.cards.give(tx, personId, number)
    await this.record(tx, clerkId, personId, 'desk.card', '发了新饭卡')
  }

  /** Stops a person's card. Nothing happens when they carry none. Throws `desk.person_not_found` (404). */
  async loseCard(tx: EntityManager, clerkId: string, personId: string): Promise<void> {
    await this.personOf(tx, personId)
    if (await this.cards.lose(tx, personId)) await this.record(tx, clerkId, personId, 'desk.card_lost', '挂失饭卡')
  }

  /**
   * Records a mandate that the principal has signed on paper; a photo of it is the principal's from then on. Throws `desk.oneself`
   * (403), `desk.person_not_found`, `uploads.not_found` (404).
   */
  async recordMandate(tx: EntityManager, clerkId: string, request: DeskMandateRequest): Promise<void> {
    const { principalId, agentId, photoId = null } = request
    this.assertOther(clerkId, principalId)
    this.assertOther(clerkId, agentId)
    await this.personOf(tx, principalId)
    await this.personOf(tx, agentId)
    if (photoId !== null) await this.uploads.attach(tx, { id: photoId, uploaderId: clerkId, ownerId: principalId })
    await this.mandates.begin(tx, { ...request, source: 'desk', photoId })
    await this.record(tx, clerkId, principalId, 'desk.mandate', '登记纸质代办同意书')
  }

  /** Ends a mandate for a principal who stands at the desk; answers whose it was. Throws `mandates.not_found` (404). */
  async revokeMandate(tx: EntityManager, clerkId: string, id: string): Promise<string> {
    const mandate = await tx.findOneBy(Mandate, { id })
    if (mandate === null) throw new DomainError('mandates.not_found')
    this.assertOther(clerkId, mandate.principalId)
    await this.mandates.end(tx, mandate, clerkId)
    await this.record(tx, clerkId, mandate.principalId, 'desk.mandate_end', '停用代办')
    return mandate.principalId
  }

  private async personOf(tx: EntityManager, id: string): Promise<Person> {
    const person = await tx.findOneBy(Person, { id })
    if (person === null || person.erasedAt !== null) throw new DomainError('desk.person_not_found')
    return person
  }

  private assertOther(clerkId: string, personId: string): void {
    if (clerkId === personId) throw new DomainError('desk.oneself')
  }

  private async record(
    tx: EntityManager,
    clerkId: string,
    personId: string,
    action: string,
    detail: string,
  ): Promise<void> {
    const actor = await this.people.labelOf(clerkId, tx)
    const person = await tx.findOneByOrFail(Person, { id: personId })
    await this.audit.record(tx, { actor, action, subjectId: personId, subject: maskedName(person.name), detail })
  }
}
