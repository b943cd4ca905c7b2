/*
 * What must never happen: what one cook changed of a dish lost under another's change. The UPDATE compares the revision that was seen;
 * who comes second changes nothing and is told who was first.
 */
import { Injectable } from '@nestjs/common'
import type { CatalogueDishView, ChangeDishRequest, DishRequest } from '@wanli/contracts/menus'
import { DataSource, IsNull, Not, type EntityManager } from 'typeorm'

import { Dish } from '../canteen/dish.entity.js'
import { worksAt, StaffCanteensQueries } from '../canteen/staff-canteens.queries.js'
import type { Caller } from '../common/auth/caller.js'
import { canonical } from '../common/canonical.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { newId } from '../common/new-id.js'
import { Transactions } from '../database/transactions.js'

import { assertDish } from './dish.rules.js'
import { toCatalogueDish } from './dish.view.js'
import { MeanwhileQueries } from './meanwhile.queries.js'

/** The dish catalogue of a canteen. What a dish was when it was sold stays in the orders' lines. */
@Injectable()
export class DishesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
    private readonly canteens: StaffCanteensQueries,
    private readonly meanwhile: MeanwhileQueries,
    private readonly clock: Clock,
  ) {}

  /** Every dish of a canteen, retired ones last. Throws `canteen.not_found` (404). */
  async list(caller: Caller, canteenId?: string): Promise<CatalogueDishView[]> {
    const canteen = await this.canteens.of(caller, canteenId)
    const rows = await this.dataSource.manager.find(Dish, {
      where: { canteenId: canteen.id },
      order: { picture: 'ASC', name: 'ASC' },
    })
    const retired = rows.filter(({ retiredAt }) => retiredAt !== null)
    return [...rows.filter(({ retiredAt }) => retiredAt === null), ...retired].map(toCatalogueDish)
  }

  /** Adds a dish. Throws `canteen.not_found` (404), InvalidRequestError (422) with the fields that contradict each other. */
  add(caller: Caller, once: OnceRequest, canteenId: string | undefined, body: DishRequest): Promise<CatalogueDishView> {
    assertDish(body)
    return this.idempotency.once(once, async (tx) => {
      const canteen = await this.canteens.of(caller, canteenId, tx)
      const fresh = { retiredAt: null, revision: 1, changedById: null, changedAt: null }
      const dish: Dish = { id: newId(), canteenId: canteen.id, ...body, ...fresh }
      await tx.insert(Dish, dish)
      return toCatalogueDish(dish)
    })
  }

  /**
   * Changes a dish; what is published keeps its prices. Who says the same as is said has what they want: a colleague's word, or their
   * own whose answer was lost. Throws `menus.dish_not_found` (404), `menus.dish_changed` (409) when somebody has changed it since
   * `revision` was seen, InvalidRequestError (422).
   */
  change(caller: Caller, id: string, { revision, ...said }: ChangeDishRequest): Promise<CatalogueDishView> {
    assertDish(said)
    return this.transactions.run(async (tx) => {
      const dish = await this.dishOf(tx, caller, id)
      if (isSaid(dish, said)) return toCatalogueDish(dish)
      const change = { ...said, revision: revision + 1, changedById: caller.personId, changedAt: this.clock.now() }
      const { affected } = await tx.update(Dish, { id, revision }, change)
      if (affected === 1) return toCatalogueDish(Object.assign(dish, change))
      const { name: dishName, changedById: personId, changedAt: at } = await tx.findOneByOrFail(Dish, { id })
      throw new DomainError('menus.dish_changed', { dishName, ...(await this.meanwhile.words(tx, { personId, at })) })
    })
  }

  /** Takes a dish off all menus to come; it stays in what was. Throws `menus.dish_not_found` (404). */
  retire(caller: Caller, id: string): Promise<CatalogueDishView> {
    return this.transactions.run(async (tx) => {
      await this.dishOf(tx, caller, id)
      await tx.update(Dish, { id, retiredAt: IsNull() }, { retiredAt: this.clock.now() })
      return toCatalogueDish(await tx.findOneByOrFail(Dish, { id }))
    })
  }

  /** Takes a retired dish back. Throws `menus.dish_not_found` (404). */
  restore(caller: Caller, id: string): Promise<CatalogueDishView> {
    return this.transactions.run(async (tx) => {
      await this.dishOf(tx, caller, id)
      await tx.update(Dish, { id, retiredAt: Not(IsNull()) }, { retiredAt: null })
      return toCatalogueDish(await tx.findOneByOrFail(Dish, { id }))
    })
  }

  private async dishOf(tx: EntityManager, caller: Caller, id: string): Promise<Dish> {
    const dish = await tx.findOneBy(Dish, { id })
    if (dish === null || !worksAt(caller, dish.canteenId)) throw new DomainError('menus.dish_not_found')
    return dish
  }
}

/** Whether a dish is exactly what somebody says of it. */
function isSaid(dish: Dish, said: DishRequest): boolean {
  const names = Object.keys(said) as (keyof DishRequest)[]
  return names.every((name) => canonical(dish[name]) === canonical(said[name]))
}
