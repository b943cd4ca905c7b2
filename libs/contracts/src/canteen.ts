import type { NoParams } from './no-params.js'
import type { Page, PageQuery } from './page.js'
import type { Face, PersonBrief } from './people.js'
import type { BusinessDay, Instant, Span } from './time.js'
import type { PaymentView } from './wallet.js'

/** 餐次. */
export type Meal = 'breakfast' | 'lunch' | 'dinner'

/** 堂食 or 自取. */
export type ServiceMode = 'dine_in' | 'pick_up'

/** 一份 or 小份. */
export type Portion = 'whole' | 'half'

/** How an order is paid. `wechat` holds the portions for ten minutes and then pays at WeChat. */
export type PayBy = 'wallet' | 'wechat'

/** A canteen of the sub-district. `window` is where meals are handed over. */
export interface CanteenView {
  id: string
  name: string
  address: string
  phone: string
  phoneHours: string
  window: string
}

/** What is in one portion. */
export interface Nutrition {
  kcal: number
  proteinG: number
  fatG: number
  carbohydrateG: number
  sodiumMg: number
}

/** A dish of the catalogue. `picture` names a drawing of the app. */
export interface DishView {
  id: string
  name: string
  kind: DishKind
  picture: string
  ingredients: string[]
  allergens: string[]
  nutrition: Nutrition
  soft: boolean
  lowSalt: boolean
  tags: string[]
}

/** 菜品类别. */
export type DishKind = '荤' | '半荤' | '素' | '主食' | '点心' | '汤' | '套餐'

/** A dish in one sitting. `myFen` is what the eater would pay for one; `left` counts whole portions. */
export interface OfferView {
  id: string
  dish: DishView
  listFen: number
  myFen: number
  half: { listFen: number; myFen: number } | null
  left: number
}

/** 取餐时段. `left` places may still be taken. */
export interface SlotView {
  id: string
  from: Instant
  to: Instant
  left: number
}

/** One canteen's meal on one day, without its dishes. */
export interface SittingBrief {
  id: string
  canteenId: string
  day: BusinessDay
  meal: Meal
  opensAt: Instant
  freezeAt: Instant
  cutOffAt: Instant
  serving: Span
  actions: SittingAction[]
}

/** What the caller may do with a sitting now. */
export type SittingAction = 'order'

/** Whose price is shown, and why. */
export interface PriceBasis {
  eater: PersonBrief
  age: number | null
  percent: number
  reason: string
}

/** A sitting with its dishes and the prices of one eater. */
export interface SittingView extends SittingBrief {
  canteen: CanteenView
  offers: OfferView[]
  slots: SlotView[]
  basis: PriceBasis
}

/** Query of `GET /canteen/sittings`: one day, or every day on which orders are taken. */
export interface SittingsQuery {
  canteenId: string
  day?: BusinessDay
}

/** One dish of an order as asked for. */
export interface OrderLineRequest {
  offerId: string
  quantity: number
  portion?: Portion
}

/** Body of `POST /canteen/quotes`: what would this cost, and why. */
export interface QuoteRequest {
  sittingId: string
  lines: OrderLineRequest[]
  mode: ServiceMode
  forPersonId?: string
}

/**
 * Body of `POST /canteen/orders`. `forPersonId` is who eats, when it is not the caller. `expectedPayFen` is the amount the person
 * saw on the button: when the price has changed since, the order is refused instead of charging another amount.
 */
export interface PlaceOrderRequest extends QuoteRequest {
  slotId?: string
  payBy: PayBy
  note?: string
  expectedPayFen?: number
}

/** One step of the price in words. `amountFen` is negative when it lowers the price. */
export interface PriceStep {
  kind: 'list' | 'age_discount' | 'dine_in_subsidy' | 'pay'
  label: string
  reason: string | null
  amountFen: number
}

/** What an order would cost one eater. */
export interface QuoteView {
  listFen: number
  discountFen: number
  subsidyFen: number
  payFen: number
  explanation: PriceStep[]
  basis: PriceBasis
  /** Whose money pays, by the mandate. `balanceFen` is theirs, or null when it is not the caller's to see. */
  payer: PersonBrief
  balanceFen: number | null
  /** What the mandate's daily cap still allows today, in fen; null when there is no cap. */
  capLeftFen: number | null
}

