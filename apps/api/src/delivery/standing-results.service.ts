/*
 * What must never happen: a day decided twice, told twice as not to be had, or said to be off while its meal is ordered. A day is claimed
 * under the lock of its standing order and decided by one UPDATE that compares round and outcome; who gives a day up first takes the key
 * under which it would be ordered, so that whoever is still ordering it finds the key taken, or has ordered it already.
 */
import { Injectable } from '@nestjs/common'
import { weekdayOf } from '@wanli/kernel/shanghai-time'
import { DataSource, In, Not, type EntityManager } from 'typeorm'

import { Canteen } from '../canteen/canteen.entity.js'
import { Order } from '../canteen/order.entity.js'
import { LIVE } from '../canteen/order.rules.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { fingerprintOf, Idempotency, type OnceRequest, type Remembered } from '../common/idempotency.js'
import { insertMissing } from '../database/bulk.js'
import { LostRaceError } from '../database/constraint-errors.js'
import { lockRows } from '../database/rows.js'
import { Transactions } from '../database/transactions.js'

import { DeliveryNoticesService } from './delivery-notices.service.js'
import { StandingDay } from './standing-day.entity.js'
import { StandingResult, type StandingOutcome } from './standing-result.entity.js'
import { StandingWeekday } from './standing-weekday.entity.js'
import { Standing } from './standing.entity.js'
import { adviceOf, isPaused } from './standing.rules.js'
import type { UnservedDay } from './unserved-days.queries.js'
import { unservedText } from './unserved.rules.js'

const REASON_LENGTH = 120
const TOLD_REMEMBERED = 10_000

/** A meal of a day. */
type MealOfDay = Pick<Sitting, 'day' | 'meal'>

/** One day of a standing order that is being decided. */
export interface Claim {
  standing: Standing
  sitting: Sitting
  round: number
  /** What somebody said of this day. */
  said: StandingDay | null
}

/** What a decided day becomes when somebody changes it: to be decided by the next round, not to come, or ordered as something else. */
export type NextRound = { outcome: 'placing' | 'skipped' } | { outcome: 'ordered'; orderId: string }

/** What becomes of the days of standing orders: claimed, decided, told when they cannot be had. */
@Injectable()
export class StandingResultsService {
  /** What this process has told, so that each round does not try it again; the key of the notice says it for all. */
  private readonly told = new Set<string>()

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
    private readonly notices: DeliveryNoticesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the day ours to decide, or takes up what a crash has left; null when it is decided, when the standing order does not bring a
   * meal on it any more, or has done so only since the kitchen counted.
   */
  claim({ id: standingId }: Standing, sitting: Sitting): Promise<Claim | null> {
    const key = { standingId, day: sitting.day }
    return this.transactions.run(async (tx) => {
      const [standing] = await lockRows(tx, Standing, [standingId])
      if (standing === undefined || !(await this.brings(tx, standing, sitting))) return null
      const row = { ...key, round: 0, outcome: 'placing' as const, orderId: null, reason: null }
      const values = { ...row, changedAt: this.clock.now() }
      if ((standing.daysChangedAt ?? standing.createdAt) < sitting.freezeAt)
        await insertMissing(tx, StandingResult, [values], ['standingId', 'day'])
      const result = await tx.findOneBy(StandingResult, key)
      if (result?.outcome !== 'placing') return null
      const said = await tx.findOneBy(StandingDay, key)
      return { standing, sitting, round: result.round, said }
    })
  }

  /**
   * Whether somebody ordered this meal by hand: then that counts, even when they cancelled it, but not when the canteen did. In a later
   * round the order before is this standing order's own, so only a meal that is still to come counts.
   */
  async isByHand(claim: Claim, from: EntityManager = this.dataSource.manager): Promise<boolean> {
    const { standing, sitting, round } = claim
    const status = round === 0 ? Not(In(['expired', 'cancelled_by_canteen'] as const)) : In([...LIVE])
    if (!(await from.existsBy(Order, { sittingId: sitting.id, eaterId: standing.eaterId, status }))) return false
    // An order and its key are kept together: this one may be ours, of another process or of before a crash.
    const [answered] = await this.idempotency.answered(from, [onceOf(claim)])
    return answered === undefined
  }

  /** Writes down what became of a claimed day; nothing when somebody else has. */
  async decide(claim: Claim, outcome: StandingOutcome, orderId?: string): Promise<void> {
    await this.transactions.run((tx) => this.decideIn(tx, claim, outcome, orderId))
  }

  /**
   * Writes down why a claimed day cannot be had, and tells it; nothing when somebody else has decided the day. What was ordered for it
   * before a crash, or by another process in this moment, comes all the same: perhaps that took the last portion.
   */
  async fail(claim: Claim, error: DomainError): Promise<void> {
    await this.transactions.run(async (tx) => {
      const end = await this.takeKey(tx, claim, error)
      await ('made' in end ? this.decideIn(tx, claim, 'ordered', end.made) : this.failIn(tx, claim, end.error))
    })
  }

