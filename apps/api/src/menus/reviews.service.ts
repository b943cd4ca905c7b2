/*
 * What must never happen: one dish of an order rated twice. `uq_menus_review_order_line_id` refuses the second, whichever of its
 * people it comes from.
 */
import { Injectable } from '@nestjs/common'
import type { OrderReviewsView, ReviewOrderRequest } from '@wanli/contracts/reviews'
import { businessDayOf, dayText } from '@wanli/kernel/shanghai-time'
import type { EntityManager } from 'typeorm'

import { OrderLine } from '../canteen/order-line.entity.js'
import type { Order } from '../canteen/order.entity.js'
import { OrderPeopleQueries } from '../canteen/order-people.queries.js'
import { OrdersQueries } from '../canteen/orders.queries.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { newId } from '../common/new-id.js'
import { isDuplicateKey } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'
import { ContentService } from '../people/content.service.js'

import { Review } from './review.entity.js'
import { reviewUntil } from './review.rules.js'
import { ReviewsQueries } from './reviews.queries.js'
import { isServed } from './sales.rules.js'

/** What people say of dishes they had. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
    private readonly content: ContentService,
    private readonly orders: OrdersQueries,
    private readonly whose: OrderPeopleQueries,
    private readonly queries: ReviewsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Rates dishes of an order that was had, by one of its people. Throws `canteen.order_not_found`, `canteen.line_not_found`
   * (404), `people.no_mandate` (403), `menus.not_eaten`, `menus.review_too_late`, `menus.reviewed_already` (409),
   * `uploads.content_refused` (422).
   */
  async review(caller: Caller, once: OnceRequest, body: ReviewOrderRequest): Promise<OrderReviewsView> {
    for (const { text = '' } of body.reviews) await this.content.assertDecent(caller.personId, text, 'comment')
    return this.idempotency.once(once, async (tx) => {
      const order = await this.orders.ownOrder(caller.personId, body.orderId, tx)
      await this.whose.assertHeld(tx, caller.personId, order, 'whole')
      this.assertMayBeRated(order)
      const lines = await tx.findBy(OrderLine, { orderId: order.id })
      for (const review of body.reviews) {
        const line = lines.find(({ id, refundedAt }) => id === review.lineId && refundedAt === null)
        if (line === undefined) throw new DomainError('canteen.line_not_found')
        await this.insert(tx, caller.personId, order, line, review)
      }
      return this.queries.ofOrder(caller.personId, order.id, tx)
    })
  }

  /** Deletes the words of one's own review; the stars stay. Throws `menus.review_not_found` (404). */
  async deleteText(caller: Caller, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { affected } = await tx.update(Review, { id, personId: caller.personId }, { text: '' })
      if (affected !== 1) throw new DomainError('menus.review_not_found')
    })
  }

  private assertMayBeRated(order: Order): void {
    if (!isServed(order.status)) throw new DomainError('menus.not_eaten')
    const until = reviewUntil(order)
    if (this.clock.now() >= until)
      throw new DomainError('menus.review_too_late', { until: dayText(businessDayOf(until), this.clock.today()) })
  }

  private async insert(
    tx: EntityManager,
    personId: string,
    order: Order,
    line: OrderLine,
    { stars, tags, text = '' }: ReviewOrderRequest['reviews'][number],
  ): Promise<void> {
    const { canteenId, sittingId, day, id: orderId } = order
    const what = { orderLineId: line.id, orderId, dishId: line.dishId, canteenId, sittingId, day }
    const said = { personId, stars, tags, text: text.trim(), createdAt: this.clock.now() }
    try {
      await tx.insert(Review, { id: newId(), ...what, ...said })
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
      throw new DomainError('menus.reviewed_already', { dishName: line.dishName })
    }
  }
}
