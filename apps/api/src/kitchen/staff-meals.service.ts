/*
 * What must never happen: of two cooks who change the same, one's word is lost and nobody is told. The UPDATE compares the revision
 * that was seen; whoever comes second learns what is said now.
 */
import { Injectable } from '@nestjs/common'
import type { ChangeStaffMealsRequest, StaffMealsView } from '@wanli/contracts/kitchen'
import { clockText } from '@wanli/kernel/shanghai-time'
import { In, type EntityManager } from 'typeorm'

import { Dish } from '../canteen/dish.entity.js'
import { StaffCanteensQueries } from '../canteen/staff-canteens.queries.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { asLostRace } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'
import { LiveService } from '../live/live.service.js'
import { PeopleService } from '../people/people.service.js'

import { StaffMeal } from './staff-meal.entity.js'

const NOTHING_SAID: StaffMealsView = { portions: 0, dishIds: [], revision: 0, said: null }

/** What the staff of a canteen eat. */
@Injectable()
export class StaffMealsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly canteens: StaffCanteensQueries,
    private readonly people: PeopleService,
    private readonly live: LiveService,
    private readonly clock: Clock,
  ) {}

  /** The staff meals of a canteen; none until somebody has said. */
  async of(from: EntityManager, canteenId: string): Promise<StaffMealsView> {
    const row = await from.findOneBy(StaffMeal, { canteenId })
    if (row === null) return NOTHING_SAID
    const { portions, dishIds, revision, changedById, changedAt } = row
    const by = await this.people.colleague(changedById, from)
    return { portions, dishIds, revision, said: { by, at: changedAt.toISOString() } }
  }

  /**
   * Says what the staff of the caller's canteen eat, for sheets that are not frozen. Throws `kitchen.dish_not_found` (404) and
   * `kitchen.staff_meals_changed` (409) when a colleague has said something else since `revision` was seen.
   */
  async change(caller: Caller, { portions, dishIds, revision }: ChangeStaffMealsRequest): Promise<StaffMealsView> {
    const { id: canteenId } = await this.canteens.of(caller)
    const ids = [...new Set(dishIds)]
    return this.transactions.run(async (tx) => {
      if ((await tx.countBy(Dish, { canteenId, id: In(ids) })) !== ids.length)
        throw new DomainError('kitchen.dish_not_found')
      const [changedAt, changedById] = [this.clock.now(), caller.personId]
      const next = { portions, dishIds: ids, revision: revision + 1, changedAt, changedById }
      const { affected } = await tx.update(StaffMeal, { canteenId, revision }, next)
      if (affected !== 1) {
        const now = await tx.findOneBy(StaffMeal, { canteenId })
        // Whoever asks again after a lost reply, or says the same as a colleague, has what they want.
        if (now !== null && isSame(now, { portions, dishIds: ids })) return this.of(tx, canteenId)
        if (now !== null || revision !== 0) {
          const said = now ?? { portions: 0, dishIds: [], changedAt, changedById: null }
          throw changedMeanwhile(said, await this.people.colleague(said.changedById, tx))
        }
        await tx.insert(StaffMeal, { canteenId, ...next }).catch(asLostRace)
      }
      await this.live.changed(tx, { topic: `board:${canteenId}`, audience: { canteenId }, id: canteenId })
      return this.of(tx, canteenId)
    })
  }
}

type Said = Pick<StaffMeal, 'portions' | 'dishIds'>

function isSame(one: Said, other: Said): boolean {
  return one.portions === other.portions && [...one.dishIds].sort().join() === [...other.dishIds].sort().join()
}

function changedMeanwhile({ portions, dishIds, changedAt }: Said & { changedAt: Date }, by: string): DomainError {
  const said = { dishes: dishIds.length, portions }
  return new DomainError('kitchen.staff_meals_changed', { by, at: clockText(changedAt), ...said })
}
