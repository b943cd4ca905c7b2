/*
 * What must never happen: a day that somebody took out brought all the same, one day ordered twice, its meal gone for one that cannot
 * be had, or taken back after its own kitchen has counted it. What somebody says of a day cancels or replaces what was ordered for it
 * in the same transaction, and begins another round by one UPDATE that compares the round.
 */
import { Injectable } from '@nestjs/common'
import type { PauseRequest, StandingDayRequest, StandingView } from '@wanli/contracts/standing'
import { businessDayOf, weekdayOf } from '@wanli/kernel/shanghai-time'
import { Between, In, MoreThanOrEqual, type EntityManager } from 'typeorm'

import { OrderEndingsService } from '../canteen/order-endings.service.js'
import { OrderExpiryService } from '../canteen/order-expiry.service.js'
import { OrderNoticesService } from '../canteen/order-notices.service.js'
import { Order } from '../canteen/order.entity.js'
import { LIVE, mayCancel, MEAL_NAMES, whenText } from '../canteen/order.rules.js'
import { Sitting } from '../canteen/sitting.entity.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { LostRaceError } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'

import { StandingDay } from './standing-day.entity.js'
import { StandingOrdersService } from './standing-orders.service.js'
import { StandingResult } from './standing-result.entity.js'
import { StandingResultsService } from './standing-results.service.js'
import { StandingSwapsService } from './standing-swaps.service.js'
import { StandingWeekday } from './standing-weekday.entity.js'
import { Standing } from './standing.entity.js'
import { isPaused } from './standing.rules.js'
import { StandingsQueries } from './standings.queries.js'

/** A day that may still be changed; without a sitting while it has no menu. */
interface OpenDay {
  standing: Standing
  sitting: Sitting | null
}

/** From which day to which, both included, a standing order rests. */
type Pause = Pick<Standing, 'pausedFrom' | 'pausedTo'>

