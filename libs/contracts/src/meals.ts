import type { Meal, OrderView, Portion, ServiceMode } from './canteen.js'
import type { BusinessDay, Instant, Span } from './time.js'

/**
 * A meal that somebody gave up after the kitchen had counted. `myFen` is what the caller would pay for it. `firstUntil` is until
 * when it is kept for who waits longest; null when anybody may take it.
 */
export interface OfferedMealView {
  orderId: string
  day: BusinessDay
  meal: Meal
  window: string
  mode: ServiceMode
  slot: Span | null
  dishes: { name: string; picture: string; quantity: number; portion: Portion }[]
  listFen: number
  myFen: number
  firstUntil: Instant | null
  mine: boolean
}

/** Body of `POST /canteen/orders/:id/take-over`. The price is the taker's own. */
export interface TakeOverRequest {
  payBy: 'wallet'
  expectedPayFen?: number
}

/** What an eater does not eat, and how they like it. Health data: kept with consent, shown to the kitchen without a name. */
export interface DietView {
  /** Names of allergens, as dishes state them. */
  avoid: string[]
  lowSalt: boolean
  soft: boolean
}

export interface MealsRoutes {
  'POST /canteen/orders/:id/offer': { params: { id: string }; reply: OrderView; idempotent: true }
  'POST /canteen/orders/:id/withdraw': { params: { id: string }; reply: OrderView; idempotent: true }
  'POST /canteen/orders/:id/take-over': {
    params: { id: string }
    body: TakeOverRequest
    reply: OrderView
    idempotent: true
  }
  'GET /canteen/offered': { query: { sittingId: string }; reply: { items: OfferedMealView[] } }
  'PUT /canteen/sittings/:id/wait': { params: { id: string }; reply: { ahead: number } }
  'DELETE /canteen/sittings/:id/wait': { params: { id: string }; reply: { left: true } }
  'GET /canteen/diet': { query: { forPersonId?: string }; reply: DietView }
  'PUT /canteen/diet': { query: { forPersonId?: string }; body: DietView; reply: DietView }
}
