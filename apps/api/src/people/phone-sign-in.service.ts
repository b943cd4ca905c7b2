/*
 * What must never happen: a code used twice or guessed. The UPDATE in `countTry` lets five tries through, and the one in `use`
 * marks the code as used only once; both hold for all processes of one database.
 */
import { randomInt } from 'node:crypto'

import { Injectable } from '@nestjs/common'
import type { PhoneCodeReply } from '@wanli/contracts/people'
import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible'
import { DataSource, IsNull, LessThan, MoreThan, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'
import { Env } from '../config/env.js'
import { isDuplicateKey } from '../database/constraint-errors.js'
import { createLimiter } from '../database/request-limits.js'
import { Transactions } from '../database/transactions.js'
import { SealingService } from '../privacy/sealing.service.js'

import { ContactsQueries } from './contacts.queries.js'
import { ContactsService } from './contacts.service.js'
import { PhoneCode } from './phone-code.entity.js'
import { SmsSender } from './sms-sender.js'
import { WelcomeService } from './welcome.service.js'

const LIFE_MS = 5 * 60_000
const MAX_TRIES = 5
const PAUSE_SECONDS = 60
const DAY_SECONDS = 86_400
const A_DAY = 10

/** Signing in by a phone number and six digits sent to it. */
@Injectable()
export class PhoneSignInService {
  private readonly often: RateLimiterAbstract
  private readonly daily: RateLimiterAbstract

  constructor(
    dataSource: DataSource,
    private readonly env: Env,
    private readonly transactions: Transactions,
    private readonly sealing: SealingService,
    private readonly contacts: ContactsService,
    private readonly contactReads: ContactsQueries,
    private readonly sms: SmsSender,
    private readonly welcome: WelcomeService,
    private readonly clock: Clock,
  ) {
    this.often = createLimiter(dataSource, { keyPrefix: 'sms', points: 1, durationSeconds: PAUSE_SECONDS })
    this.daily = createLimiter(dataSource, { keyPrefix: 'sms-day', points: A_DAY, durationSeconds: DAY_SECONDS })
  }

  /** Sends a code. Throws `auth.phone_code_too_soon` (429) within a minute of the last one, or after ten in a day. */
  async sendCode(phone: string): Promise<PhoneCodeReply> {
    const phoneBlind = this.sealing.blind('phone', phone)
    await this.count(this.often, phoneBlind)
    await this.count(this.daily, phoneBlind)
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const expiresAt = new Date(this.clock.now().getTime() + LIFE_MS)
    await this.transactions.run(async (tx) => {
      await tx.delete(PhoneCode, { phoneBlind })
      await tx.insert(PhoneCode, { phoneBlind, codeHash: this.hash(phone, code), tries: 0, expiresAt, usedAt: null })
    })
    await this.sms.sendCode(phone, code)
    return { sent: true, retryAfterSeconds: PAUSE_SECONDS, demoCode: this.env.DEMO ? code : null }
  }

  /** The person behind a phone; somebody new gets an account. Throws `auth.phone_code_wrong` (401). */
  async byCode(phone: string, code: string): Promise<string> {
    const phoneBlind = this.sealing.blind('phone', phone)
    const counted = await this.transactions.run((tx) => this.countTry(tx, phoneBlind))
    const used = counted && (await this.transactions.run((tx) => this.use(tx, phoneBlind, this.hash(phone, code))))
    if (!used) throw new DomainError('auth.phone_code_wrong')
    try {
      return await this.transactions.run((tx) => this.personOf(tx, phone))
    } catch (error) {
      // Two first sign-ins at once: the other one made the person.
      if (isDuplicateKey(error)) return this.transactions.run((tx) => this.personOf(tx, phone))
      throw error
    }
  }

  /** Deletes codes whose time is over. */
  async forgetOld(): Promise<void> {
    await this.transactions.run((tx) => tx.delete(PhoneCode, { expiresAt: LessThan(this.clock.now()) }))
  }

  private async countTry(tx: EntityManager, phoneBlind: string): Promise<boolean> {
    const open = { phoneBlind, usedAt: IsNull(), expiresAt: MoreThan(this.clock.now()), tries: LessThan(MAX_TRIES) }
    return (await tx.update(PhoneCode, open, { tries: () => 'tries + 1' })).affected === 1
  }

  private async use(tx: EntityManager, phoneBlind: string, codeHash: string): Promise<boolean> {
    const right = { phoneBlind, codeHash, usedAt: IsNull() }
    return (await tx.update(PhoneCode, right, { usedAt: this.clock.now() })).affected === 1
  }

  private async personOf(tx: EntityManager, phone: string): Promise<string> {
    const known = await this.contactReads.ownerOf(tx, 'phone', phone)
    if (known !== null) return known
    const id = newId()
    await this.welcome.add(tx, { id, name: '新邻居', face: 'man', estate: null })
    await this.contacts.keep(tx, id, 'phone', phone)
    return id
  }

  private async count(limiter: RateLimiterAbstract, key: string): Promise<void> {
    try {
      await limiter.consume(key)
    } catch (state) {
      if (!(state instanceof RateLimiterRes)) throw state
      const retryAfterSeconds = Math.max(1, Math.ceil(state.msBeforeNext / 1000))
      throw new DomainError('auth.phone_code_too_soon', { retryAfterSeconds })
    }
  }

  private hash(phone: string, code: string): string {
    return this.sealing.blind(`phone code ${phone}`, code)
  }
}
