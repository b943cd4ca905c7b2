import { Injectable } from '@nestjs/common'
import type { StandingWish } from '@wanli/contracts/standing'
import type { EntityManager } from 'typeorm'

import { OrderSwapsService } from '../canteen/order-swaps.service.js'
import type { Order } from '../canteen/order.entity.js'
import { DomainError, isDomainError } from '../common/domain-error.js'

import { DeliveryNoticesService } from './delivery-notices.service.js'
import { bringingOf, callerOf, StandingMenusQueries, type StandingMeal } from './standing-menus.queries.js'
import type { StandingResult } from './standing-result.entity.js'
import { onceOf, StandingResultsService } from './standing-results.service.js'

/** Something else on a day of a standing order that is ordered already. */
@Injectable()
export class StandingSwapsService {
  constructor(
    private readonly swaps: OrderSwapsService,
    private readonly menus: StandingMenusQueries,
    private readonly results: StandingResultsService,
    private readonly notices: DeliveryNoticesService,
  ) {}

  /**
   * Puts what the day is to bring now in the place of the meal that is ordered for it. Both in the caller's transaction: a meal given up
   * first and ordered anew by the next round may find its dish sold out, and nothing would come; one ordered first would need money,
   * the day's subsidy and perhaps the last portion twice. What somebody chose comes whole or not at all; what the standing order says by
   * itself is what of it the menu has, as on every other day. Throws `delivery.swap_refused` (409) with the reason in words for both who
   * may read it: the caller's transaction then keeps nothing, and the old meal comes.
   */
  async swap(tx: EntityManager, meal: StandingMeal, result: StandingResult, order: Order): Promise<void> {
    const { standing, sitting, said } = meal
    const once = onceOf({ standing, sitting, round: result.round + 1 })
    const bodyOf = async () => {
      const { body, unmet } = await this.menus.bodyOf(tx, meal)
      if (said !== null && unmet.length > 0) throw new DomainError('delivery.swap_refused', { why: goneText(unmet) })
      // It takes the place of a meal: that another helper has ordered one, too, was settled when it was ordered.
      return { ...body, again: true }
    }
    try {
      const ask = bringingOf(standing)
      const orderId = await this.swaps.swap(tx, order, sitting, { caller: callerOf(standing), once, bodyOf, ask })
      await this.results.reopen(tx, result, { outcome: 'ordered', orderId })
    } catch (error) {
      if (!isDomainError(error) || error.code === 'delivery.swap_refused') throw error
      const whyFor = await this.notices.whyFailed(tx, standing, error)
      throw new DomainError('delivery.swap_refused', { why: whyFor() })
    }
  }
}

const goneText = (wishes: readonly StandingWish[]): string =>
  `${wishes.map(({ dishNames, kind }) => dishNames[0] ?? kind).join('、')}现在订不到`
