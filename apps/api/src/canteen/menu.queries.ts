import type { OrderLineRequest } from '@wanli/contracts/canteen'
import { In, type EntityManager } from 'typeorm'

import type { Menu } from './basket.rules.js'
import { Dish } from './dish.entity.js'
import { Offer } from './offer.entity.js'

/** The offers that lines ask for, with their dishes. */
export async function menuOf(from: EntityManager, lines: readonly OrderLineRequest[]): Promise<Menu> {
  const offers = await from.findBy(Offer, { id: In(lines.map((line) => line.offerId)) })
  const dishes = await from.findBy(Dish, { id: In(offers.map((offer) => offer.dishId)) })
  return { offers: new Map(offers.map((row) => [row.id, row])), dishes: new Map(dishes.map((row) => [row.id, row])) }
}
