import type { CanteenQuery, CanteenView, Meal } from './canteen.js'
import type { NoParams } from './no-params.js'
import type { SpanQuery } from './reviews.js'
import type { BusinessDay, DayMark } from './time.js'

/**
 * Portions are counted in halves: a 小份 is one, a whole portion two. `cookedHalves` are what the kitchen was told: its sheet with what
 * was ordered since, staff and sample; where it has not counted, what the menu has. Of a meal that was closed it is the same as it stood
 * then, and where the kitchen had not counted, what was handed over before. `wastedHalves` were cooked for guests and not served, null
 * while a meal is not over; `notCollectedHalves` of them were paid for. Money is of what stands: what was refunded is in none of it.
 */
export interface Figures {
  cookedHalves: number
  orderedHalves: number
  servedHalves: number
  notCollectedHalves: number
  wastedHalves: number | null
  /** What people paid. */
  payFen: number
  /** Discount that the canteen bears. */
  discountFen: number
  /** What the street owes for meals of this span. */
  subsidyFen: number
  /** What the cooked portions cost the canteen. */
  costFen: number
  /** Pay and subsidy less cost. */
  resultFen: number
}

export interface MealFigures extends Figures {
  sittingId: string
  day: BusinessDay
  meal: Meal
  isOver: boolean
  closedReason: string | null
  orders: number
}

export interface DishFigures extends Figures {
  dishId: string
  dishName: string
  picture: string
}

export interface FiguresView {
  canteen: CanteenView
  from: BusinessDay
  to: BusinessDay
  total: Figures
  meals: MealFigures[]
  dishes: DishFigures[]
}

/**
 * One row of the claim to the street: meals of a day and how many rights were used, without a name. `handedOver`: how many of them
 * reached their eater; the others were paid for, too.
 */
export interface ClaimRow {
  day: BusinessDay
  meal: Meal
  scheme: string
  /** What people call the scheme. */
  schemeName: string
  count: number
  handedOver: number
  fen: number
}

export interface ClaimView {
  canteen: CanteenView
  from: BusinessDay
  to: BusinessDay
  rows: ClaimRow[]
  count: number
  fen: number
}

/** Query of the orders behind one row of the claim. */
export interface ClaimOrdersQuery extends CanteenQuery {
  day: BusinessDay
  meal: Meal
  scheme: string
}

/** An order behind a row of the claim; `handedOver` whether its meal reached its eater. */
export interface ClaimOrder {
  orderId: string
  pickupNumber: string
  handedOver: boolean
  fen: number
}

/** What a forecast looks at. */
export type ForecastBasis = 'same_weekday' | 'same_kind_of_day' | 'last_times' | 'planned'

/**
 * How many portions of a dish will be wanted, and why. `menuPortions` is what is published, null where the dish is not; `draftPortions`
 * what the draft says, null where it takes the dish off.
 */
export interface ForecastDish {
  dishId: string
  dishName: string
  picture: string
  meal: Meal
  menuPortions: number | null
  draftPortions: number | null
  soldHalves: number
  portions: number
  basis: ForecastBasis
  /** In words a person can check: `按过去 4 个周三：28、31、30、33 份；已订 12 份`. */
  because: string
}

export interface ForecastView {
  canteen: CanteenView
  day: DayMark
  /** The Monday of the week the day is in, for who changes the menu by it. */
  monday: BusinessDay
  dishes: ForecastDish[]
}

export interface ManageErrors {
  'menus.span_too_long': NoParams
}

export interface ManageRoutes {
  'GET /menus/figures': { query: SpanQuery; reply: FiguresView }
  'GET /menus/claim': { query: SpanQuery; reply: ClaimView }
  'GET /menus/claim/orders': {
    query: ClaimOrdersQuery
    reply: { items: ClaimOrder[] }
  }
  'GET /menus/forecast': { query: CanteenQuery & { day: BusinessDay }; reply: ForecastView }
}
