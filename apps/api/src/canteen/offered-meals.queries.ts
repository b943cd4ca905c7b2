import { Injectable } from '@nestjs/common'
import type { OfferedMealView } from '@wanli/contracts/meals'
import { DataSource, In, IsNull, type EntityManager } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'

import type { PricedBasket } from './basket.rules.js'
import { Canteen } from './canteen.entity.js'
import { EatersQueries } from './eaters.queries.js'
import { menuOf } from './menu.queries.js'
import { OrderLine } from './order-line.entity.js'
import { Order } from './order.entity.js'
import { peopleOf } from './order.rules.js'
import { spanOf } from './order.view.js'
import { PUTUO_2025_12 } from './scheme.js'
import { Sitting } from './sitting.entity.js'
import { Slot } from './slot.entity.js'
import { SubsidyUse } from './subsidy-use.entity.js'
import { dealOf, isEnding, lineFor, turnEndsAt, whyNotEaten, type GivenUp, type Taker } from './take-over.rules.js'
import { WaitsQueries } from './waits.queries.js'

/** Given-up meals as somebody who might take them over sees them. */
@Injectable()
export class OfferedMealsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly eaters: EatersQueries,
    private readonly waits: WaitsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Given-up meals of a sitting as the caller would have them, without those that hold what they do not eat; none once the meal is over.
   * Throws `canteen.sitting_not_found` (404).
   */
  async of(caller: Caller, sittingId: string): Promise<OfferedMealView[]> {
    const { manager } = this.dataSource
    const sitting = await manager.findOneBy(Sitting, { id: sittingId })
    if (sitting === null) throw new DomainError('canteen.sitting_not_found')
    const now = this.clock.now()
    if (sitting.closedAt !== null || now >= sitting.servingTo) return []
    const orders = await manager.find(Order, { where: { sittingId, status: 'offered' }, order: { offeredAt: 'ASC' } })
    if (orders.length === 0) return []
    const canteen = await manager.findOneByOrFail(Canteen, { id: sitting.canteenId })
    const line = await this.waits.line(manager, sittingId)
    const slots = await manager.findBy(Slot, { id: In(orders.flatMap(({ slotId }) => slotId ?? [])) })
    const taker = await this.taker(manager, caller, sitting)
    const meals = await this.givenUp(manager, orders)
    return meals
      .filter((meal) => !isEnding(meal) && whyNotEaten(meal, taker) === undefined)
      .map((meal) => {
        const { order } = meal
        const { lines, price } = dealOf(meal, taker)
        return {
          orderId: order.id,
          day: order.day,
          meal: sitting.meal,
          window: canteen.windowName,
          mode: order.mode,
          slot: spanOf(slots.find(({ id }) => id === order.slotId) ?? null),
          dishes: lines.map(({ dishName, picture, quantity, portion }) => ({
            name: dishName,
            picture,
            quantity,
            portion,
          })),
          listFen: price.listFen,
          myFen: price.payFen,
          firstUntil: turnEndsAt(lineFor(line, order), order.offeredAt ?? now, now)?.toISOString() ?? null,
          mine: peopleOf(order).includes(caller.personId),
        }
      })
  }

  /**
   * What is left of the dishes of a given-up meal, at the price of the caller. Throws `canteen.clash` (409), and `canteen.meal_gone`
   * (409) when a dish of it was taken off the menu.
   */
  async deal(from: EntityManager, caller: Caller, given: Order, sitting: Sitting): Promise<PricedBasket> {
    const taker = await this.taker(from, caller, sitting)
    const [meal] = await this.givenUp(from, [given])
    if (meal === undefined || isEnding(meal)) throw new DomainError('canteen.meal_gone')
    const refusal = whyNotEaten(meal, taker)
    if (refusal !== undefined) throw refusal
    return dealOf(meal, taker)
  }

  private async taker(from: EntityManager, { personId }: Caller, { day }: Sitting): Promise<Taker> {
    const { facts, avoid } = await this.eaters.eaterFor(personId, undefined, day, from)
    const right = { personId, day, scheme: PUTUO_2025_12.version }
    return { facts, avoid, subsidyUsed: await from.existsBy(SubsidyUse, right) }
  }

  /** Given-up meals with what is left of each and its menu, however many they are in three statements. */
  private async givenUp<Given extends Order>(
    from: EntityManager,
    orders: readonly Given[],
  ): Promise<(GivenUp & { order: Given })[]> {
    const standing = { orderId: In(orders.map(({ id }) => id)), refundedAt: IsNull() }
    const rows = await from.find(OrderLine, { where: standing, order: { position: 'ASC' } })
    const menu = await menuOf(from, rows)
    return orders.map((order) => ({ order, lines: rows.filter(({ orderId }) => orderId === order.id), menu }))
  }
}
