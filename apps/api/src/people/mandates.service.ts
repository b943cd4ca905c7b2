/*
 * What must never happen: two mandates of a pair at once, or one that was answered, changed or ended twice. `uq_people_mandate_live_pair`
 * refuses the second; each step is an UPDATE that compares the state it leaves. Acting under them is `mandate-acts.service.ts`.
 */
import { Injectable } from '@nestjs/common'
import type { AskMandateRequest, MandateTerms } from '@wanli/contracts/mandates'
import { In, LessThan, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { newId } from '../common/new-id.js'
import { isDuplicateKey } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'

import { ContactsQueries } from './contacts.queries.js'
import { ContentService } from './content.service.js'
import { MandateNoticesService } from './mandate-notices.service.js'
import { Mandate } from './mandate.entity.js'
import { pairOf, statusOn } from './mandate.rules.js'

/** A mandate about to begin. */
export interface NewMandate extends MandateTerms {
  principalId: string
  agentId: string
  relation: string
  source: Mandate['source']
  paperNumber: string | null
  photoId: string | null
}

/** Mandates: asked for, given, changed, ended. */
@Injectable()
export class MandatesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
    private readonly content: ContentService,
    private readonly contacts: ContactsQueries,
    private readonly news: MandateNoticesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks whoever has this phone number. Says nothing about whether somebody has. Throws `uploads.content_refused`, `mandates.oneself`,
   * `mandates.ends_in_past` (422), `mandates.exists` (409) when the caller already acts for them.
   */
  async ask(agentId: string, once: OnceRequest, request: AskMandateRequest): Promise<{ asked: true }> {
    await this.content.assertDecent(agentId, request.relation, 'profile')
    return this.idempotency.once(once, async (tx) => {
      await this.askIn(tx, agentId, request)
      return { asked: true as const }
    })
  }

  /** The same in a transaction, of words that nobody has to look at. Throws what {@link ask} throws but for them. */
  async askIn(tx: EntityManager, agentId: string, request: AskMandateRequest): Promise<void> {
    this.assertAhead(request.validUntil)
    const principalId = await this.contacts.ownerOf(tx, 'phone', request.principalPhone)
    if (principalId === null) return
    if (principalId === agentId) throw new DomainError('mandates.oneself')
    await this.expire(tx, principalId, agentId)
    const standing = await tx.findOneBy(Mandate, { livePair: pairOf(principalId, agentId) })
    if (standing?.status === 'live') throw new DomainError('mandates.exists')
    if (standing !== null) return
    const terms = { ...request, principalId, agentId, paperNumber: null, photoId: null }
    const mandate = await this.insert(tx, { ...terms, source: 'app' }, 'offered')
    await this.news.asked(tx, mandate)
  }

  /** A mandate that the principal has agreed to elsewhere: by telling a code, or on paper. It takes the place of one or an offer before. */
  async begin(tx: EntityManager, request: NewMandate): Promise<Mandate> {
    const { principalId, agentId } = request
    if (principalId === agentId) throw new DomainError('mandates.oneself')
    this.assertAhead(request.validUntil)
    const before = await tx.findOneBy(Mandate, { livePair: pairOf(principalId, agentId) })
    if (before !== null) {
      const ended = { status: 'revoked' as const, livePair: null, revokedAt: this.clock.now() }
      await tx.update(Mandate, { id: before.id }, ended)
      await this.news.settled(tx, before.id)
    }
    const mandate = await this.insert(tx, request, 'live')
    await this.news.begun(tx, mandate)
    return mandate
  }

  /** The principal answers an offer. Throws `mandates.not_found` (404), `mandates.state_changed` (409). */
  async answer(principalId: string, id: string, accepted: boolean): Promise<void> {
    await this.transactions.run(async (tx) => {
      const mandate = await this.own(tx, { id, principalId })
      const next = accepted ? { status: 'live' as const } : { status: 'declined' as const, livePair: null }
      const { affected } = await tx.update(Mandate, { id, status: 'offered' }, next)
      if (affected !== 1 || statusOn(mandate, this.clock.today()) === 'expired')
        throw new DomainError('mandates.state_changed')
      await this.news.settled(tx, id)
      if (accepted) await this.news.begun(tx, mandate)
      else await this.news.ended(tx, mandate, mandate.agentId, '没有答应')
    })
  }

  /** The principal changes what a live mandate allows. Throws `mandates.not_found` (404), `mandates.state_changed` (409). */
  async change(
    principalId: string,
    id: string,
    { scopes, dailyCapFen, payer, validUntil }: MandateTerms,
  ): Promise<void> {
    this.assertAhead(validUntil)
    await this.transactions.run(async (tx) => {
      const mandate = await this.own(tx, { id, principalId })
      const terms = { scopes, dailyCapFen, payer, validUntil }
      const { affected } = await tx.update(Mandate, { id, status: 'live' }, terms)
      if (affected !== 1 || statusOn(mandate, this.clock.today()) === 'expired')
        throw new DomainError('mandates.state_changed')
    })
  }

  /** Either side ends a mandate or an offer. Throws `mandates.not_found` (404), `mandates.state_changed` (409). */
  async revoke(callerId: string, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const mandate = await tx.findOneBy(Mandate, { id })
      if (mandate === null || ![mandate.principalId, mandate.agentId].includes(callerId))
        throw new DomainError('mandates.not_found')
      await this.end(tx, mandate, callerId)
    })
  }

  /** Ends a mandate in somebody's name, and tells the other side (both, when a desk did it). */
  async end(tx: EntityManager, mandate: Mandate, endedBy: string): Promise<void> {
    const ended = { status: 'revoked' as const, livePair: null, revokedAt: this.clock.now() }
    const { affected } = await tx.update(Mandate, { id: mandate.id, status: In(['live', 'offered']) }, ended)
    if (affected !== 1) throw new DomainError('mandates.state_changed')
    await this.news.settled(tx, mandate.id)
    for (const side of [mandate.principalId, mandate.agentId])
      if (side !== endedBy) await this.news.ended(tx, mandate, side, '停用了')
  }

  private async insert(tx: EntityManager, request: NewMandate, status: 'offered' | 'live'): Promise<Mandate> {
    const { principalId, agentId, relation, source, paperNumber, photoId } = request
    const mandate: Mandate = {
      id: newId(),
      principalId,
      agentId,
      relation,
      scopes: request.scopes,
      dailyCapFen: request.dailyCapFen,
      payer: request.payer,
      validUntil: request.validUntil,
      status,
      source,
      paperNumber,
      photoId,
      livePair: pairOf(principalId, agentId),
      spentDay: null,
      spentFen: 0,
      revokedAt: null,
      createdAt: this.clock.now(),
    }
    try {
      await tx.insert(Mandate, mandate)
    } catch (error) {
      if (isDuplicateKey(error)) throw new DomainError('mandates.state_changed')
      throw error
    }
    return mandate
  }

  /** Marks what ran out, so that its pair is free again. */
  private async expire(tx: EntityManager, principalId: string, agentId: string): Promise<void> {
    const over = { livePair: pairOf(principalId, agentId), validUntil: LessThan(this.clock.today()) }
    await tx.update(Mandate, over, { status: 'expired', livePair: null })
  }

  private async own(tx: EntityManager, key: { id: string; principalId: string }): Promise<Mandate> {
    const mandate = await tx.findOneBy(Mandate, key)
    if (mandate === null) throw new DomainError('mandates.not_found')
    return mandate
  }

  private assertAhead(validUntil: string | null): void {
    if (validUntil !== null && validUntil < this.clock.today()) throw new DomainError('mandates.ends_in_past')
  }
}
