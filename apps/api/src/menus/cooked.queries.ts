import { Injectable } from '@nestjs/common'
import { In, type EntityManager } from 'typeorm'

import { Dish } from '../canteen/dish.entity.js'
import { Offer } from '../canteen/offer.entity.js'
import { KitchenExtrasService } from '../kitchen/kitchen-extras.service.js'

import type { CookedDish } from './figures.rules.js'
import { SalesQueries } from './sales.queries.js'

/** Dishes of sittings with what their kitchen was told of them. */
@Injectable()
export class CookedQueries {
  constructor(
    private readonly kitchen: KitchenExtrasService,
    private readonly sales: SalesQueries,
  ) {}

  /** Every dish of these sittings, in the order of the menu: a fixed number of statements. */
  async ofSittings(read: EntityManager, sittingIds: readonly string[]): Promise<CookedDish[]> {
    if (sittingIds.length === 0) return []
    const offers = await read.find(Offer, {
      where: { sittingId: In([...sittingIds]) },
      order: { position: 'ASC' },
    })
    const ids = [...new Set(offers.map(({ dishId }) => dishId))]
    const dishes = new Map((await read.findBy(Dish, { id: In(ids) })).map((dish) => [dish.id, dish]))
    const sheets = await this.kitchen.ofSittings(read, sittingIds)
    const calledOff = await this.sales.calledOff(read, sittingIds)
    return offers.flatMap(({ id, sittingId, dishId, capacityHalves, withdrawnAt }): CookedDish[] => {
      const dish = dishes.get(dishId)
      if (dish === undefined) return []
      const { name, picture, costFen } = dish
      const sheet = sheets.get(sittingId)
      const extraPortions = sheet === undefined ? null : (sheet.get(dishId) ?? 0)
      const calledOffHalves = calledOff.get(id) ?? 0
      const told = { capacityHalves, extraPortions, calledOffHalves, isWithdrawn: withdrawnAt !== null }
      return [{ offerId: id, sittingId, dishId, dishName: name, picture, costFen, ...told }]
    })
  }
}
