import { Injectable } from '@nestjs/common'
import type { StandingWish } from '@wanli/contracts/standing'
import { In, IsNull, type EntityManager } from 'typeorm'

import { Diet } from '../canteen/diet.entity.js'
import { Dish } from '../canteen/dish.entity.js'
import { Offer } from '../canteen/offer.entity.js'
import type { SwapRequest } from '../canteen/order-swaps.service.js'
import { leftFor } from '../canteen/pool.rules.js'
import type { Sitting } from '../canteen/sitting.entity.js'
import type { Caller } from '../common/auth/caller.js'
import { DomainError } from '../common/domain-error.js'

import type { StandingDay } from './standing-day.entity.js'
import type { Standing } from './standing.entity.js'
import { trayFor, type EaterDiet, type MenuDish } from './standing.rules.js'

/** One day of a standing order, and what somebody said of it. */
export interface StandingMeal {
  standing: Standing
  sitting: Sitting
  said: StandingDay | null
}

/** Who orders what a standing order says: who set it up. */
export const callerOf = ({ setUpById: personId }: Standing): Caller => ({ personId, sessionId: '', roles: [] })

/** For whom and to where a standing order is brought. */
export const bringingOf = ({ eaterId, setUpById, addressId }: Standing) => ({
  mode: 'delivery' as const,
  addressId,
  ...(eaterId === setUpById ? {} : { forPersonId: eaterId }),
})

/** Reads menus as standing orders look at them. */
@Injectable()
export class StandingMenusQueries {
  /**
   * What is to be ordered on a day from its menu as it is now, and which wishes cannot be had. Throws `delivery.nothing_on_menu` (409)
   * when that is all of them.
   */
  async bodyOf(
    from: EntityManager,
    { standing, sitting, said }: StandingMeal,
  ): Promise<{ body: SwapRequest; unmet: StandingWish[] }> {
    const wishes = said?.wishes ?? standing.wishes
    const diet = await dietOf(from, standing.eaterId)
    const { lines, unmet } = trayFor(wishes, await menuOf(from, sitting.id), diet)
    if (lines.length === 0) throw new DomainError('delivery.nothing_on_menu')
    const { note } = standing
    const ordered = { sittingId: sitting.id, lines, payBy: 'wallet' as const, ...(note === '' ? {} : { note }) }
    return { body: { ...ordered, ...bringingOf(standing) }, unmet }
  }
}

async function menuOf(from: EntityManager, sittingId: string): Promise<MenuDish[]> {
  const offers = await from.find(Offer, { where: { sittingId, withdrawnAt: IsNull() }, order: { position: 'ASC' } })
  const dishes = await from.findBy(Dish, { id: In(offers.map(({ dishId }) => dishId)) })
  return offers.flatMap((offer) => {
    const dish = dishes.find(({ id }) => id === offer.dishId)
    if (dish === undefined) return []
    const { name, kind, soft, lowSalt, ingredients, allergens } = dish
    const hasHalf = offer.halfFen !== null
    const leftHalves = leftFor(offer, true, 0)
    return [{ offerId: offer.id, name, kind, soft, lowSalt, ingredients, allergens, hasHalf, leftHalves }]
  })
}

async function dietOf(from: EntityManager, eaterId: string): Promise<EaterDiet> {
  const diet = await from.findOneBy(Diet, { personId: eaterId })
  return { avoid: diet?.avoid ?? [], soft: diet?.soft ?? false, lowSalt: diet?.lowSalt ?? false }
}
