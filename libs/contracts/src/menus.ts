import type { CanteenQuery, CanteenView, DishKind, DishView, Meal } from './canteen.js'
import type { ManageErrors, ManageRoutes } from './manage.js'
import type { NoParams } from './no-params.js'
import type { ReviewErrors, ReviewRoutes } from './reviews.js'
import type { BusinessDay, DayMark, Instant } from './time.js'

/** Where in the kitchen a dish is made: 热菜, 蒸菜, 汤, 主食, 冷菜. */
export type DishStation = 'hot' | 'steam' | 'soup' | 'staple' | 'cold'

/** Body of `POST /menus/dishes` and `PUT /menus/dishes/:id`. `picture` names a drawing of the app; prices are of one portion. */
export interface DishRequest {
  name: string
  kind: DishKind
  picture: string
  meals: Meal[]
  ingredients: string[]
  allergens: string[]
  nutrition: { kcal: number; proteinG: number; fatG: number; carbohydrateG: number; sodiumMg: number }
  soft: boolean
  lowSalt: boolean
  tags: string[]
  listFen: number
  /** Price of a 小份; null when there is none. */
  halfFen: number | null
  /** What one portion costs the canteen; 0 when nobody has said. */
  costFen: number
  station: DishStation
}

/** Body of `PUT /menus/dishes/:id`. `revision` is of the dish as it was seen. */
export interface ChangeDishRequest extends DishRequest {
  revision: number
}

/** A dish as who runs the menu sees it. `revision` goes up with each change of what is said of it. */
export interface CatalogueDishView extends DishView {
  revision: number
  meals: Meal[]
  listFen: number
  halfFen: number | null
  costFen: number
  station: DishStation
  /** Since when it is on no new menu. */
  retiredAt: Instant | null
}

/** From `at` (`HH:MM`) on, so much in percent of what is put aside for elders still is. */
export interface PoolRelease {
  at: string
  keptPercent: number
}

/** How a meal is served, times as `HH:MM` in Shanghai. What is published later has these times; what is published stays. */
export interface MealPlan {
  opensDaysBefore: number
  opensAt: string
  freezeAt: string
  freezeDayBefore: boolean
  cutOffAt: string
  servingFrom: string
  servingTo: string
  slotMinutes: number
  slotCapacity: number
  releases: PoolRelease[]
  servesWeekend: boolean
  servesHoliday: boolean
}

/** Body of `PUT /menus/meals/:meal`. `revision` is of the plan as it was seen. */
export interface ChangeMealPlanRequest extends MealPlan {
  revision: number
}

/** `revision` goes up with each change, 0 while the canteen has said nothing and the defaults hold. */
export interface MealPlanView extends MealPlan {
  meal: Meal
  revision: number
}

/**
 * Whether a meal is served: `not_served` by the canteen's rule for weekends and holidays, `closed` by somebody for a reason, `over`
 * when its time is past.
 */
export type MealState = 'served' | 'not_served' | 'closed' | 'over'

/** A dish on a menu. `keptPortions` are put aside for elders and deliveries. */
export interface MenuDish {
  dishId: string
  portions: number
  keptPortions: number
  listFen: number
  halfFen: number | null
}

/** Dishes of one meal. */
export interface MenuMeal {
  day: BusinessDay
  meal: Meal
  dishes: MenuDish[]
}

/** A dish of a draft with what stands of it: `soldHalves` are half portions that orders hold. */
export interface MenuDishView extends MenuDish {
  name: string
  picture: string
  kind: DishKind
  retired: boolean
  soldHalves: number
}

export interface MenuMealView {
  day: BusinessDay
  meal: Meal
  state: MealState
  /** Why it is not served; null when it is. */
  reason: string | null
  /** The published sitting; null before it is published. */
  sittingId: string | null
  /** It is published, and its draft says something else that is not. */
  changed: boolean
  dishes: MenuDishView[]
}

/** One version of a week's menu that was published. */
export interface MenuVersionView {
  version: number
  publishedAt: Instant
  publishedBy: string
  changes: MenuChange[]
}

/** A week's menu: the draft as it is, or, where nobody has drafted, what is published. `revision` is sent back with every write. */
export interface MenuWeekView {
  canteen: CanteenView
  monday: BusinessDay
  revision: number
  version: number
  published: { at: Instant; by: string } | null
  days: DayMark[]
  meals: MenuMealView[]
}

/** Body of `PUT /menus/weeks/:monday`: the whole week. Meals that are over stay what they were. */
export interface DraftWeekRequest {
  canteenId?: string
  revision: number
  meals: MenuMeal[]
}

/** Body of the steps of a week's menu. `revision` is of the week that was seen. */
export interface WeekStepRequest {
  canteenId?: string
  revision: number
}

/**
 * Body of `POST /menus/weeks/:monday/publish`. `dropOrders` are the ids of orders that were shown to lose a dish: its lines of them are
 * refunded. When any other order would lose one, nothing is published.
 */
export interface PublishWeekRequest extends WeekStepRequest {
  dropOrders?: string[]
}

/** Why something of last week is not in the copy. `drafted`: somebody has written that meal already. */
export type SkipReason = 'retired' | 'closed' | 'not_served' | 'published' | 'drafted' | 'over'

export interface SkippedItem {
  day: BusinessDay
  meal: Meal
  dishName: string | null
  why: SkipReason
}

/** The week after last week was copied into it. */
export interface CopiedWeekView {
  week: MenuWeekView
  copiedMeals: number
  skipped: SkippedItem[]
}

