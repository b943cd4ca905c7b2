/*
 * What must never happen: a day that somebody took out brought all the same, or one day ordered twice. What somebody says of a day
 * cancels what was ordered for it in the same transaction, and opens the day for another round by one UPDATE that compares the round.
 */
import { Injectable } from '@nestjs/common'
import type { PauseRequest, StandingDayRequest, StandingView } from '@wanli/contracts/standing'
import { businessDayOf, weekdayOf } from '@wanli/kernel/shanghai-time'
import { Between, MoreThanOrEqual, type EntityManager } from 'typeorm'

import { OrderEndingsService } from '../canteen/order-endings.service.js'
import { OrderNoticesService } from '../canteen/order-notices.service.js'
import { Order } from '../canteen/order.entity.js'
import { mayCancel, MEAL_NAMES, whenText } from '../canteen/order.rules.js'
import { Sitting } from '../canteen/sitting.entity.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { LostRaceError } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'

import { StandingDay } from './standing-day.entity.js'
import { StandingOrdersService } from './standing-orders.service.js'
import { StandingResult } from './standing-result.entity.js'
import { StandingWeekday } from './standing-weekday.entity.js'
import { Standing } from './standing.entity.js'
import { StandingsQueries } from './standings.queries.js'

/** What is said of single days of standing orders: not this one, something else, a pause. It wins over the pattern. */
@Injectable()
export class StandingDaysService {
  constructor(
    private readonly transactions: Transactions,
    private readonly endings: OrderEndingsService,
    private readonly notices: OrderNoticesService,
    private readonly orders: StandingOrdersService,
    private readonly queries: StandingsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Not this day, or something else on it: said until the kitchen counts, it wins over the pattern and over what is ordered already.
   * Throws `delivery.standing_not_found` (404), `delivery.day_frozen`, `delivery.being_ordered` (409), `delivery.day_not_standing`
   * (422).
   */
  async setDay(
    caller: Caller,
    id: string,
    day: string,
    { skip, wishes = [] }: StandingDayRequest,
  ): Promise<StandingView> {
    await this.transactions.run(async (tx) => {
      const { standing, sitting } = await this.openDay(tx, caller, id, day)
      const row = { standingId: standing.id, day, skip, wishes: skip ? null : wishes, saidAt: this.clock.now() }
      await tx.upsert(StandingDay, row, ['standingId', 'day'])
      await this.decideAnew(tx, { standing, sitting, day }, skip)
    })
    return this.fresh(caller, id)
  }

  /** The day is again as the pattern says. Throws as {@link setDay}. */
  async clearDay(caller: Caller, id: string, day: string): Promise<StandingView> {
    await this.transactions.run(async (tx) => {
      const { standing, sitting } = await this.openDay(tx, caller, id, day)
      const { affected } = await tx.delete(StandingDay, { standingId: id, day })
      if (affected === 1) await this.decideAnew(tx, { standing, sitting, day }, false)
    })
    return this.fresh(caller, id)
  }

  /**
   * Rests from one day to another; what is ordered for these days and not counted yet is cancelled. Throws
   * `delivery.standing_not_found` (404), `delivery.pause_wrong` (422), `delivery.being_ordered` (409).
   */
  async pause(caller: Caller, id: string, { from, to }: PauseRequest): Promise<StandingView> {
    if (to < from || to < this.clock.today()) throw new DomainError('delivery.pause_wrong')
    await this.transactions.run(async (tx) => {
      const standing = await this.queries.own(tx, caller.personId, id)
      await tx.update(Standing, { id }, { pausedFrom: from, pausedTo: to, daysChangedAt: this.clock.now() })
      const results = await tx.findBy(StandingResult, { standingId: id, day: Between(from, to) })
      for (const result of results) {
        const sitting = await this.sittingOf(tx, standing, result.day)
        if (sitting !== null && this.clock.now() < sitting.freezeAt) await this.drop(tx, result, sitting, 'skipped')
      }
    })
    return this.fresh(caller, id)
  }

  /** Goes on. Days of the pause that are still to be counted are ordered after all. Throws `delivery.standing_not_found` (404). */
  async resume(caller: Caller, id: string): Promise<StandingView> {
    await this.transactions.run(async (tx) => {
      await this.queries.own(tx, caller.personId, id)
      await tx.update(Standing, { id }, { pausedFrom: null, pausedTo: null, daysChangedAt: this.clock.now() })
      const skipped = { standingId: id, outcome: 'skipped' as const, day: MoreThanOrEqual(this.clock.today()) }
      const said = await tx.findBy(StandingDay, { standingId: id, skip: true })
      for (const result of await tx.findBy(StandingResult, skipped))
        if (!said.some(({ day }) => day === result.day)) await this.again(tx, result)
    })
    return this.fresh(caller, id)
  }

  private async decideAnew(
    tx: EntityManager,
    { standing, sitting, day }: { standing: Standing; sitting: Sitting | null; day: string },
    skip: boolean,
  ): Promise<void> {
    const result = await tx.findOneBy(StandingResult, { standingId: standing.id, day })
    if (result === null || sitting === null) return
    await this.drop(tx, result, sitting, skip ? 'skipped' : 'placing')
  }

  /**
   * Takes back what was decided of a day: an order that stands is cancelled first. For something else on that day it is told together with
   * what comes instead.
   */
  private async drop(
    tx: EntityManager,
    result: StandingResult,
    sitting: Sitting,
    to: 'skipped' | 'placing',
  ): Promise<void> {
    if (result.outcome === 'placing') throw new DomainError('delivery.being_ordered')
    const order = result.orderId === null ? null : await tx.findOneBy(Order, { id: result.orderId })
    let insteadOfId: string | null = null
    if (order !== null && mayCancel(order, sitting.freezeAt, this.clock.now())) {
      const memo = `退${MEAL_NAMES[sitting.meal]} ${order.pickupNumber}`
      const backFen = await this.endings.end(tx, order, { to: 'cancelled_by_eater', memo })
      if (backFen === undefined) throw new LostRaceError()
      if (to === 'placing') insteadOfId = order.id
      else await this.notices.cancelled(tx, order, sitting, backFen)
    }
    await this.again(tx, result, to, insteadOfId)
  }

  /** Opens a decided day again: for the next round of ordering, or as skipped. */
  private async again(
    tx: EntityManager,
    { standingId, day, round, outcome }: StandingResult,
    to: 'skipped' | 'placing' = 'placing',
    insteadOfId: string | null = null,
  ): Promise<void> {
    const changedAt = this.clock.now()
    const changed = { outcome: to, round: round + 1, orderId: null, insteadOfId, reason: null, changedAt }
    const { affected } = await tx.update(StandingResult, { standingId, day, round, outcome }, changed)
    if (affected !== 1) throw new LostRaceError()
  }

  private async openDay(
    tx: EntityManager,
    caller: Caller,
    id: string,
    day: string,
  ): Promise<{ standing: Standing; sitting: Sitting | null }> {
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

  private sittingOf(tx: EntityManager, { canteenId, meal }: Standing, day: string): Promise<Sitting | null> {
    return tx.findOneBy(Sitting, { canteenId, meal, day })
  }

  private async fresh(caller: Caller, id: string): Promise<StandingView> {
    await this.orders.orderDue([id])
    return this.queries.view(caller.personId, id)
  }
}
