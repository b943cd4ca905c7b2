/*
 * What must never happen: an order ended twice, or its money given back twice. `end` begins with one UPDATE that compares all it acts
 * on (state, and what was refunded of it); what the order held and was paid goes back in the same transaction.
 */
import { Injectable } from '@nestjs/common'
import { sumFen } from '@wanli/kernel/money'
import { In, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { OrderMoneyService } from '../wallet/order-money.service.js'

import { HoldsService } from './holds.service.js'
import { OrderLine } from './order-line.entity.js'
import { moneyOf } from './order-payments.service.js'
import { Order } from './order.entity.js'

/** How an order ends, and what its refund is called in the books. */
export interface Ending {
  to: 'cancelled_by_eater' | 'cancelled_by_canteen' | 'taken_over'
  memo: string
  /** It ends because its sitting is closed: only as long as that is so. */
  onlyIfClosed?: true
}

/** What the statement that ends an order asks of its sitting in the same moment. It locks no sitting: those come after orders and offers. */
const IS_CLOSED = 'EXISTS (SELECT 1 FROM canteen_sitting s WHERE s.id = sitting_id AND s.closed_at IS NOT NULL)'

/** Ends of orders whose meal their eater will not have. */
@Injectable()
export class OrderEndingsService {
  constructor(
    private readonly holds: HoldsService,
    private readonly money: OrderMoneyService,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends an order as it was read. Portions and place go back, or stay with whoever took the meal over; subsidy right, mandate and
   * money go back in any case. Answers how many fen the payer gets; undefined when the order has changed since it was read, or its
   * sitting is not closed any more where it ends for that alone.
   */
  async end(tx: EntityManager, order: Order, ending: Ending): Promise<number | undefined> {
    const { to, memo } = ending
    const now = this.clock.now()
    const wasPaid = order.status !== 'placed'
    if (!(await this.mark(tx, order, ending, now))) return undefined
    const lines = await tx.findBy(OrderLine, { orderId: order.id })
    if (to === 'taken_over') await this.holds.passOn(tx, order)
    else await this.holds.release(tx, order, lines)
    const standing = lines.filter((line) => line.refundedAt === null)
    const payFen = sumFen(standing.map((line) => line.payFen))
    const subsidyFen = sumFen(standing.map((line) => line.subsidyFen))
    if (!wasPaid) return 0
    await this.money.giveBack(tx, { ...moneyOf(order), payFen, subsidyFen, memo, part: 'all' })
    await tx.update(OrderLine, { id: In(standing.map((line) => line.id)) }, { refundedAt: now })
    return payFen
  }

  /** Whether the order, as it was read, is ended by this. */
  private async mark(tx: EntityManager, order: Order, { to, onlyIfClosed }: Ending, now: Date): Promise<boolean> {
    const seen = { id: order.id, status: order.status, refundedFen: order.refundedFen }
    const refundedFen = order.status === 'placed' ? 0 : order.payFen
    const marking = tx.createQueryBuilder().update(Order).set({ status: to, cancelledAt: now, refundedFen }).where(seen)
    if (onlyIfClosed === true) marking.andWhere(IS_CLOSED)
    return (await marking.execute()).affected === 1
  }
}
