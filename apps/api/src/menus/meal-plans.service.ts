import { Injectable } from '@nestjs/common'
import type { Meal } from '@wanli/contracts/canteen'
import type { MealPlan, MealPlanView } from '@wanli/contracts/menus'

import { StaffCanteensQueries } from '../canteen/staff-canteens.queries.js'
import type { Caller } from '../common/auth/caller.js'
import { Transactions } from '../database/transactions.js'

import { MealPlanRow } from './meal-plan.entity.js'
import { assertPlan } from './meal-plan.rules.js'
import { MealPlansQueries } from './meal-plans.queries.js'

/** How a canteen serves its meals, kept by its staff. */
@Injectable()
export class MealPlansService {
  constructor(
    private readonly transactions: Transactions,
    private readonly canteens: StaffCanteensQueries,
    private readonly queries: MealPlansQueries,
  ) {}

  /** How the canteen's meals are served. Throws `canteen.not_found` (404). */
  async list(caller: Caller, canteenId?: string): Promise<MealPlanView[]> {
    return this.queries.list((await this.canteens.of(caller, canteenId)).id)
  }

  /** Changes it for what is published from now on. Throws `canteen.not_found` (404), InvalidRequestError (422) with the fields. */
  change(caller: Caller, canteenId: string | undefined, meal: Meal, plan: MealPlan): Promise<MealPlanView> {
    assertPlan(plan)
    return this.transactions.run(async (tx) => {
      const canteen = await this.canteens.of(caller, canteenId, tx)
      await tx.upsert(MealPlanRow, { canteenId: canteen.id, meal, ...plan }, ['canteenId', 'meal'])
      return { meal, ...plan }
    })
  }
}
