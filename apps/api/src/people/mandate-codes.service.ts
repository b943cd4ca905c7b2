/*
 * What must never happen: one code making two mandates. `redeem` begins with the DELETE of the code's row, which only one caller
 * can win, in the transaction that makes the mandate.
 */
import { randomInt } from 'node:crypto'

import { Injectable } from '@nestjs/common'
import type { MandateCodeReply, MandateTerms, MandateView, RedeemMandateRequest } from '@wanli/contracts/mandates'
import { RateLimiterRes } from 'rate-limiter-flexible'
import { DataSource, LessThan, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { LostRaceError, isDuplicateKey } from '../database/constraint-errors.js'
import { createLimiter } from '../database/request-limits.js'
import { SealingService } from '../privacy/sealing.service.js'

import { ContentService } from './content.service.js'
import { MandateCode } from './mandate-code.entity.js'
import type { Mandate } from './mandate.entity.js'
import { MandatesQueries } from './mandates.queries.js'
import { MandatesService } from './mandates.service.js'

const LIFE_MS = 10 * 60_000
/** A person may be wrong so often in ten minutes: with a million codes, guessing is no way in. */
const TRIES = { keyPrefix: 'mandate-code', points: 5, durationSeconds: 600 }

/** Six digits a principal tells somebody, who then may act for them. */
@Injectable()
export class MandateCodesService {
  private readonly tries: ReturnType<typeof createLimiter>

  constructor(
    dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly mandates: MandatesService,
    private readonly queries: MandatesQueries,
    private readonly content: ContentService,
    private readonly sealing: SealingService,
    private readonly clock: Clock,
  ) {
    this.tries = createLimiter(dataSource, TRIES)
  }

  /** Makes a code with its terms, in place of the one before. It works once, for ten minutes. */
  make(principalId: string, once: OnceRequest, terms: MandateTerms): Promise<MandateCodeReply> {
    return this.idempotency.once(once, (tx) => this.makeIn(tx, principalId, terms))
  }

  /**
   * Trades a code for a mandate. Throws `mandates.code_locked` (429) after five tries in ten minutes, `uploads.content_refused`,
   * `mandates.code_wrong` (422) for a code that is unknown, used or over.
   */
  async redeem(agentId: string, once: OnceRequest, request: RedeemMandateRequest): Promise<MandateView> {
    await this.countTry(agentId)
    await this.content.assertDecent(agentId, request.relation, 'profile')
    return this.idempotency.once(once, async (tx) => {
      const { id } = await this.redeemIn(tx, agentId, request)
      return this.queries.detail(agentId, id, tx)
    })
  }

  private async makeIn(tx: EntityManager, principalId: string, terms: MandateTerms): Promise<MandateCodeReply> {
    const now = this.clock.now()
    const { scopes, dailyCapFen, payer, validUntil } = terms
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const expiresAt = new Date(now.getTime() + LIFE_MS)
    await tx.delete(MandateCode, { expiresAt: LessThan(now) })
    await tx.delete(MandateCode, { principalId })
    const row = { principalId, codeHash: this.hash(code), expiresAt, createdAt: now }
    try {
      await tx.insert(MandateCode, { ...row, terms: { scopes, dailyCapFen, payer, validUntil } })
    } catch (error) {
      // Somebody else's code has the same digits: throw the dice again.
      if (isDuplicateKey(error)) throw new LostRaceError()
      throw error
    }
    return { code, expiresAt: expiresAt.toISOString() }
  }

  private async countTry(agentId: string): Promise<void> {
    try {
      await this.tries.consume(agentId)
    } catch (state) {
      if (!(state instanceof RateLimiterRes)) throw state
      const retryAfterSeconds = Math.max(1, Math.ceil(state.msBeforeNext / 1000))
      throw new DomainError('mandates.code_locked', { retryAfterSeconds })
    }
  }

  private async redeemIn(
    tx: EntityManager,
    agentId: string,
    { code, relation }: RedeemMandateRequest,
  ): Promise<Mandate> {
    const row = await tx.findOneBy(MandateCode, { codeHash: this.hash(code) })
    if (row === null || row.expiresAt <= this.clock.now()) throw new DomainError('mandates.code_wrong')
    const { affected } = await tx.delete(MandateCode, { principalId: row.principalId, codeHash: row.codeHash })
    if (affected !== 1) throw new DomainError('mandates.code_wrong')
    const people = { principalId: row.principalId, agentId, relation }
    return this.mandates.begin(tx, { ...row.terms, ...people, source: 'code', paperNumber: null, photoId: null })
  }

  private hash(code: string): string {
    return this.sealing.blind('mandate code', code)
  }
}