/** What a change is about. */
export type MenuChangeKind = 'meal_added' | 'dish_added' | 'dish_removed' | 'portions' | 'kept' | 'price' | 'half_price'

/**
 * One difference between the draft and what is published. `before` and `after` are portions or fen. `orders` counts those that hold
 * the dish: who removes it refunds them.
 */
export interface MenuChange {
  kind: MenuChangeKind
  day: BusinessDay
  meal: Meal
  dishId: string | null
  dishName: string
  before: number | null
  after: number | null
  orders: number
}

/** An order that loses dishes when the week is published. */
export interface DroppedOrder {
  orderId: string
  pickupNumber: string
  day: BusinessDay
  meal: Meal
  dishIds: string[]
}

/** What publishing would change, and which orders it would take a dish from, each once. */
export interface WeekChangesView {
  revision: number
  changes: MenuChange[]
  dropped: DroppedOrder[]
}

/** What publishing did. `told`: orders whose people were told of a dish that went or of another price, each counted once. */
export interface PublishedWeekView {
  week: MenuWeekView
  changes: MenuChange[]
  refundedOrders: number
  told: number
}

/**
 * One meal of the calendar. `orders` are those that count; `standing` those of them, paid or not, that closing it would end: what was
 * handed over is not. `closingId` is set where it is closed before it was published.
 */
export interface CalendarMeal {
  meal: Meal
  state: MealState
  reason: string | null
  sittingId: string | null
  closingId: string | null
  orders: number
  standing: number
}

export interface CalendarDay extends DayMark {
  meals: CalendarMeal[]
}

/** A month. `isKnown` is false where the State Council's notice of that year is not recorded: then only weekends are marked. */
export interface CalendarView {
  canteen: CanteenView
  month: string
  isKnown: boolean
  /** The notice the days follow. */
  source: string | null
  days: CalendarDay[]
}

/** Query of `GET /menus/calendar`; `month` is `YYYY-MM`. */
export interface CalendarQuery extends CanteenQuery {
  month: string
}

/**
 * Body of `POST /menus/closings`: the canteen does not serve this meal. Who has ordered is refunded and told why. `standing` is how many
 * orders were shown to go with it, none when it is missing: when more stand by then, nothing is closed.
 */
export interface CloseMealRequest {
  canteenId?: string
  day: BusinessDay
  meal: Meal
  reason: string
  standing?: number
}

/** What closing did. */
export interface ClosedMealView {
  cancelled: number
  refundedFen: number
}

/** Refusals of menus, reviews and figures. */
export interface MenusErrors extends ReviewErrors, ManageErrors {
  'menus.dish_not_found': NoParams
  'menus.dish_retired': { dishName: string }
  'menus.changed_meanwhile': { by: string; at: string }
  'menus.dish_changed': { dishName: string; by: string; at: string }
  'menus.plan_changed': { meal: string; by: string; at: string }
  'menus.duplicate_dish': { dishName: string; meal: string }
  'menus.below_sold': { dishName: string; meal: string; sold: string }
  'menus.drop_ordered': { dishes: string; orders: number; numbers: string }
  'menus.nothing_to_publish': NoParams
  'menus.nothing_to_copy': NoParams
  'menus.close_instead': { meal: string }
  'menus.meal_closed': { meal: string; by: string; at: string; reason: string }
  'menus.more_standing': { meal: string; orders: number }
  'menus.meal_over': { meal: string }
  'menus.closing_not_found': NoParams
}

export interface MenusRoutes extends ReviewRoutes, ManageRoutes {
  'GET /menus/dishes': { query: CanteenQuery; reply: { items: CatalogueDishView[] } }
  'POST /menus/dishes': { query: CanteenQuery; body: DishRequest; reply: CatalogueDishView; idempotent: true }
  'PUT /menus/dishes/:id': { params: { id: string }; body: ChangeDishRequest; reply: CatalogueDishView }
  'POST /menus/dishes/:id/retire': { params: { id: string }; reply: CatalogueDishView }
  'POST /menus/dishes/:id/restore': { params: { id: string }; reply: CatalogueDishView }
  'GET /menus/meals': { query: CanteenQuery; reply: { items: MealPlanView[] } }
  'PUT /menus/meals/:meal': {
    params: { meal: string }
    query: CanteenQuery
    body: ChangeMealPlanRequest
    reply: MealPlanView
  }
  'GET /menus/weeks/:monday': { params: { monday: string }; query: CanteenQuery; reply: MenuWeekView }
  'PUT /menus/weeks/:monday': { params: { monday: string }; body: DraftWeekRequest; reply: MenuWeekView }
  'POST /menus/weeks/:monday/copy': {
    params: { monday: string }
    body: WeekStepRequest
    reply: CopiedWeekView
    idempotent: true
  }
  'GET /menus/weeks/:monday/changes': { params: { monday: string }; query: CanteenQuery; reply: WeekChangesView }
  'GET /menus/weeks/:monday/versions': {
    params: { monday: string }
    query: CanteenQuery
    reply: { items: MenuVersionView[] }
  }
  'POST /menus/weeks/:monday/publish': {
    params: { monday: string }
    body: PublishWeekRequest
    reply: PublishedWeekView
    idempotent: true
  }
  'GET /menus/calendar': { query: CalendarQuery; reply: CalendarView }
  'POST /menus/closings': { body: CloseMealRequest; reply: ClosedMealView; idempotent: true }
  'DELETE /menus/closings/:id': { params: { id: string }; reply: { undone: true } }
}
