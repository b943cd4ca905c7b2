import type { CanteenQuery, Meal, Portion } from './canteen.js'
import type { NoParams } from './no-params.js'
import type { BusinessDay, Instant } from './time.js'

/** What people say of a dish in one word. */
export type ReviewTag = '好吃' | '软硬正好' | '热乎' | '咸了' | '淡了' | '油了' | '太硬' | '量少' | '凉了'

/** What somebody says of one dish of an order: 1 (不好) to 5 (好吃). */
export interface ReviewRequest {
  lineId: string
  stars: number
  tags: ReviewTag[]
  text?: string
}

/** Body of `POST /menus/reviews`: dishes of one order, each once. */
export interface ReviewOrderRequest {
  orderId: string
  reviews: ReviewRequest[]
}

/** One dish of an order and what its eater, or who ordered it, said of it. */
export interface ReviewableLine {
  lineId: string
  dishId: string
  dishName: string
  picture: string
  portion: Portion
  review: { id: string; stars: number; tags: ReviewTag[]; text: string; mine: boolean } | null
}

/** What of an order may be rated, and until when. */
export interface OrderReviewsView {
  orderId: string
  until: Instant
  open: boolean
  lines: ReviewableLine[]
}

/** How a dish is liked. `average` is of 1–5, to one decimal. */
export interface DishRating {
  average: number
  count: number
}

/** What is said of one dish in a span of days. Names are masked. */
export interface DishReviewsView {
  dishId: string
  dishName: string
  picture: string
  average: number
  count: number
  tags: { tag: ReviewTag; count: number }[]
  texts: { text: string; stars: number; by: string; day: BusinessDay; meal: Meal }[]
}

/** Query of what staff read over a span of days, both inclusive, at most 31. */
export interface SpanQuery extends CanteenQuery {
  from: BusinessDay
  to: BusinessDay
}

export interface ReviewErrors {
  'menus.not_eaten': NoParams
  'menus.review_too_late': { until: string }
  'menus.reviewed_already': { dishName: string }
  'menus.review_not_found': NoParams
}

export interface ReviewRoutes {
  'POST /menus/reviews': { body: ReviewOrderRequest; reply: OrderReviewsView; idempotent: true }
  'GET /menus/orders/:id/reviews': { params: { id: string }; reply: OrderReviewsView }
  'DELETE /menus/reviews/:id/text': { params: { id: string }; reply: { deleted: true } }
  /** Null below three reviews: two are no opinion of a neighbourhood, and would say who wrote them. */
  'GET /menus/dishes/:id/rating': { params: { id: string }; reply: { rating: DishRating | null } }
  'GET /menus/reviews': { query: SpanQuery; reply: { items: DishReviewsView[] } }
}