/** States an order can be in so far. `placed` waits for WeChat's money until `payUntil`; the last four are terminal. */
export type OrderStatus = 'placed' | 'paid' | 'handed_over' | 'expired' | 'cancelled_by_eater' | 'cancelled_by_canteen'

/** What the caller may do with an order now. */
export type OrderAction = 'pay' | 'cancel' | 'reorder'

/** One dish of an order, with the money that was allocated to it when it was sold. */
export interface OrderLineView {
  id: string
  dishId: string
  dishName: string
  picture: string
  portion: Portion
  quantity: number
  unitFen: number
  listFen: number
  discountFen: number
  subsidyFen: number
  payFen: number
  /** When the canteen gave this line's money back; null while it stands. */
  refundedAt: Instant | null
}

/** An order as a list shows it. */
export interface OrderListItem {
  id: string
  status: OrderStatus
  day: BusinessDay
  meal: Meal
  canteenName: string
  window: string
  eater: PersonBrief
  mode: ServiceMode
  slot: Span | null
  serving: Span
  pickupNumber: string
  payFen: number
  dishes: { name: string; picture: string; quantity: number }[]
  createdAt: Instant
}

/** An order whole. `pickupCode` is what the QR holds; null once it is of no more use. */
export interface OrderView extends OrderListItem {
  sittingId: string
  canteen: CanteenView
  placedBy: PersonBrief
  paidBy: PersonBrief
  pickupCode: string | null
  listFen: number
  discountFen: number
  subsidyFen: number
  lines: OrderLineView[]
  explanation: PriceStep[]
  note: string
  payBy: PayBy
  payUntil: Instant | null
  refundedFen: number
  cancelUntil: Instant
  handedOverAt: Instant | null
  cancelledAt: Instant | null
  actions: OrderAction[]
}

/** Body of `POST /canteen/orders/:id/lines/:lineId/refund`, by the canteen: why this dish is not served. */
export interface RefundLineRequest {
  reason: string
}

/** Query of `GET /canteen/orders`. `open` keeps orders that still wait to be paid or collected, soonest first. */
export interface OrdersQuery extends PageQuery {
  open?: 'true'
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
  eaterName: string
  eaterFace: Face
  eaterAge: number | null
  lines: { dishName: string; picture: string; portion: Portion; quantity: number }[]
  note: string
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

export interface CanteenErrors {
  'canteen.not_found': NoParams
  'canteen.sitting_not_found': NoParams
  'canteen.sitting_not_open': { opensAt: string }
  'canteen.cut_off_passed': { cutOffAt: string }
  'canteen.offer_not_found': NoParams
  'canteen.duplicate_line': { dishName: string }
  'canteen.no_half_portion': { dishName: string }
  'canteen.sold_out': { dishName: string; left: number }
  'canteen.slot_required': NoParams
  'canteen.slot_not_found': NoParams
  'canteen.slot_full': { slot: string }
  'canteen.price_changed': { was: string; now: string }
  'canteen.order_not_found': NoParams
  'canteen.state_changed': { status: string }
  'canteen.cancel_too_late': { until: string }
  'canteen.pickup_not_found': NoParams
  'canteen.pickup_ambiguous': { count: number }
  'canteen.pickup_too_early': { day: string; meal: string; from: string }
  'canteen.already_handed_over': { at: string; by: string }
  'canteen.order_cancelled': { at: string }
}

export interface CanteenRoutes {
  'GET /canteen/canteens': { reply: { items: CanteenView[] } }
  'GET /canteen/sittings': { query: SittingsQuery; reply: { items: SittingBrief[] } }
  'GET /canteen/sittings/:id': { params: { id: string }; query: { forPersonId?: string }; reply: SittingView }
  'POST /canteen/quotes': { body: QuoteRequest; reply: QuoteView }
  'POST /canteen/orders': { body: PlaceOrderRequest; reply: OrderView; idempotent: true }
  'GET /canteen/orders': { query: OrdersQuery; reply: Page<OrderListItem> }
  'GET /canteen/orders/:id': { params: { id: string }; reply: OrderView }
  'POST /canteen/orders/:id/cancel': { params: { id: string }; reply: OrderView; idempotent: true }
  'POST /canteen/orders/:id/pay': { params: { id: string }; reply: PaymentView; idempotent: true }
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
