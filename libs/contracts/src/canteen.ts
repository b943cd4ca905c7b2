import type { NoParams } from './no-params.js'
import type { Page, PageQuery } from './page.js'
import type { PersonBrief } from './people.js'
import type { BusinessDay, DayMark, Instant, Span } from './time.js'
import type { PaymentView } from './wallet.js'

/** 餐次. */
export type Meal = 'breakfast' | 'lunch' | 'dinner'

/** 堂食, 自取 or 送餐 (to an address that a courier's run passes). */
export type ServiceMode = 'dine_in' | 'pick_up' | 'delivery'

/** 一份 or 小份. */
export type Portion = 'whole' | 'half'

/** How an order is paid. `wechat` and `counter` hold the portions for ten minutes until the money is there. */
export type PayBy = 'wallet' | 'wechat' | 'counter'

/** A canteen of the sub-district. `window` is where meals are handed over. */
export interface CanteenView {
  id: string
  name: string
  address: string
  phone: string
  phoneHours: string
  window: string
}

/** Query of what staff read: their canteen. Without an id the first one they work for. */
export interface CanteenQuery {
  canteenId?: string
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

/**
 * A dish in one sitting. `myFen` is what the eater would pay for one; `left` counts the whole portions this eater may have now, so
 * those put aside for elders are not in it for others. `clash` names what is in it that the eater does not eat.
 */
export interface OfferView {
  id: string
  dish: DishView
  listFen: number
  myFen: number
  half: { listFen: number; myFen: number } | null
  left: number
  clash: string[]
}

/** Portions put aside for elders and deliveries: until when all, and when the last of them are for everybody. */
export interface KeptView {
  percentNow: number
  nextAt: Instant | null
  openToAllAt: Instant | null
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
  /** Why the canteen does not serve it; null when it does. */
  closedReason: string | null
  actions: SittingAction[]
}

/** What the caller may do with a sitting now. `wait` joins the list of those who would take a meal that somebody gives up. */
export type SittingAction = 'order' | 'wait' | 'leave_wait'

/** Whose price is shown, and why: the list price of nobody in particular (`eater` null) to who has not signed in. */
export interface PriceBasis {
  eater: PersonBrief | null
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
  kept: KeptView | null
  modes: ServiceMode[]
  /** How many wait before the caller for a meal that is given up; null when the caller does not wait. */
  waitingAhead: number | null
}

/** Query of `GET /canteen/sittings`: one day, or every day on which orders are taken. */
export interface SittingsQuery {
  canteenId: string
  day?: BusinessDay
}

/** A day as the canteen serves it. `off`: why it serves no meal at all; null when it serves one, or its menus are not out yet. */
export interface ServiceDay extends DayMark {
  off: string | null
}

/** The sittings of the days that were asked for, and what kind of days those are. */
export interface SittingsReply {
  items: SittingBrief[]
  days: ServiceDay[]
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
  addressId?: string
  payBy: PayBy
  note?: string
  expectedPayFen?: number
  /** The eater does not eat something in these dishes, and the kitchen is to leave it out. Without it such an order is refused. */
  leaveOut?: boolean
  /** Somebody else has ordered this meal for the eater already, and a second one is wanted. Without it the order is refused. */
  again?: boolean
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

/**
 * States of an order. `placed` waits for money until `payUntil`, then it is `expired`; money that was under way may still make that
 * `paid` when all it held can be had again. `frozen` is a paid one that the kitchen has counted; `offered` is
 * one whose eater gave it up for somebody else. Terminal are `handed_over`, `delivered`, `taken_over`, `not_collected`, `closed`,
 * `expired` and the cancelled ones.
 */
export type OrderStatus =
  | 'placed'
  | 'paid'
  | 'frozen'
  | 'cooking'
  | 'ready'
  | 'handed_over'
  | 'out_for_delivery'
  | 'delivered'
  | 'offered'
  | 'taken_over'
  | 'not_collected'
  | 'undelivered'
  | 'welfare_check'
  | 'closed'
  | 'expired'
  | 'cancelled_by_eater'
  | 'cancelled_by_canteen'

/** The states that are stored: a paid order is `frozen` from its sitting's freeze on, whether or not anybody looks. */
export type StoredOrderStatus = Exclude<OrderStatus, 'frozen'>

/** What the caller may do with an order now. `offer` gives the meal up for somebody else, `withdraw` keeps it after all. */
export type OrderAction = 'pay' | 'cancel' | 'reorder' | 'offer' | 'withdraw' | 'review'

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

/**
 * An order whole. `pickupCode` is what the QR holds; null once it is of no more use. `lapsed`: who looks ordered or paid it for somebody
 * whose mandate has ended; they see what they did, without the code and the door.
 */
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
  /** What the kitchen leaves out for this eater. */
  leaveOut: string[]
  /** Where it is brought; null when it is not brought. */
  address: string | null
  offeredAt: Instant | null
  handedOverAt: Instant | null
  cancelledAt: Instant | null
  lapsed: boolean
  actions: OrderAction[]
}

/** Query of `GET /canteen/orders`. `open` keeps orders that still wait to be paid or collected, soonest first. */
export interface OrdersQuery extends PageQuery {
  open?: 'true'
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
  'canteen.line_not_found': NoParams
  'canteen.line_refunded': { dishName: string }
  'canteen.not_paid': NoParams
  'canteen.pickup_not_found': NoParams
  'canteen.pickup_ambiguous': { count: number }
  'canteen.pickup_too_early': { day: string; meal: string; from: string }
  'canteen.already_handed_over': { at: string; by: string }
  'canteen.order_cancelled': { at: string }
  'canteen.sitting_closed': { reason: string }
  /**
   * `all` says every dish with all that the eater does not eat, a clause each (`「清炒虾仁」里有虾蟹、蛋；「茶叶蛋」里有蛋`), `dishName` and `what` the
   * first; `canLeaveOut` is false where a dish is made of it. `how` ends the sentence.
   */
  'canteen.clash': { dishName: string; what: string; all: string; how: string; canLeaveOut: boolean }
  'canteen.already_ordered': { by: string; number: string }
  'canteen.address_required': NoParams
  'canteen.address_out_of_reach': NoParams
  'canteen.offer_too_early': { from: string }
  'canteen.meal_gone': NoParams
  'canteen.not_your_turn': { until: string }
  'canteen.own_meal': NoParams
}

export interface CanteenRoutes {
  'GET /canteen/canteens': { reply: { items: CanteenView[] } }
  'GET /canteen/sittings': { query: SittingsQuery; reply: SittingsReply }
  'GET /canteen/sittings/:id': { params: { id: string }; query: { forPersonId?: string }; reply: SittingView }
  'POST /canteen/quotes': { body: QuoteRequest; reply: QuoteView }
  'POST /canteen/orders': { body: PlaceOrderRequest; reply: OrderView; idempotent: true }
  'GET /canteen/orders': { query: OrdersQuery; reply: Page<OrderListItem> }
  'GET /canteen/orders/:id': { params: { id: string }; reply: OrderView }
  'POST /canteen/orders/:id/cancel': { params: { id: string }; reply: OrderView; idempotent: true }
  'POST /canteen/orders/:id/pay': { params: { id: string }; reply: PaymentView; idempotent: true }
}
