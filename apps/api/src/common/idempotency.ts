/*
 * What must never happen: one tap having two effects. The key row is inserted first in the same transaction as the effect, and
 * `pk_request_key` (person, key) refuses the second insert; whoever is refused gets the stored answer. An answer says doors, numbers and
 * codes that are sealed where they are kept, so it is sealed too.
 */
import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

import { Injectable } from '@nestjs/common'
import { REQUEST } from '@wanli/kernel/limits'
import { DataSource, LessThan, type EntityManager } from 'typeorm'

import { insertRows } from '../database/bulk.js'
import { asLostRace, isDuplicateKey, isLockTimeout } from '../database/constraint-errors.js'
import { selectRows } from '../database/rows.js'
import { Transactions } from '../database/transactions.js'
import { SealingService, type Sealed } from '../privacy/sealing.service.js'

import { canonical } from './canonical.js'
import { Clock } from './clock.js'
import { DomainError, isDomainError } from './domain-error.js'
import { ERROR_CATALOGUE } from './error-catalogue.js'
import { RequestKey, type StoredAnswer } from './request-key.entity.js'

/** Who repeats what: the key of the request and a fingerprint of everything it asks for. */
export interface OnceRequest {
  personId: string
  key: string
  fingerprint: string
}

/** SHA-256, in hex, of a route and its body; equal requests have equal fingerprints. */
export function fingerprintOf(route: string, body: unknown): string {
  return createHash('sha256').update(route).update('\n').update(canonical(body)).digest('hex')
}

/** What a key was answered before: a refusal, or the id of what was made. */
export type Remembered = { made: string } | { error: DomainError }

/** What became of a request whose key is kept: what it made, or why not. */
export interface KeptOutcome {
  request: OnceRequest
  outcome: { made: string } | { error: unknown }
}

/** So many keys that this process has kept are known to it; a repeat of an older one, or of another process, is found when writing. */
const KNOWN_KEYS = 50_000

class KeyTaken extends Error {}

/** One key, one effect, one answer; answers are kept for 48 hours. */
@Injectable()
export class Idempotency {
  private readonly inFlight = new Set<string>()
  private readonly known = new Set<string>()

  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
    private readonly sealing: SealingService,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in one transaction together with the key, or answers what the key was answered before: the reply, or the same
   * refusal thrown again. Throws `request.idempotency_mismatch` (422) when the key was used for something else, and
   * `request.idempotency_in_flight` (409) while its first use is still being worked on.
   */
  once<Reply>(request: OnceRequest, work: (tx: EntityManager) => Promise<Reply>): Promise<Reply> {
    return this.alone(request, async () => {
      try {
        return await this.transactions.run(async (tx) => {
          await this.claim(tx, request)
          const reply = await work(tx)
          await tx.update(
            RequestKey,
            { personId: request.personId, keyText: request.key },
            { answer: this.write(request, { reply }) },
          )
          return reply
        })
      } catch (error) {
        if (error instanceof KeyTaken) return await this.replay<Reply>(request)
        if (isKept(error)) await this.keepRefusal(request, error)
        throw error
      }
    })
  }

  /**
   * Keeps a key to one piece of work at a time in this process, for work that sees to its answers itself with {@link answered} and
   * {@link keep}. Throws `request.idempotency_in_flight` (409) while the key is being worked on.
   */
  async alone<Reply>(request: OnceRequest, work: () => Promise<Reply>): Promise<Reply> {
    const name = nameOf(request)
    if (this.inFlight.has(name)) throw new DomainError('request.idempotency_in_flight', { retryAfterSeconds: 1 })
    this.inFlight.add(name)
    try {
      return await work()
    } finally {
      this.inFlight.delete(name)
    }
  }

  /** Whether one of these keys was kept by this process: then {@link answered} has something to say. */
  someKnown(requests: readonly OnceRequest[]): boolean {
    return requests.some((request) => this.known.has(nameOf(request)))
  }

  /** What each of these keys was answered before, in their order; undefined for a new one. */
  async answered(tx: EntityManager, requests: readonly OnceRequest[]): Promise<(Remembered | undefined)[]> {
    if (requests.length === 0) return []
    const rows = await selectRows(tx, RequestKey, {
      where: requests.map(() => '(person_id = ? AND key_text = ?)').join(' OR '),
      parameters: requests.flatMap(({ personId, key }) => [personId, key]),
    })
    const byName = new Map(rows.map((row) => [`${row.personId} ${row.keyText}`, row]))
    return requests.map((request) => {
      const row = byName.get(nameOf(request))
      return row === undefined ? undefined : this.rememberedOf(row, request)
    })
  }

