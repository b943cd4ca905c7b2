import { Injectable } from '@nestjs/common'
import type { OfferedMealView } from '@wanli/contracts/meals'
import { DataSource, IsNull, type EntityManager } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'

import { clashError, clashesOf, priceBasket } from './basket.rules.js'
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
import { turnEndsAt } from './take-over.rules.js'
import { WaitsQueries } from './waits.queries.js'

/** A given-up meal as one taker would have it. */
export interface Deal {
  lines: ReturnType<typeof priceBasket>['lines']
  price: ReturnType<typeof priceBasket>['price']
}

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
    const canteen = await manager.findOneByOrFail(Canteen, { id: sitting.canteenId })
    const line = await this.waits.line(manager, sittingId)
    const views: OfferedMealView[] = []
    for (const order of orders) {
      const deal = await this.deal(manager, caller, order, sitting).catch(noDeal)
      if (deal === null) continue
      const { lines, price } = deal
      const slot = order.slotId === null ? null : await manager.findOneBy(Slot, { id: order.slotId })
      views.push({
        orderId: order.id,
        day: order.day,
        meal: sitting.meal,
        window: canteen.windowName,
        mode: order.mode,
        slot: spanOf(slot),
        dishes: lines.map(({ dishName, picture, quantity, portion }) => ({
          name: dishName,
          picture,
          quantity,
          portion,
        })),
        listFen: price.listFen,
        myFen: price.payFen,
        firstUntil: turnEndsAt(line, order.offeredAt ?? now, now)?.toISOString() ?? null,
        mine: peopleOf(order).includes(caller.personId),
      })
    }
    return views
  }

  /** What is left of the dishes of a given-up meal, at the price of the caller. Throws `canteen.clash` (409). */
  async deal(from: EntityManager, caller: Caller, given: Order, sitting: Sitting): Promise<Deal> {
    const eater = await this.eaters.eaterFor(caller.personId, undefined, sitting.day, from)
    const standing = { orderId: given.id, refundedAt: IsNull() }
    const rows = await from.find(OrderLine, { where: standing, order: { position: 'ASC' } })
    const menu = await menuOf(from, rows)
    const right = { personId: caller.personId, day: sitting.day, scheme: PUTUO_2025_12.version }
    // What is cooked is cooked.
    const cooked = clashesOf(menu.dishes.values(), eater.avoid).map((clash) => ({ ...clash, canLeaveOut: false }))
    const refusal = clashError(cooked)
    if (refusal !== undefined) throw refusal
    return priceBasket(menu, {
      sittingId: sitting.id,
      day: sitting.day,
      lines: rows,
      mode: given.mode,
      eater: eater.facts,
      subsidyUsed: await from.existsBy(SubsidyUse, right),
    })
  }
}

/** A meal that the caller could not take over is none for them; what is no refusal goes on. */
function noDeal(error: unknown): null {
  if (error instanceof DomainError) return null
  throw error
}
