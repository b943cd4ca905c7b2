import { Injectable } from '@nestjs/common'
import type { MealPlan, MealPlanView } from '@wanli/contracts/menus'
import { DataSource, In, type EntityManager } from 'typeorm'

import { MEALS } from './calendar.rules.js'
import { MealPlanRow } from './meal-plan.entity.js'
import { DEFAULT_PLANS, type MealPlans } from './meal-plan.rules.js'

/** Reads of how meals are served. */
@Injectable()
export class MealPlansQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** How a canteen serves its meals: what it said, and the defaults where it said nothing. */
  async of(canteenId: string, from: EntityManager = this.dataSource.manager): Promise<MealPlans> {
    return (await this.ofAll([canteenId], from)).get(canteenId) ?? DEFAULT_PLANS
  }

  /** The same of several canteens. */
  async ofAll(
    canteenIds: readonly string[],
    from: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, MealPlans>> {
    const plans = new Map(canteenIds.map((id): [string, MealPlans] => [id, { ...DEFAULT_PLANS }]))
    for (const row of await from.findBy(MealPlanRow, { canteenId: In([...canteenIds]) })) {
      const own = plans.get(row.canteenId)
      if (own !== undefined) own[row.meal] = toMealPlan(row)
    }
    return plans
  }

  /** The same, as a list in the order of the day, with the revision of each. */
  async list(canteenId: string, from: EntityManager = this.dataSource.manager): Promise<MealPlanView[]> {
    const rows = await from.findBy(MealPlanRow, { canteenId })
    return MEALS.map((meal) => {
      const row = rows.find((one) => one.meal === meal)
      const plan = row === undefined ? DEFAULT_PLANS[meal] : toMealPlan(row)
      return { meal, revision: row?.revision ?? 0, ...plan }
    })
  }
}

/** A row as what it says. */
export function toMealPlan(row: MealPlanRow): MealPlan {
  const { canteenId: _canteen, meal: _meal, revision: _revision, changedById: _by, changedAt: _at, ...plan } = row
  return { ...plan }
}