  /**
   * Keeps keys with what they made, or why not, in the transaction of their effects: what was made is told to a repeat as it is
   * then. Whoever finds a key taken has lost a race and runs again.
   */
  async keep(tx: EntityManager, answers: readonly KeptOutcome[]): Promise<void> {
    const createdAt = this.clock.now()
    const rows = answers.flatMap(({ request, outcome }) => {
      const { personId, key, fingerprint } = request
      if ('error' in outcome && !isKept(outcome.error)) return []
      const answer = 'error' in outcome ? refusalOf(outcome.error as DomainError) : outcome
      return [{ personId, keyText: key, fingerprint, answer: this.write(request, answer), createdAt }]
    })
    if (this.known.size > KNOWN_KEYS) this.known.clear()
    for (const { request } of answers) this.known.add(nameOf(request))
    await insertRows(tx, RequestKey, rows).catch(asLostRace)
  }

  /** Deletes keys whose 48 hours are over. */
  async forgetExpired(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - REQUEST.keyHours * 3_600_000)
    await this.transactions.run((tx) => tx.delete(RequestKey, { createdAt: LessThan(before) }))
  }

  private async claim(tx: EntityManager, request: OnceRequest, answer: string | null = null): Promise<void> {
    try {
      await tx.insert(RequestKey, {
        personId: request.personId,
        keyText: request.key,
        fingerprint: request.fingerprint,
        answer,
        createdAt: this.clock.now(),
      })
    } catch (error) {
      if (isDuplicateKey(error)) throw new KeyTaken()
      // Another process holds the key's row and has not finished.
      if (isLockTimeout(error)) throw new DomainError('request.idempotency_in_flight', { retryAfterSeconds: 2 })
      throw error
    }
  }

  private async replay<Reply>(request: OnceRequest): Promise<Reply> {
    const { personId, key: keyText } = request
    const row = await this.dataSource.manager.findOneByOrFail(RequestKey, { personId, keyText })
    const answer = this.answerOf(row, request)
    if ('refusal' in answer) throw refused(answer)
    if ('made' in answer) throw new Error('a key that made something is answered by whoever made it')
    return answer.reply as Reply
  }

  /** The transaction is gone with its key, so the refusal is kept by one of its own. */
  private async keepRefusal(request: OnceRequest, error: DomainError): Promise<void> {
    try {
      await this.transactions.run((tx) => this.claim(tx, request, this.write(request, refusalOf(error))))
    } catch (failure) {
      if (!(failure instanceof KeyTaken)) throw failure
    }
  }

  /** An answer as it is kept: packed, as a whole week's menu is longer than a text of MySQL, and sealed. What was made is no secret. */
  private write(request: OnceRequest, answer: StoredAnswer): string {
    if ('made' in answer) return JSON.stringify(answer)
    return JSON.stringify(this.sealing.seal(placeOf(request), deflateRawSync(JSON.stringify(answer))))
  }

  /** What a key was answered. Throws `request.idempotency_mismatch` (422) when it was used for something else. */
  private answerOf(row: RequestKey, request: OnceRequest): StoredAnswer {
    if (row.fingerprint !== request.fingerprint) throw new DomainError('request.idempotency_mismatch')
    if (row.answer === null) throw new Error('an idempotency key was committed without its answer')
    const kept = JSON.parse(row.answer) as StoredAnswer | Sealed
    // What was kept before answers were sealed is readable for its 48 hours.
    if (!('sealed' in kept)) return kept
    return JSON.parse(inflateRawSync(this.sealing.openBytes(placeOf(request), kept)).toString('utf8')) as StoredAnswer
  }

  private rememberedOf(row: RequestKey, request: OnceRequest): Remembered {
    try {
      const answer = this.answerOf(row, request)
      if ('refusal' in answer) return { error: refused(answer) }
      if ('made' in answer) return answer
      throw new Error('a key of a batch was answered by something else')
    } catch (error) {
      if (isDomainError(error)) return { error }
      throw error
    }
  }
}

const nameOf = ({ personId, key }: OnceRequest): string => `${personId} ${key}`

/** What a sealed answer is bound to. */
const placeOf = (request: OnceRequest): string => `request_key ${nameOf(request)}`

/** Refusals of the order itself are kept; a fault of ours, or of the request's shape, may be tried again. */
function isKept(error: unknown): error is DomainError {
  return isDomainError(error) && ERROR_CATALOGUE[error.code].status < 500 && !error.code.startsWith('request.')
}

function refusalOf({ code, params }: DomainError): StoredAnswer {
  return { refusal: { code, params } }
}

const refused = ({ refusal }: Extract<StoredAnswer, { refusal: unknown }>): DomainError =>
  Object.assign(new DomainError('internal'), refusal)
