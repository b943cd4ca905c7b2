import { Injectable } from '@nestjs/common'
import type { DishRating, DishReviewsView, OrderReviewsView, SpanQuery } from '@wanli/contracts/reviews'
import { maskedName } from '@wanli/kernel/names'
import { Between, DataSource, In, type EntityManager } from 'typeorm'

import { Dish } from '../canteen/dish.entity.js'
import { OrderLine } from '../canteen/order-line.entity.js'
import { OrdersQueries } from '../canteen/orders.queries.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { StaffCanteensQueries } from '../canteen/staff-canteens.queries.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { PeopleService } from '../people/people.service.js'

import { Review } from './review.entity.js'
import { averageOf, REVIEW_TAGS, reviewUntil, SHOWN_FROM } from './review.rules.js'
import { isServed } from './sales.rules.js'
import { assertSpan } from './span.rules.js'

/** Texts of one dish that staff are shown, the latest. */
const TEXTS = 20

/** Reads of what people say of dishes. */
@Injectable()
export class ReviewsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly canteens: StaffCanteensQueries,
    private readonly orders: OrdersQueries,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** What of an order may be rated, and what was said. Throws `canteen.order_not_found` (404). */
  async ofOrder(
    personId: string,
    id: string,
    from: EntityManager = this.dataSource.manager,
  ): Promise<OrderReviewsView> {
    const order = await this.orders.ownOrder(personId, id, from)
    const lines = await from.find(OrderLine, { where: { orderId: id }, order: { position: 'ASC' } })
    const ofLines = { orderLineId: In(lines.map((line) => line.id)) }
    const reviews = new Map((await from.findBy(Review, ofLines)).map((one) => [one.orderLineId, one]))
    const until = reviewUntil(order)
    return {
      orderId: id,
      until: until.toISOString(),
      open: isServed(order.status) && this.clock.now() < until,
      lines: lines
        .filter(({ refundedAt }) => refundedAt === null)
        .map((line) => {
          const said = reviews.get(line.id)
          const mine = said?.personId === personId
          return {
            lineId: line.id,
            dishId: line.dishId,
            dishName: line.dishName,
            picture: line.picture,
            portion: line.portion,
            review:
              said === undefined
                ? null
                : { id: said.id, stars: said.stars, tags: said.tags, text: mine ? said.text : '', mine },
          }
        }),
    }
  }

  /** How a dish is liked; null below three reviews. */
  async rating(dishId: string): Promise<DishRating | null> {
    const row = await this.dataSource.manager
      .createQueryBuilder(Review, 'r')
      .select('COUNT(*)', 'count')
      .addSelect('SUM(r.stars)', 'stars')
      .where('r.dishId = :dishId', { dishId })
      .getRawOne<{ count: string | number; stars: string | number | null }>()
    const count = Number(row?.count ?? 0)
    return count < SHOWN_FROM ? null : { average: averageOf(Number(row?.stars ?? 0), count), count }
  }

  /**
   * What was said of the dishes of a span of days, the most spoken of first; names are masked. Throws `canteen.not_found` (404),
   * `menus.span_too_long` (422).
   */
  async ofCanteen(caller: Caller, { from, to, canteenId }: SpanQuery): Promise<DishReviewsView[]> {
    assertSpan(from, to)
    const { manager } = this.dataSource
    const canteen = await this.canteens.of(caller, canteenId)
    const reviews = await manager.find(Review, {
      where: { canteenId: canteen.id, day: Between(from, to) },
      order: { createdAt: 'DESC', id: 'DESC' },
    })
    const written = reviews.filter(({ text }) => text !== '')
    const people = await this.people.briefs(
      written.map(({ personId }) => personId),
      manager,
    )
    const sittings = await manager.findBy(Sitting, { id: In([...new Set(written.map(({ sittingId }) => sittingId))]) })
    const meals = new Map(sittings.map(({ id, meal }) => [id, meal]))
    const dishes = await manager.findBy(Dish, { id: In([...new Set(reviews.map(({ dishId }) => dishId))]) })
    const textOf = (one: Review): ReviewText => ({
      text: one.text,
      stars: one.stars,
      by: maskedName(people.get(one.personId)?.name ?? ''),
      day: one.day,
      meal: meals.get(one.sittingId) ?? ('lunch' as const),
    })
    return dishes
      .map((dish) =>
        toDishReviews(
          dish,
          reviews.filter(({ dishId }) => dishId === dish.id),
          textOf,
        ),
      )
      .sort((a, b) => b.count - a.count || a.average - b.average)
  }
}

type ReviewText = DishReviewsView['texts'][number]

/** What was said of one dish, newest first. */
function toDishReviews(dish: Dish, own: readonly Review[], textOf: (one: Review) => ReviewText): DishReviewsView {
  const countOf = (tag: Review['tags'][number]): number => own.filter(({ tags }) => tags.includes(tag)).length
  return {
    dishId: dish.id,
    dishName: dish.name,
    picture: dish.picture,
    average: averageOf(
      own.reduce((sum, { stars }) => sum + stars, 0),
      own.length,
    ),
    count: own.length,
    tags: REVIEW_TAGS.map((tag) => ({ tag, count: countOf(tag) })).filter(({ count }) => count > 0),
    texts: own
      .filter(({ text }) => text !== '')
      .slice(0, TEXTS)
      .map(textOf),
  }
}
