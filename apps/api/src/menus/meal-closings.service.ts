/*
 * What must never happen: a meal that was closed and is sold all the same. A published meal is closed by the canteen's own service;
 * for one that is not, a row says so before its menu can be published. Who closes and who publishes lock the week's row first: whoever
 * closes a meal of a week that nobody has drafted makes the row, so that whoever drafts and publishes it meanwhile waits for the same one.
 */
import { Injectable } from '@nestjs/common'
import type { CloseMealRequest, ClosedMealView } from '@wanli/contracts/menus'
import { mondayOf } from '@wanli/kernel/shanghai-time'
import { DataSource, type EntityManager } from 'typeorm'

import type { Canteen } from '../canteen/canteen.entity.js'
import { ClosingsService } from '../canteen/closings.service.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { worksAt, StaffCanteensQueries } from '../canteen/staff-canteens.queries.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError, isDomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { newId } from '../common/new-id.js'
import { insertMissing } from '../database/bulk.js'
import { isDuplicateKey } from '../database/constraint-errors.js'
import { lockRows } from '../database/rows.js'
import { Transactions } from '../database/transactions.js'

import { Closing } from './closing.entity.js'
import { MealPlansQueries } from './meal-plans.queries.js'
import { timesOf } from './meal-plan.rules.js'
import { MeanwhileQueries } from './meanwhile.queries.js'
import { weekMealText } from './menu.rules.js'
import { MenuWeek } from './week.entity.js'

/** The meal was published since it was looked at: its sitting is to be closed instead. */
class PublishedMeanwhile extends Error {}

/** Meals that are not served after all. */
@Injectable()
export class MealClosingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
    private readonly canteens: StaffCanteensQueries,
    private readonly plans: MealPlansQueries,
    private readonly closings: ClosingsService,
    private readonly meanwhile: MeanwhileQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Closes a meal of a day. When it is published everybody is refunded and told. Throws `canteen.not_found` (404), `menus.meal_over`,
   * `menus.more_standing` when more orders go with it than were shown, and `menus.meal_closed` (409), which says who was first.
   */
  async close(caller: Caller, once: OnceRequest, body: CloseMealRequest): Promise<ClosedMealView> {
    const canteen = await this.canteens.of(caller, body.canteenId)
    const { day, meal } = body
    const sitting = await this.dataSource.manager.findOneBy(Sitting, { canteenId: canteen.id, day, meal })
    if (sitting !== null) return this.closePublished(caller, once, sitting.id, body)
    try {
      return await this.idempotency.once(once, (tx) => this.mark(tx, caller, canteen, body))
    } catch (error) {
      if (error instanceof PublishedMeanwhile) return await this.close(caller, once, body)
      throw error
    }
  }

  /** Serves a meal after all that was closed before it was published. Throws `menus.closing_not_found` (404). */
  async undo(caller: Caller, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const closing = await tx.findOneBy(Closing, { id })
      if (closing === null || !worksAt(caller, closing.canteenId)) throw new DomainError('menus.closing_not_found')
      await tx.delete(Closing, { id })
    })
  }

  private async closePublished(
    caller: Caller,
    once: OnceRequest,
    id: string,
    body: CloseMealRequest,
  ): Promise<ClosedMealView> {
    try {
      return await this.closings.close(caller, once, id, {
        reason: body.reason,
        assertSeen: (orders) => {
          const { standing: seen = 0 } = body
          if (orders > seen) throw new DomainError('menus.more_standing', { meal: weekMealText(body), orders })
        },
      })
    } catch (error) {
      if (!isDomainError(error) || error.code !== 'canteen.state_changed') throw error
      const { closedAt, closedById, closedReason } = await this.dataSource.manager.findOneByOrFail(Sitting, { id })
      if (closedReason === null) throw new DomainError('menus.meal_over', { meal: weekMealText(body) })
      throw await this.closedBy(this.dataSource.manager, body, {
        personId: closedById,
        at: closedAt,
        reason: closedReason,
      })
    }
  }

  private async closedBy(
    from: EntityManager,
    meal: Pick<CloseMealRequest, 'day' | 'meal'>,
    { reason, ...who }: { personId: string | null; at: Date | null; reason: string },
  ): Promise<DomainError> {
    const words = await this.meanwhile.words(from, who)
    return new DomainError('menus.meal_closed', { meal: weekMealText(meal), reason, ...words })
  }

  private async mark(
    tx: EntityManager,
    caller: Caller,
    canteen: Canteen,
    { day, meal, reason }: CloseMealRequest,
  ): Promise<ClosedMealView> {
    const now = this.clock.now()
    await this.lockWeek(tx, {
      canteenId: canteen.id,
      monday: mondayOf(day),
      changedById: caller.personId,
      changedAt: now,
    })
    const { servingTo } = timesOf((await this.plans.of(canteen.id, tx))[meal], day)
    if (servingTo <= now) throw new DomainError('menus.meal_over', { meal: weekMealText({ day, meal }) })
    if (await tx.existsBy(Sitting, { canteenId: canteen.id, day, meal })) throw new PublishedMeanwhile()
    try {
      await tx.insert(Closing, {
        id: newId(),
        canteenId: canteen.id,
        day,
        meal,
        reason,
        closedById: caller.personId,
        createdAt: now,
      })
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
      const there = await tx.findOneByOrFail(Closing, { canteenId: canteen.id, day, meal })
      throw await this.closedBy(tx, there, { personId: there.closedById, at: there.createdAt, reason: there.reason })
    }
    return { cancelled: 0, refundedFen: 0 }
  }

  /** Locks the row of a week; where nobody has drafted one, an empty one that nothing can be published from. */
  private async lockWeek(
    tx: EntityManager,
    first: Pick<MenuWeek, 'canteenId' | 'monday' | 'changedById' | 'changedAt'>,
  ): Promise<void> {
    const { canteenId, monday } = first
    if (!(await tx.existsBy(MenuWeek, { canteenId, monday }))) {
      const empty: MenuWeek = { id: newId(), ...first, revision: 0, version: 0, meals: [] }
      await insertMissing(tx, MenuWeek, [empty], ['canteenId', 'monday'])
    }
    const { id } = await tx.findOneByOrFail(MenuWeek, { canteenId, monday })
    await lockRows(tx, MenuWeek, [id])
  }
}
