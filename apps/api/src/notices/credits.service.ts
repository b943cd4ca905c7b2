/*
 * What must never happen: one consent used for two messages. The UPDATE in `take` lowers the balance only while it is above zero
 * and must affect one row; `ck_notices_credit_balance_floor` refuses anything else.
 */
import { Injectable } from '@nestjs/common'
import type { CreditsRequest, TemplateView } from '@wanli/contracts/notices'
import { DataSource, In, MoreThan, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { newId } from '../common/new-id.js'
import { isDuplicateKey, LostRaceError } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'

import { CreditBalance } from './credit-balance.entity.js'
import { CreditEntry } from './credit.entity.js'
import { OutboxRow } from './outbox.entity.js'
import type { Claim } from './outbox.service.js'
import type { TemplateKey } from './outbox.rules.js'
import { Templates } from './templates.js'

/** How many subscribe messages people allow, by template. */
@Injectable()
export class CreditsService {
  constructor(
    private readonly templates: Templates,
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The templates that exist, with what the person still allows of each. */
  async of(personId: string): Promise<TemplateView[]> {
    const balances = await this.dataSource.manager.findBy(CreditBalance, { personId })
    return this.templates.all.map(({ key, templateId, title }) => ({
      key,
      templateId,
      title,
      left: balances.find((balance) => balance.templateKey === key)?.credits ?? 0,
    }))
  }

  /** Of which templates each of these people still allows a message; whoever allows none is missing. */
  async allowed(personIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<TemplateKey>>> {
    const rows = await this.dataSource.manager.findBy(CreditBalance, {
      personId: In(personIds),
      credits: MoreThan(0),
    })
    const allowed = new Map<string, Set<TemplateKey>>()
    for (const { personId, templateKey } of rows) {
      const keys = allowed.get(personId) ?? new Set()
      allowed.set(personId, keys.add(templateKey))
    }
    return allowed
  }

  /** Keeps what the person answered WeChat: each `accept` allows one message. Ids that are not ours are passed over. */
  async answer(personId: string, answers: CreditsRequest['answers']): Promise<TemplateView[]> {
    const accepted = this.templates.all.filter(({ templateId }) => answers[templateId] === 'accept')
    if (accepted.length > 0) {
      await this.transactions.run(async (tx) => {
        for (const { key } of accepted) await this.add(tx, personId, key, 'accepted')
      })
    }
    return this.of(personId)
  }

  /** Takes one credit for a claim; false when there is none. A claim that has taken one before does not take another. */
  take(claim: Claim, key: TemplateKey): Promise<boolean> {
    const { personId } = claim
    return this.transactions.run(async (tx) => {
      const { affected } = await tx
        .createQueryBuilder()
        .update(CreditBalance)
        .set({ credits: () => 'credits - 1' })
        .where('person_id = :personId AND template_key = :key AND credits > 0', { personId, key })
        .execute()
      if (affected !== 1) return false
      await this.enter(tx, personId, key, -1, 'sent')
      await tx.update(OutboxRow, { leaseOwner: claim.id }, { creditKey: key })
      return true
    })
  }

  /** WeChat refused the message itself, so its credit was not used. */
  async giveBack(claim: Claim, key: TemplateKey): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.update(OutboxRow, { leaseOwner: claim.id }, { creditKey: null })
      await this.add(tx, claim.personId, key, 'returned')
    })
  }

  /** WeChat says that none is left (43101), whatever we counted. */
  async noneLeft(claim: Claim, key: TemplateKey): Promise<void> {
    const { personId } = claim
    await this.transactions.run(async (tx) => {
      await tx.update(OutboxRow, { leaseOwner: claim.id }, { creditKey: null })
      const balance = await tx.findOneBy(CreditBalance, { personId, templateKey: key })
      if (balance === null || balance.credits === 0) return
      const { credits } = balance
      const { affected } = await tx.update(CreditBalance, { personId, templateKey: key, credits }, { credits: 0 })
      if (affected !== 1) throw new LostRaceError()
      await this.enter(tx, personId, key, -credits, 'none_left')
    })
  }

  private async add(
    tx: EntityManager,
    personId: string,
    key: TemplateKey,
    reason: 'accepted' | 'returned',
  ): Promise<void> {
    const where = { personId, templateKey: key }
    if (!(await tx.existsBy(CreditBalance, where))) await this.openBalance(tx, personId, key)
    await tx.update(CreditBalance, where, { credits: () => 'credits + 1' })
    await this.enter(tx, personId, key, 1, reason)
  }

  private async openBalance(tx: EntityManager, personId: string, key: TemplateKey): Promise<void> {
    try {
      await tx.insert(CreditBalance, { personId, templateKey: key, credits: 0 })
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
  }

  private async enter(
    tx: EntityManager,
    personId: string,
    templateKey: TemplateKey,
    delta: number,
    reason: CreditEntry['reason'],
  ): Promise<void> {
    await tx.insert(CreditEntry, { id: newId(), personId, templateKey, delta, reason, createdAt: this.clock.now() })
  }
}
