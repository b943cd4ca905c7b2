/*
 * What must never happen: what one manager set of a meal lost under what another sets. The UPDATE compares the revision that was seen; who
 * comes second changes nothing and is told who was first.
 */
import { Injectable } from '@nestjs/common'
import type { Meal } from '@wanli/contracts/canteen'
import type { ChangeMealPlanRequest, MealPlanView } from '@wanli/contracts/menus'
import type { EntityManager } from 'typeorm'

import { MEAL_NAMES } from '../canteen/order.rules.js'
import { StaffCanteensQueries } from '../canteen/staff-canteens.queries.js'
import type { Caller } from '../common/auth/caller.js'
import { canonical } from '../common/canonical.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { asLostRace } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'

import { MealPlanRow } from './meal-plan.entity.js'
import { assertPlan } from './meal-plan.rules.js'
import { MealPlansQueries, toMealPlan } from './meal-plans.queries.js'
import { MeanwhileQueries } from './meanwhile.queries.js'

/** How a canteen serves its meals, kept by its staff. */
@Injectable()
export class MealPlansService {
  constructor(
    private readonly transactions: Transactions,
    private readonly canteens: StaffCanteensQueries,
    private readonly queries: MealPlansQueries,
    private readonly meanwhile: MeanwhileQueries,
    private readonly clock: Clock,
  ) {}

  /** How the canteen's meals are served. Throws `canteen.not_found` (404). */
  async list(caller: Caller, canteenId?: string): Promise<MealPlanView[]> {
    return this.queries.list((await this.canteens.of(caller, canteenId)).id)
  }

  /**
   * Changes it for what is published from now on. Who says the same as is said has what they want. Throws `canteen.not_found` (404),
   * `menus.plan_changed` (409) when somebody has changed it since `revision` was seen, InvalidRequestError (422) with the fields.
   */
  change(
    caller: Caller,
    canteenId: string | undefined,
    meal: Meal,
    { revision, ...plan }: ChangeMealPlanRequest,
  ): Promise<MealPlanView> {
    assertPlan(plan)
    return this.transactions.run(async (tx) => {
      const canteen = await this.canteens.of(caller, canteenId, tx)
      const key = { canteenId: canteen.id, meal }
      const change = { ...plan, revision: revision + 1, changedById: caller.personId, changedAt: this.clock.now() }
      const row = await tx.findOneBy(MealPlanRow, key)
      if (row !== null && canonical(toMealPlan(row)) === canonical(plan))
        return { meal, revision: row.revision, ...plan }
      const { affected } = await tx.update(MealPlanRow, { ...key, revision }, change)
      if (affected !== 1) {
        if (row !== null || revision !== 0) throw await this.changedMeanwhile(tx, meal, row)
        await tx.insert(MealPlanRow, { ...key, ...change }).catch(asLostRace)
      }
      return { meal, revision: change.revision, ...plan }
    })
  }

  private async changedMeanwhile(tx: EntityManager, meal: Meal, row: MealPlanRow | null): Promise<DomainError> {
    const who = { personId: row?.changedById ?? null, at: row?.changedAt ?? null }
    return new DomainError('menus.plan_changed', { meal: MEAL_NAMES[meal], ...(await this.meanwhile.words(tx, who)) })
  }
}
