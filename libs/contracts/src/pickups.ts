import type { Meal, OrderStatus, PayBy, Portion, ServiceMode } from './canteen.js'
import type { Face } from './people.js'
import type { BusinessDay, Instant, Span } from './time.js'

/** Body of `POST /canteen/orders/:id/lines/:lineId/refund`, by the canteen: why this dish is not served. */
export interface RefundLineRequest {
  reason: string
}

/** What the counter sees of an order: no full name, no phone. */
export interface PickupView {
  orderId: string
  pickupNumber: string
  pickupCode: string
  status: OrderStatus
  day: BusinessDay
  meal: Meal
  serving: Span
  slot: Span | null
  mode: ServiceMode
  payBy: PayBy
  eaterName: string
  eaterFace: Face
  eaterAge: number | null
  lines: {
    id: string
    dishName: string
    picture: string
    portion: Portion
    quantity: number
    /** When the canteen gave this line's money back; it is not to be served. Null while it stands. */
    refundedAt: Instant | null
  }[]
  note: string
  /** What the kitchen was to leave out, for who checks the label before handing over: `大豆`. */
  leaveOut: string[]
  early: boolean
  handedOverAt: Instant | null
  handedOverBy: string | null
}

/** Body of `POST /canteen/pickups`: hand an order over. `early` says that the clerk hands it over before its serving time on purpose. */
export interface PickupRequest {
  code: string
  early?: boolean
}

/** How the hand-over of one sitting goes. */
export interface PickupBoard {
  canteenName: string
  window: string
  sittings: { sittingId: string; day: BusinessDay; meal: Meal; serving: Span; waiting: number; handedOver: number }[]
  recent: { orderId: string; pickupNumber: string; eaterName: string; handedOverAt: Instant; handedOverBy: string }[]
}

export interface PickupsRoutes {
  'POST /canteen/orders/:id/lines/:lineId/refund': {
    params: { id: string; lineId: string }
    body: RefundLineRequest
    reply: PickupView
    idempotent: true
  }
  'GET /canteen/pickups': { query: { code: string }; reply: { items: PickupView[] } }
  'GET /canteen/pickups/board': { reply: PickupBoard }
  'POST /canteen/pickups': { body: PickupRequest; reply: PickupView; idempotent: true }
}