  /** Begins another round of a decided day, in the transaction of whoever changes it; a lost race when somebody else has. */
  async reopen(
    tx: EntityManager,
    { standingId, day, round, outcome }: StandingResult,
    next: NextRound = { outcome: 'placing' },
  ): Promise<void> {
    const changed = { orderId: null, ...next, round: round + 1, reason: null, changedAt: this.clock.now() }
    const { affected } = await tx.update(StandingResult, { standingId, day, round, outcome }, changed)
    if (affected !== 1) throw new LostRaceError()
  }

  /**
   * Ends a claimed day that can be ordered no more: it is what its key says it became, else it is told as not to be had, unless nobody
   * waits for it any more.
   */
  async giveUp({ id: standingId }: Standing, sitting: Sitting): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [standing] = await lockRows(tx, Standing, [standingId])
      const result = await tx.findOneBy(StandingResult, { standingId, day: sitting.day, outcome: 'placing' })
      if (standing === undefined || result === null) return
      const claim: Claim = { standing, sitting, round: result.round, said: null }
      if (await this.isByHand(claim, tx)) return this.decideIn(tx, claim, 'by_hand')
      const end = await this.takeKey(tx, claim, tooLate(sitting))
      if ('made' in end) return this.decideIn(tx, claim, 'ordered', end.made)
      if (!(await this.brings(tx, standing, sitting))) return this.decideIn(tx, claim, 'skipped')
      await this.failIn(tx, claim, end.error)
    })
  }

  /** What the key of a day says; it says from now on why the day cannot be had, when it said nothing: so nobody orders it any more. */
  private async takeKey(tx: EntityManager, claim: Claim, error: DomainError): Promise<Remembered> {
    const [before] = await this.idempotency.answered(tx, [onceOf(claim)])
    if (before !== undefined) return before
    await this.idempotency.keep(tx, [{ request: onceOf(claim), outcome: { error } }])
    return { error }
  }

  /**
   * Tells that a meal without a menu does not come, once; nothing when nobody waits for it. Nothing is decided: a menu that is published
   * after all is ordered from.
   */
  async tellUnserved({ standing: { id: standingId }, outlook }: UnservedDay): Promise<void> {
    const { canteenId, day, meal } = outlook
    const key = `${standingId} ${day}`
    if (this.told.has(key)) return
    const isTold = await this.transactions.run(async (tx) => {
      const [standing] = await lockRows(tx, Standing, [standingId])
      if (standing === undefined || !(await this.brings(tx, standing, outlook))) return false
      if (await tx.existsBy(StandingDay, { standingId, day, skip: true })) return false
      if (await tx.existsBy(Sitting, { canteenId, day, meal })) return false
      const { phone } = await tx.findOneByOrFail(Canteen, { id: canteenId })
      const advice = `这一餐请另外安排，有事打食堂电话 ${phone}`
      await this.notices.standingFailed(tx, standing, outlook, { whyFor: () => unservedText(outlook), advice })
      return true
    })
    if (isTold) this.remember(key)
  }

  private remember(key: string): void {
    if (this.told.size === TOLD_REMEMBERED) this.told.clear()
    this.told.add(key)
  }

  /** Whether the standing order, as it is now, brings this meal on this day. */
  private async brings(tx: EntityManager, standing: Standing, { day, meal }: MealOfDay): Promise<boolean> {
    if (standing.endedAt !== null || isPaused(standing, day)) return false
    return tx.existsBy(StandingWeekday, { standingId: standing.id, meal, weekday: weekdayOf(day) })
  }

  private async decideIn(tx: EntityManager, claim: Claim, outcome: StandingOutcome, orderId?: string): Promise<void> {
    const changed = { outcome, orderId: orderId ?? null, changedAt: this.clock.now() }
    await tx.update(StandingResult, undecided(claim), changed)
  }

  private async failIn(tx: EntityManager, claim: Claim, error: DomainError): Promise<void> {
    const { standing, sitting } = claim
    const whyFor = await this.notices.whyFailed(tx, standing, error)
    const reason = whyFor().slice(0, REASON_LENGTH)
    const changed = { outcome: 'failed' as const, reason, changedAt: this.clock.now() }
    const { affected } = await tx.update(StandingResult, undecided(claim), changed)
    if (affected !== 1) return
    const { phone } = await tx.findOneByOrFail(Canteen, { id: standing.canteenId })
    const advice = adviceOf(sitting, this.clock.now(), phone)
    await this.notices.standingFailed(tx, standing, sitting, { whyFor, advice })
  }
}

const undecided = ({ standing, sitting, round }: Claim) => ({
  standingId: standing.id,
  day: sitting.day,
  round,
  outcome: 'placing' as const,
})

/** Why a day can be ordered no more. */
function tooLate({ closedAt, closedReason }: Sitting): DomainError {
  if (closedAt === null) return new DomainError('delivery.not_in_time')
  return new DomainError('canteen.sitting_closed', { reason: closedReason ?? '' })
}

/** One round of one day of a standing order. */
type Round = Pick<Claim, 'standing' | 'sitting' | 'round'>

const keyOf = ({ standing, sitting, round }: Round): string => `standing:${standing.id}:${sitting.day}:${round}`

/** The same for every attempt at one day, whatever the menu looks like meanwhile. */
export function onceOf(round: Round): OnceRequest {
  const key = keyOf(round)
  return { personId: round.standing.setUpById, key, fingerprint: fingerprintOf(key, null) }
}
