/*
 * What must never happen: a dish's money given back twice, or of a meal that was handed over. The order's row is locked first; then the
 * line's is taken by an UPDATE that holds only while it was not refunded.
 */
import { Injectable } from '@nestjs/common'
import type { PickupView } from '@wanli/contracts/pickups'
import { IsNull, type EntityManager } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { lockRows } from '../database/rows.js'
import { OrderMoneyService } from '../wallet/order-money.service.js'

import { HoldsService } from './holds.service.js'
import { OrderLine } from './order-line.entity.js'
import { OrderNoticesService } from './order-notices.service.js'
import { moneyOf } from './order-payments.service.js'
import { Order } from './order.entity.js'
import { COLLECTABLE } from './order.rules.js'
import { PickupsQueries } from './pickups.queries.js'
import { worksAt } from './staff-canteens.queries.js'

/** A dish that is to be given back, and why. */
export interface LineRefund {
  id: string
  lineId: string
  reason: string
}

/** The canteen gives the money of a dish back that it cannot serve. */
@Injectable()
export class LineRefundsService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly pickups: PickupsQueries,
    private readonly holds: HoldsService,
    private readonly money: OrderMoneyService,
    private readonly notices: OrderNoticesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Refunds one line of a paid order to where its money came from; after the last one the order is cancelled. The portions are not
   * sold again: there are none. Throws `canteen.order_not_found`, `canteen.line_not_found` (404), `canteen.line_refunded` and
   * `canteen.state_changed` (409).
   */
  refund(caller: Caller, once: OnceRequest, { id, lineId, reason }: LineRefund): Promise<PickupView> {
    return this.idempotency.once(once, async (tx) => {
      const order = await this.orderOf(tx, caller, id)
      const line = await tx.findOneBy(OrderLine, { id: lineId, orderId: id })
      if (line === null) throw new DomainError('canteen.line_not_found')
      const isLast = await this.giveBack(tx, order, line)
      const { payFen, dishName } = line
      await this.notices.lineRefunded(tx, order, { dishName, payFen, reason, isLast })
      return this.pickups.view(await tx.findOneByOrFail(Order, { id }), tx)
    })
  }

  /**
   * Gives one line's money and right back in the caller's transaction, once; nobody is told. Answers whether it was the last one, with
   * which the order is cancelled. Throws `canteen.line_refunded` and `canteen.state_changed` (409).
   */
  async giveBack(tx: EntityManager, order: Order, line: OrderLine): Promise<boolean> {
    await this.takeBack(tx, order, line)
    const isLast = await this.endIfEmpty(tx, order.id)
    await this.holds.shrinkSubsidy(tx, order.id, line.subsidyFen)
    if (isLast) await this.holds.leave(tx, order)
    const { payFen, subsidyFen, dishName } = line
    const memo = `退${dishName} ${order.pickupNumber}`
    await this.money.giveBack(tx, { ...moneyOf(order), payFen, subsidyFen, memo, part: line.id })
    return isLast
  }

  private async orderOf(tx: EntityManager, caller: Caller, id: string): Promise<Order> {
    const order = await tx.findOneBy(Order, { id })
    if (order === null || !worksAt(caller, order.canteenId)) throw new DomainError('canteen.order_not_found')
    return order
  }

  /** The order's row is locked first, so that of two who refund one waits for the other and then sees what it did. */
  private async takeBack(tx: EntityManager, { id }: Order, line: OrderLine): Promise<void> {
    const [order] = await lockRows(tx, Order, [id])
    const standing = { id: line.id, refundedAt: IsNull() }
    const { affected } = await tx.update(OrderLine, standing, { refundedAt: this.clock.now() })
    if (affected !== 1) throw new DomainError('canteen.line_refunded', { dishName: line.dishName })
    if (order === undefined || !COLLECTABLE.includes(order.status))
      throw new DomainError('canteen.state_changed', { status: order?.status ?? '' })
    await tx
      .createQueryBuilder()
      .update(Order)
      .set({ refundedFen: () => 'refunded_fen + :fen' })
      .where('id = :id', { id })
      .setParameter('fen', line.payFen)
      .execute()
  }

  /** Cancels the order when no dish is left of it. One statement, so that of two last lines one sees the other. */
  private async endIfEmpty(tx: EntityManager, id: string): Promise<boolean> {
    const { affected } = await tx
      .createQueryBuilder()
      .update(Order)
      .set({ status: 'cancelled_by_canteen', cancelledAt: this.clock.now() })
      .where('id = :id AND status IN (:...collectable)')
      .andWhere('NOT EXISTS (SELECT 1 FROM canteen_order_line l WHERE l.order_id = :id AND l.refunded_at IS NULL)')
      .setParameters({ id, collectable: COLLECTABLE })
      .execute()
    return affected === 1
  }
}
