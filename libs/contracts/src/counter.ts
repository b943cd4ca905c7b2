import type { Meal, QuoteRequest, QuoteView } from './canteen.js'
import type { NoParams } from './no-params.js'
import type { Page, PageQuery } from './page.js'
import type { Face } from './people.js'
import type { PickupView } from './pickups.js'
import type { BusinessDay, Instant, Span } from './time.js'

/** A neighbour at the counter, masked (`陈*珍`): found by card, phone, or surname and the phone's last four digits. */
export interface CounterPerson {
  id: string
  name: string
  face: Face
  age: number | null
  balanceFen: number
}

/** Query of `GET /counter/people` and `GET /counter/pickups`: a card number, a phone number, or `陈 0326`. */
export interface CounterSearchQuery {
  q: string
}

/** What somebody eats now. `forPersonId` is missing for a guest without an account, who pays the list price. */
export interface CounterQuoteRequest extends QuoteRequest {
  mode: 'dine_in' | 'pick_up'
}

/** Body of `POST /counter/orders`. `expectedPayFen` is what the clerk said aloud: another price is refused, not charged. */
export interface CounterOrderRequest extends CounterQuoteRequest {
  payBy: 'cash' | 'wallet'
  expectedPayFen: number
  /** The kitchen is to leave out what the eater does not eat. */
  leaveOut?: boolean
}

/** What it costs, and why. `balanceFen` is null for a guest. */
export type CounterQuoteView = Omit<QuoteView, 'payer' | 'capLeftFen'>

/** What is printed for somebody without a phone: the number, the code of the QR, the dishes, what was paid. */
export interface SlipView {
  orderId: string
  canteenName: string
  window: string
  day: BusinessDay
  meal: Meal
  serving: Span
  slot: Span | null
  pickupNumber: string
  pickupCode: string
  eaterName: string
  dishes: { name: string; quantity: number; half: boolean }[]
  leaveOut: string[]
  payFen: number
  paid: boolean
}

/** An order that waits at the counter for its money. */
export interface UnpaidView {
  orderId: string
  pickupNumber: string
  eaterName: string
  eaterFace: Face
  payFen: number
  payUntil: Instant
}

/** Chinese notes and coins by their worth in fen. */
export type Denomination = '10000' | '5000' | '2000' | '1000' | '500' | '100' | '50' | '10'

/** How many of each note and coin lie in the drawer; what is missing is none. */
export type CashCount = Partial<Record<Denomination, number>>

/** What a day brought, before or after it is closed. Fen, and counts of orders. */
export interface DayFigures {
  day: BusinessDay
  /** What should lie in the drawer: what was left the evening before, and all that went in and out since. */
  expectedFen: number
  cashOrders: { count: number; fen: number }
  walletOrders: { count: number; fen: number }
  wechatOrders: { count: number; fen: number }
  topUpsFen: number
  paidOutFen: number
  refundedFen: number
  /** Meals that nobody fetched, of sittings that are over; closing the day writes that down. */
  uncollected: number
}

/** A day that was closed: immutable. `differenceFen` is what was counted less what should have been there. */
export interface DayCloseView extends DayFigures {
  id: string
  countedFen: number
  differenceFen: number
  count: CashCount
  note: string
  closedAt: Instant
  closedBy: string
}

/** Body of `POST /counter/day/close`. A difference needs a note that explains it. */
export interface CloseDayRequest {
  day: BusinessDay
  count: CashCount
  note: string
  /** What the screen showed as expected: when it has changed since, the count is to be looked at again. */
  expectedFen: number
}

/** The day to be closed; `closed` when that was done. */
export interface CounterDayView {
  figures: DayFigures
  closed: DayCloseView | null
  /** Meals that are still being served, so that it is too early. */
  servingUntil: Instant | null
  /** Days before today on which meals were sold and that nobody closed, the oldest first, whichever day is asked for. */
  forgotten: BusinessDay[]
}

export interface CounterErrors {
  'counter.sitting_over': NoParams
  'counter.not_waiting': NoParams
  'counter.nothing_waits': NoParams
  'counter.day_closed': { by: string; at: string }
  'counter.still_serving': { until: string }
  'counter.note_needed': { difference: string }
  'counter.drawer_changed': { expected: string }
  'counter.day_not_yours': NoParams
}

export interface CounterRoutes {
  'GET /counter/people': { query: CounterSearchQuery; reply: { items: CounterPerson[] } }
  'GET /counter/pickups': { query: CounterSearchQuery; reply: { items: PickupView[] } }
  'POST /counter/quotes': { body: CounterQuoteRequest; reply: CounterQuoteView }
  'POST /counter/orders': { body: CounterOrderRequest; reply: SlipView; idempotent: true }
  'GET /counter/unpaid': { reply: { items: UnpaidView[] } }
  'POST /counter/orders/:id/cash': { params: { id: string }; reply: SlipView; idempotent: true }
  'GET /counter/orders/:id/slip': { params: { id: string }; reply: SlipView }
  'GET /counter/day': { query: { day?: BusinessDay }; reply: CounterDayView }
  'POST /counter/day/close': { body: CloseDayRequest; reply: DayCloseView; idempotent: true }
  'GET /counter/days': { query: PageQuery; reply: Page<DayCloseView> }
}
