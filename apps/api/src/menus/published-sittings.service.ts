/*
 * What must never happen: one meal of a day with two sittings. `uq_canteen_sitting_canteen_day_meal` refuses the second. This is the
 * one way in which a sitting comes to be.
 */
import { Injectable } from '@nestjs/common'
import type { MenuDish, MenuMeal } from '@wanli/contracts/menus'
import type { EntityManager } from 'typeorm'

import { Offer } from '../canteen/offer.entity.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { Slot } from '../canteen/slot.entity.js'
import { newId } from '../common/new-id.js'
import { insertRows } from '../database/bulk.js'

import { slotsOf, timesOf, type MealPlans } from './meal-plan.rules.js'

/** Makes sittings of menus. */
@Injectable()
export class PublishedSittingsService {
  /** Makes a sitting of each meal, with its dishes and slots, as the canteen serves that meal. Answers the sittings. */
  async add(tx: EntityManager, canteenId: string, meals: readonly MenuMeal[], plans: MealPlans): Promise<Sitting[]> {
    const sittings = meals.map(({ day, meal }): Sitting => {
      const times = timesOf(plans[meal], day)
      const open = { closedAt: null, closedReason: null, closedById: null }
      return { id: newId(), canteenId, day, meal, ...times, lastPickup: 0, ...open }
    })
    await insertRows(tx, Sitting, sittings)
    const offers = meals.flatMap(({ dishes }, index) => {
      const sittingId = sittings[index]?.id ?? ''
      return dishes.map((dish, position) => offerOf(sittingId, dish, position))
    })
    await insertRows(tx, Offer, offers)
    const slots = sittings.flatMap(({ id, day, meal }) =>
      slotsOf(plans[meal], day).map((slot) => ({ id: newId(), sittingId: id, ...slot, taken: 0 })),
    )
    await insertRows(tx, Slot, slots)
    return sittings
  }
}

/** A dish of a menu as it is sold. */
export function offerOf(sittingId: string, dish: MenuDish, position: number): Offer {
  return {
    id: newId(),
    sittingId,
    dishId: dish.dishId,
    position,
    listFen: dish.listFen,
    halfFen: dish.halfFen,
    capacityHalves: dish.portions * 2,
    soldHalves: 0,
    keptHalves: dish.keptPortions * 2,
    soldKeptHalves: 0,
    withdrawnAt: null,
  }
}
