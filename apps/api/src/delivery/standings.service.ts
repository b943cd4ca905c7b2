/*
 * What must never happen: two meals of one day because two people set them up, or a day that somebody took out brought all the same.
 * `pk` of `delivery_standing_weekday` refuses the second; what somebody says of a day cancels what was ordered for it in the same
 * transaction.
 */
import { Injectable } from '@nestjs/common'
import type {
  ChangeStandingRequest,
  NewStandingRequest,
  StandingTerms,
  StandingView,
  Weekday,
} from '@wanli/contracts/standing'
import { weekdayOf, weekdayText } from '@wanli/kernel/shanghai-time'
import { In, IsNull, MoreThan, MoreThanOrEqual, type EntityManager } from 'typeorm'

import { Sitting } from '../canteen/sitting.entity.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { newId } from '../common/new-id.js'
import { insertRows } from '../database/bulk.js'
import { asLostRace } from '../database/constraint-errors.js'
import { lockRows } from '../database/rows.js'
import { Transactions } from '../database/transactions.js'
import { HelpersService } from '../people/helpers.service.js'

import { Address } from './address.entity.js'
import { AddressesQueries } from './addresses.queries.js'
import { StandingOrdersService } from './standing-orders.service.js'
import { StandingResult } from './standing-result.entity.js'
import { StandingResultsService } from './standing-results.service.js'
import { StandingWeekday } from './standing-weekday.entity.js'
import { Standing } from './standing.entity.js'
import { StandingsQueries } from './standings.queries.js'

/** A day of 2024-01-01 (a Monday) on: what a weekday is called. */
const nameOf = (weekday: Weekday): string => weekdayText(`2024-01-0${weekday}`)

/** Meals that come by themselves: set up, changed, paused, ended, by who eats or who orders for them. */
@Injectable()
export class StandingsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
    private readonly book: AddressesQueries,
    private readonly helpers: HelpersService,
    private readonly results: StandingResultsService,
    private readonly orders: StandingOrdersService,
    private readonly queries: StandingsQueries,
    private readonly clock: Clock,
  ) {}

  /** Standing orders of the caller and those they set up, with what became of the days that are due. */
  async list(caller: Caller): Promise<StandingView[]> {
    const ids = await this.queries.idsOf(caller.personId)
    await this.orders.orderDue(ids)
    return this.queries.views(caller.personId, ids)
  }

  /**
   * Sets a standing order up. Throws `people.no_mandate` (403), `delivery.address_not_found` (404), `canteen.address_out_of_reach`
   * (422), `delivery.weekday_taken` (409).
   */
  async setUp(caller: Caller, once: OnceRequest, body: NewStandingRequest): Promise<StandingView> {
    const { id } = await this.idempotency.once(once, async (tx) => {
      const eaterId = body.forPersonId ?? caller.personId
      if (!(await this.helpers.mayAct(tx, caller.personId, eaterId, 'meals')))
        throw new DomainError('people.no_mandate')
      const { canteenId, meal, weekdays, wishes, addressId } = body
      await this.assertAddress(tx, { eaterId, canteenId, addressId })
      const standing: Standing = {
        id: newId(),
        canteenId,
        eaterId,
        setUpById: caller.personId,
        addressId,
        meal,
        wishes,
        note: body.note.trim(),
        pausedFrom: null,
        pausedTo: null,
        endedAt: null,
        createdAt: this.clock.now(),
        daysChangedAt: null,
      }
      await tx.insert(Standing, standing)
      await this.writeWeekdays(tx, standing, weekdays)
      return { id: standing.id }
    })
    return this.fresh(caller, id)
  }

  /**
   * Changes what is brought on days that are not ordered yet: those that could not be had are ordered after all, until the kitchen counts.
   * When the mandate of who set it up has ended, it is the eater's own from then on. Throws as {@link setUp}, and `delivery.standing_not_found` (404).
   */
  async change(caller: Caller, id: string, body: ChangeStandingRequest): Promise<StandingView> {
    await this.transactions.run(async (tx) => {
      const standing = await this.queries.own(tx, caller.personId, id)
      const { meal, weekdays, wishes, addressId }: StandingTerms = body
      await this.assertAddress(tx, { eaterId: standing.eaterId, canteenId: standing.canteenId, addressId })
      const mayOrder = await this.helpers.mayAct(tx, standing.setUpById, standing.eaterId, 'meals')
      const setUpById = mayOrder ? standing.setUpById : standing.eaterId
      const changed = { meal, wishes, addressId, note: body.note.trim(), setUpById, daysChangedAt: this.clock.now() }
      await tx.update(Standing, { id }, changed)
      await tx.delete(StandingWeekday, { standingId: id })
      await this.writeWeekdays(tx, Object.assign(standing, { meal }), weekdays)
      await this.takeUpFailed(tx, standing, weekdays)
    })
    return this.fresh(caller, id)
  }

  /** Ends a standing order; what is ordered already comes. Throws `delivery.standing_not_found` (404). */
  async end(caller: Caller, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.queries.own(tx, caller.personId, id)
      await this.endIn(tx, [id])
    })
  }

  /** Ends standing orders in the transaction of who has a reason to: their eater or helper is forgotten. */
  async endIn(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await tx.update(Standing, { id: In([...ids]), endedAt: IsNull() }, { endedAt: this.clock.now() })
    await tx.delete(StandingWeekday, { standingId: In([...ids]) })
  }

  /** Why a day could not be had may be over by now: who orders, what is wanted, to where. */
  private async takeUpFailed(
    tx: EntityManager,
    { id, canteenId, meal }: Standing,
    weekdays: readonly Weekday[],
  ): Promise<void> {
    const failed = { standingId: id, outcome: 'failed' as const, day: MoreThanOrEqual(this.clock.today()) }
    for (const result of await tx.findBy(StandingResult, failed)) {
      const open = { canteenId, meal, day: result.day, closedAt: IsNull(), freezeAt: MoreThan(this.clock.now()) }
      const mayCome = weekdays.includes(weekdayOf(result.day)) && (await tx.existsBy(Sitting, open))
      if (mayCome) await this.results.reopen(tx, result)
    }
  }

  private async writeWeekdays(
    tx: EntityManager,
    { id: standingId, eaterId, meal }: Standing,
    weekdays: readonly Weekday[],
  ): Promise<void> {
    const wanted = [...new Set(weekdays)]
    const [taken] = await tx.findBy(StandingWeekday, { eaterId, meal, weekday: In(wanted) })
    if (taken !== undefined) throw new DomainError('delivery.weekday_taken', { weekday: nameOf(taken.weekday) })
    const rows = wanted.map((weekday) => ({ eaterId, meal, weekday, standingId }))
    await insertRows(tx, StandingWeekday, rows).catch(asLostRace)
  }

  private async assertAddress(
    tx: EntityManager,
    { eaterId, canteenId, addressId }: { eaterId: string; canteenId: string; addressId: string },
  ): Promise<void> {
    // Whoever takes the address away waits, or was quicker.
    await lockRows(tx, Address, [addressId])
    const address = (await this.book.open(tx, [addressId])).get(addressId)
    if (address === undefined || address.personId !== eaterId || address.retired)
      throw new DomainError('delivery.address_not_found')
    if (address.estate.canteenId !== canteenId) throw new DomainError('canteen.address_out_of_reach')
  }

  private async fresh(caller: Caller, id: string): Promise<StandingView> {
    await this.orders.orderDue([id])
    return this.queries.view(caller.personId, id)
  }
}