/** What is said of single days of standing orders: not this one, something else, a pause. It wins over the pattern. */
@Injectable()
export class StandingDaysService {
  constructor(
    private readonly transactions: Transactions,
    private readonly endings: OrderEndingsService,
    private readonly notices: OrderNoticesService,
    private readonly expiry: OrderExpiryService,
    private readonly swaps: StandingSwapsService,
    private readonly results: StandingResultsService,
    private readonly orders: StandingOrdersService,
    private readonly queries: StandingsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Not this day, or something else on it: said until the kitchen counts, it wins over the pattern and over what is ordered already.
   * Throws `delivery.standing_not_found` (404), `delivery.day_frozen`, `delivery.being_ordered`, `delivery.swap_refused` (409: what is
   * ordered already stays), `delivery.day_not_standing` (422).
   */
  async setDay(
    caller: Caller,
    id: string,
    day: string,
    { skip, wishes = [] }: StandingDayRequest,
  ): Promise<StandingView> {
    // What others did not pay in time is free, whether or not somebody has written it down yet.
    await this.expiry.expireDue()
    await this.transactions.run(async (tx) => {
      const open = await this.openDay(tx, caller, id, day)
      const said = { standingId: id, day, skip, wishes: skip ? null : wishes, saidAt: this.clock.now() }
      await tx.upsert(StandingDay, said, ['standingId', 'day'])
      await this.decideAnew(tx, open, said)
    })
    return this.fresh(caller, id)
  }

  /** The day is again as the pattern says. Throws as {@link setDay}. */
  async clearDay(caller: Caller, id: string, day: string): Promise<StandingView> {
    // What others did not pay in time is free, whether or not somebody has written it down yet.
    await this.expiry.expireDue()
    await this.transactions.run(async (tx) => {
      const open = await this.openDay(tx, caller, id, day)
      const { affected } = await tx.delete(StandingDay, { standingId: id, day })
      if (affected === 1) await this.decideAnew(tx, open, null)
    })
    return this.fresh(caller, id)
  }

  /**
   * Rests from one day to another, in place of a pause before; what is ordered for these days and not counted yet is cancelled. Throws
   * `delivery.standing_not_found` (404), `delivery.pause_wrong` (422), `delivery.being_ordered` (409).
   */
  async pause(caller: Caller, id: string, { from, to }: PauseRequest): Promise<StandingView> {
    if (to < from || to < this.clock.today()) throw new DomainError('delivery.pause_wrong')
    await this.transactions.run(async (tx) => {
      const standing = await this.queries.own(tx, caller.personId, id)
      const pause = { pausedFrom: from, pausedTo: to }
      await tx.update(Standing, { id }, { ...pause, daysChangedAt: this.clock.now() })
      await this.takeUp(tx, standing, pause)
      const results = await tx.findBy(StandingResult, { standingId: id, day: Between(from, to) })
      for (const result of results) {
        const sitting = await this.sittingOf(tx, standing, result.day)
        if (sitting !== null && this.clock.now() < sitting.freezeAt) await this.skip(tx, result, sitting)
      }
    })
    return this.fresh(caller, id)
  }

  /** Goes on. Days of the pause that are still to be counted are ordered after all. Throws `delivery.standing_not_found` (404). */
  async resume(caller: Caller, id: string): Promise<StandingView> {
    await this.transactions.run(async (tx) => {
      const standing = await this.queries.own(tx, caller.personId, id)
      const noPause = { pausedFrom: null, pausedTo: null }
      await tx.update(Standing, { id }, { ...noPause, daysChangedAt: this.clock.now() })
      await this.takeUp(tx, standing, noPause)
    })
    return this.fresh(caller, id)
  }

  /** Days that a pause had taken out, that no pause takes out any more and that the kitchen has not counted are decided again. */
  private async takeUp(tx: EntityManager, standing: Standing, pause: Pause): Promise<void> {
    const { id: standingId } = standing
    const skipped = { standingId, outcome: 'skipped' as const, day: MoreThanOrEqual(this.clock.today()) }
    const said = await tx.findBy(StandingDay, { standingId, skip: true })
    for (const result of await tx.findBy(StandingResult, skipped)) {
      if (isPaused(pause, result.day) || said.some(({ day }) => day === result.day)) continue
      const sitting = await this.sittingOf(tx, standing, result.day)
      if (sitting !== null && this.clock.now() < sitting.freezeAt) await this.results.reopen(tx, result)
    }
  }

  /** What is decided of a day already is decided again, by what is said of it now. */
  private async decideAnew(tx: EntityManager, { standing, sitting }: OpenDay, said: StandingDay | null): Promise<void> {
    if (sitting === null) return
    const result = await tx.findOneBy(StandingResult, { standingId: standing.id, day: sitting.day })
    if (result === null) return
    if (said?.skip === true) return this.skip(tx, result, sitting)
    const order = await this.orderOf(tx, result, sitting)
    await (order === null
      ? this.results.reopen(tx, result)
      : this.swaps.swap(tx, { standing, sitting, said }, result, order))
  }

  /** The day is not to come: what is ordered for it is cancelled and told. */
  private async skip(tx: EntityManager, result: StandingResult, sitting: Sitting): Promise<void> {
    const order = await this.orderOf(tx, result, sitting)
    if (order !== null) {
      const memo = `退${MEAL_NAMES[sitting.meal]} ${order.pickupNumber}`
      const backFen = await this.endings.end(tx, order, { to: 'cancelled_by_eater', memo })
      if (backFen === undefined) throw new LostRaceError()
      await this.notices.cancelled(tx, order, sitting, backFen)
    }
    await this.results.reopen(tx, result, { outcome: 'skipped' })
  }

  /** What is ordered for a day and may still be taken back. Throws `delivery.being_ordered` (409). */
  private async orderOf(
    tx: EntityManager,
    { outcome, orderId }: StandingResult,
    sitting: Sitting,
  ): Promise<Order | null> {
    if (outcome === 'placing') throw new DomainError('delivery.being_ordered')
    const order = orderId === null ? null : await tx.findOneBy(Order, { id: orderId })
    return order !== null && mayCancel(order, sitting.freezeAt, this.clock.now()) ? order : null
  }

  private async openDay(tx: EntityManager, caller: Caller, id: string, day: string): Promise<OpenDay> {
    const standing = await this.queries.own(tx, caller.personId, id)
    if (!(await tx.existsBy(StandingWeekday, { standingId: id, weekday: weekdayOf(day) })))
      throw new DomainError('delivery.day_not_standing')
    const sitting = await this.sittingOf(tx, standing, day)
    const now = this.clock.now()
    const frozenAt = sitting?.freezeAt ?? null
    if (day < this.clock.today() || (frozenAt !== null && now >= frozenAt)) {
      const until = frozenAt === null ? day : whenText(frozenAt, businessDayOf(frozenAt), this.clock.today())
      throw new DomainError('delivery.day_frozen', { until })
    }
    return { standing, sitting }
  }

  /**
   * The meal that somebody speaks of who speaks of a day: the one that is ordered for it, though the standing order may bring another
   * one by now; else the one that it brings.
   */
  private async sittingOf(
    tx: EntityManager,
    { id: standingId, canteenId, meal }: Standing,
    day: string,
  ): Promise<Sitting | null> {
    const result = await tx.findOneBy(StandingResult, { standingId, day })
    const order = await tx.findOneBy(Order, { id: result?.orderId ?? '', status: In([...LIVE]) })
    return tx.findOneBy(Sitting, order === null ? { canteenId, meal, day } : { id: order.sittingId })
  }

  private async fresh(caller: Caller, id: string): Promise<StandingView> {
    await this.orders.orderDue([id])
    return this.queries.view(caller.personId, id)
  }
}
