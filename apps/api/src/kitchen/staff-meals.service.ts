import { Injectable } from '@nestjs/common'
import type { StaffMealsView } from '@wanli/contracts/kitchen'
import { In, type EntityManager } from 'typeorm'

import { Dish } from '../canteen/dish.entity.js'
import { StaffCanteensQueries } from '../canteen/staff-canteens.queries.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Transactions } from '../database/transactions.js'
import { LiveService } from '../live/live.service.js'

import { StaffMeal } from './staff-meal.entity.js'

/** What the staff of a canteen eat. */
@Injectable()
export class StaffMealsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly canteens: StaffCanteensQueries,
    private readonly live: LiveService,
    private readonly clock: Clock,
  ) {}

  /** The staff meals of a canteen; none until somebody has said. */
  async of(from: EntityManager, canteenId: string): Promise<StaffMealsView> {
    const row = await from.findOneBy(StaffMeal, { canteenId })
    return { portions: row?.portions ?? 0, dishIds: row?.dishIds ?? [] }
  }

  /** Says what the staff of the caller's canteen eat, for sheets that are not frozen. Throws `kitchen.dish_not_found` (404). */
  async change(caller: Caller, { portions, dishIds }: StaffMealsView): Promise<StaffMealsView> {
    const { id: canteenId } = await this.canteens.of(caller)
    const ids = [...new Set(dishIds)]
    await this.transactions.run(async (tx) => {
      if ((await tx.countBy(Dish, { canteenId, id: In(ids) })) !== ids.length)
        throw new DomainError('kitchen.dish_not_found')
      const values = { portions, dishIds: ids, changedAt: this.clock.now() }
      await tx.upsert(StaffMeal, { canteenId, ...values }, ['canteenId'])
      await this.live.changed(tx, { topic: `board:${canteenId}`, audience: { canteenId }, id: canteenId })
    })
    return { portions, dishIds: ids }
  }
}
