import type { DishKind, Meal, Portion } from './canteen.js'
import type { NoParams } from './no-params.js'
import type { PersonBrief } from './people.js'
import type { BusinessDay, Instant } from './time.js'

/**
 * One thing a standing order wants: the first of `dishNames` that is on the menu, else a dish of `kind` (soft and low in salt first
 * when the eater's diet says so, never one the eater does not eat). Without a kind it is left out when none of the names is there.
 */
export interface StandingWish {
  dishNames: string[]
  kind: DishKind | null
  portion: Portion
  quantity: number
}

/** Which days of the week: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** What is brought when, and where. */
export interface StandingTerms {
  weekdays: Weekday[]
  meal: Meal
  wishes: StandingWish[]
  addressId: string
  note: string
}

/** Body of `POST /delivery/standing`. `forPersonId` is who eats, when it is not the caller. */
export interface NewStandingRequest extends StandingTerms {
  canteenId: string
  forPersonId?: string
}

/** Body of `PUT /delivery/standing/:id`: holds for days that are not ordered yet. */
export type ChangeStandingRequest = StandingTerms

/** Body of `POST /delivery/standing/:id/pause`: both days included. */
export interface PauseRequest {
  from: BusinessDay
  to: BusinessDay
}

/** Body of `PUT /delivery/standing/:id/days/:day`: not this day, or something else on it. */
export interface StandingDayRequest {
  skip: boolean
  wishes?: StandingWish[]
}

/**
 * What becomes of one day. `planned`: will be ordered; `ordered` with its order; `cancelled`: ordered and cancelled by hand; `by_hand`:
 * somebody ordered (or cancelled) this meal by hand, which counts; `skipped`; `paused`; `failed` with the reason.
 */
export type StandingDayStatus = 'planned' | 'ordered' | 'cancelled' | 'by_hand' | 'skipped' | 'paused' | 'failed'

/**
 * A day of the coming week on which the standing order falls. `dishes` are what is ordered and still to come. From `orderFrom` on it is
 * ordered by itself, and at once by whoever takes it back in; null while there is no menu. `canChange`: until the kitchen counts.
 */
export interface StandingDayView {
  day: BusinessDay
  status: StandingDayStatus
  changed: boolean
  wishes: StandingWish[]
  dishes: { name: string; portion: Portion; quantity: number }[]
  orderId: string | null
  reason: string | null
  sittingId: string | null
  orderFrom: Instant | null
  canChange: boolean
}

/** A standing order with the days of the coming week. */
export interface StandingView extends StandingTerms {
  id: string
  canteenId: string
  eater: PersonBrief
  setUpBy: PersonBrief
  mine: boolean
  /** Who set it up may not order for the eater any more: nothing comes by itself, until the eater changes it and it is their own. */
  lapsed: boolean
  addressText: string
  pausedFrom: BusinessDay | null
  pausedTo: BusinessDay | null
  days: StandingDayView[]
}

export interface StandingErrors {
  'delivery.standing_not_found': NoParams
  'delivery.weekday_taken': { weekday: string }
  'delivery.day_frozen': { until: string }
  'delivery.day_not_standing': NoParams
  'delivery.pause_wrong': NoParams
  'delivery.being_ordered': NoParams
  'delivery.swap_refused': { why: string }
  'delivery.not_in_time': NoParams
  'delivery.no_menu': NoParams
  'delivery.nothing_on_menu': NoParams
}

export interface StandingRoutes {
  'GET /delivery/standing': { reply: { items: StandingView[] } }
  'POST /delivery/standing': { body: NewStandingRequest; reply: StandingView; idempotent: true }
  'PUT /delivery/standing/:id': { params: { id: string }; body: ChangeStandingRequest; reply: StandingView }
  'POST /delivery/standing/:id/pause': { params: { id: string }; body: PauseRequest; reply: StandingView }
  'POST /delivery/standing/:id/resume': { params: { id: string }; reply: StandingView }
  'POST /delivery/standing/:id/end': { params: { id: string }; reply: { ended: true } }
  'PUT /delivery/standing/:id/days/:day': {
    params: { id: string; day: BusinessDay }
    body: StandingDayRequest
    reply: StandingView
  }
  'DELETE /delivery/standing/:id/days/:day': { params: { id: string; day: BusinessDay }; reply: StandingView }
}
