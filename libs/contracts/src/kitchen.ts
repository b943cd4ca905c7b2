import type { Meal, OrderStatus, Portion, ServiceMode } from './canteen.js'
import type { NoParams } from './no-params.js'
import type { BusinessDay, Instant, Span } from './time.js'

/** Where in the kitchen a dish is made: 热菜, 蒸菜, 汤, 主食, 冷菜. */
export type KitchenStation = 'hot' | 'steam' | 'soup' | 'staple' | 'cold'

/** A meal as the kitchen's screens choose it. */
export interface KitchenSitting {
  id: string
  day: BusinessDay
  meal: Meal
  freezeAt: Instant
  cutOffAt: Instant
  serving: Span
  closedReason: string | null
}

/** The kitchen of the caller's canteen today, and what of tomorrow it has counted already. `currentId` is the meal that is cooked or served now, or comes next. */
export interface KitchenDay {
  canteenId: string
  canteenName: string
  window: string
  sittings: KitchenSitting[]
  currentId: string | null
  /** Dishes that are served already and of which no sample was kept, in all and by meal: what must never be. */
  samplesLate: number
  samplesLateAt: { sittingId: string; dishes: number }[]
}

/**
 * One dish of a production sheet, in portions. Two halves are one, an odd one is rounded up: `folded`. `toCook` is
 * whole + folded + staff + sample.
 */
export interface SheetDish {
  dishId: string
  name: string
  picture: string
  station: KitchenStation
  whole: number
  half: number
  folded: number
  staff: number
  sample: number
  toCook: number
}

/** What the kitchen leaves out of one dish of one order; never a name. */
export interface LeaveOutLine {
  orderId: string
  pickupNumber: string
  dishId: string
  dishName: string
  what: string
}

/** Meals that one courier brings. */
export interface SheetRun {
  name: string
  courier: string | null
  portions: number
}

/**
 * 备餐单: what is to be cooked for a sitting, as ordered by the freeze. Numbered `MMDD-n`, and never changed; before the freeze it is a
 * preview with `number: null`. Orders are counted, not people.
 */
export interface SheetView {
  sitting: KitchenSitting
  canteenName: string
  number: string | null
  frozenAt: Instant | null
  dishes: SheetDish[]
  leaveOut: LeaveOutLine[]
  runs: SheetRun[]
  orders: number
  byMode: Record<ServiceMode, number>
  elders: number
  /** Orders of the same meal a week earlier, when its kitchen counted or, before that, at this time; null when there was none. */
  lastWeek: number | null
  samples: { kept: number; dishes: number; dueAt: Instant }
  staff: StaffMealsView
}

/**
 * 员工餐: how many portions the staff eat, and of which dishes of the catalogue. Changes count for sheets that are not frozen yet.
 * `revision` goes up with each of them, 0 until somebody has said.
 */
export interface StaffMealsView {
  portions: number
  dishIds: string[]
  revision: number
  /** Who said so, and when; null until somebody has. */
  said: { by: string; at: Instant } | null
}

/** Body of `PUT /canteen/kitchen/staff-meals`, with the `revision` that was seen. */
export type ChangeStaffMealsRequest = Omit<StaffMealsView, 'said'>

/** One dish on the board, in portions. `made` counts what is ready, kept as a sample and, when no guest waits, the staff's own. */
export interface BoardTotal {
  dishId: string
  name: string
  picture: string
  station: KitchenStation
  made: number
  total: number
}

/** More or fewer portions of a dish than the sheet and what was seen since say. `sequence` is what a tap compares. */
export interface AmountChange {
  kind: 'amount'
  dishId: string
  dishName: string
  amount: number
  total: number
  sequence: number
}

/** Something that an order after the freeze wants left out. */
export interface LeaveOutChange extends LeaveOutLine {
  kind: 'leave_out'
}

/** A change after the freeze that nobody in the kitchen has seen yet. */
export type KitchenChange = AmountChange | LeaveOutChange

/** An order on the board. `run` is the courier's round; `slotFrom` is null for what is not collected at a time. */
export interface Ticket {
  orderId: string
  pickupNumber: string
  status: OrderStatus
  mode: ServiceMode
  slotFrom: Instant | null
  run: string | null
  lines: { dishId: string; dishName: string; portion: Portion; quantity: number }[]
  leaveOut: string[]
  lowSalt: boolean
  soft: boolean
  note: string
}

/** A step that its cook may still take back. `to` is where the order is now. */
export interface UndoableStep {
  orderId: string
  pickupNumber: string
  to: 'cooking' | 'ready'
  until: Instant
}

/** Which tickets, in which order: all by time, what is collected by kind of window, or what is brought. */
export type TicketOrder = 'time' | 'window' | 'delivery'

/** 厨房: how a sitting goes. At most 24 tickets; `more` wait behind them. */
export interface KitchenBoard {
  sitting: KitchenSitting
  sheetNumber: string | null
  orders: number
  counts: { waiting: number; cooking: number; made: number }
  totals: BoardTotal[]
  changes: KitchenChange[]
  tickets: Ticket[]
  more: number
  undo: UndoableStep | null
  samplesLate: number
}

/** Body of `POST /canteen/kitchen/sittings/:id/changes`: exactly what was shown is seen, the rest stays. */
export interface SeeChangeRequest {
  kind: 'amount' | 'leave_out'
  dishId: string
  /** Of an amount. */
  amount?: number
  sequence?: number
  /** Of something left out. */
  orderId?: string
  what?: string
}

/** Body of `POST /canteen/kitchen/orders/:id/advance` and `…/undo`: where the cook saw the order. */
export interface TicketStepRequest {
  from: 'paid' | 'cooking' | 'ready'
}

/** Body of `POST /canteen/kitchen/starts`: these orders are begun together. Those that have moved meanwhile are passed over. */
export interface StartTogetherRequest {
  orderIds: string[]
}

/** A sample as it was kept. `grams` is at least 125. */
export interface SampleView {
  id: string
  dishId: string
  dishName: string
  picture: string
  day: BusinessDay
  meal: Meal
  grams: number
  place: string
  photo: string | null
  takenAt: Instant
  takenBy: string
  /** When 48 hours are over. */
  keepUntil: Instant
  discardedAt: Instant | null
  discardedBy: string | null
  /** Who made the record void, when and why; null while it stands. */
  voided: { at: Instant; by: string; reason: string } | null
  /** What was written before, newest last; empty when the box is as it was first written down. */
  corrections: SampleCorrection[]
}

/** A sample as it was written until somebody corrected it. */
export interface SampleCorrection {
  grams: number
  place: string
  correctedAt: Instant
  correctedBy: string
}

/** 留样: what of this sitting is kept, what is missing, and the boxes that stand in the fridge. */
export interface SamplesView {
  sitting: KitchenSitting
  /** Serving begins: by then every dish must be kept. */
  dueAt: Instant
  late: boolean
  dishes: { dishId: string; name: string; picture: string; sample: SampleView | null }[]
  /** Boxes of all sittings that nobody has taken away yet, oldest first. */
  boxes: SampleView[]
  /** Records of this sitting, and of boxes that would still stand, that were made void; the latest first. */
  voided: SampleView[]
}

/** A meal of a day with what was kept of it: each dish that was served, its sample or none, and the records that were made void. */
export interface SampleMeal {
  sittingId: string
  meal: Meal
  /** Serving began, begins: from then on a dish without a sample is one that was not kept. */
  dueAt: Instant
  closedReason: string | null
  dishes: { dishId: string; name: string; picture: string; sample: SampleView | null }[]
  voided: SampleView[]
}

/** 以前的留样: a day of the caller's canteen, for whoever inspects. `firstDay` is the first on which it served anything; null before that. */
export interface SampleDay {
  canteenName: string
  day: BusinessDay
  firstDay: BusinessDay | null
  meals: SampleMeal[]
}

/** Query of `GET /canteen/kitchen/samples`. */
export interface SampleDayQuery {
  day: BusinessDay
}

/** Body of `POST /canteen/kitchen/sittings/:id/samples`. */
export interface KeepSampleRequest {
  dishId: string
  grams: number
  place: string
  photoId?: string
}

/** Body of `POST /canteen/kitchen/samples/:id/corrections`: what it should say, and what it said when that was seen. */
export interface CorrectSampleRequest {
  grams: number
  place: string
  was: { grams: number; place: string }
}

/** Body of `POST /canteen/kitchen/samples/:id/void`: why; whoever inspects reads it. */
export interface VoidSampleRequest {
  reason: string
}

/** Somebody who had a dish, masked. `at` is when it was handed over or brought; null when it was not. */
export interface DishEater {
  orderId: string
  pickupNumber: string
  eaterName: string
  status: OrderStatus
  portion: Portion
  quantity: number
  at: Instant | null
}

/** 谁吃了这道菜. `had` are those who have it already. */
export interface DishEatersView {
  dishName: string
  people: number
  had: number
  items: DishEater[]
}

/** Body of `POST /canteen/kitchen/sittings/:id/dishes/:dishId/phones`: why; each person can read it. */
export interface RevealPhonesRequest {
  reason: string
}

/** Names and phones of who had a dish; never kept. */
export interface PhoneListView {
  items: { name: string; phone: string | null; pickupNumbers: string[] }[]
}

/** Refusals of the kitchen. */
export interface KitchenErrors {
  'kitchen.not_frozen': { from: string }
  'kitchen.change_seen': NoParams
  'kitchen.undo_too_late': { seconds: number }
  'kitchen.dish_not_found': NoParams
  'kitchen.sample_too_light': { grams: number }
  'kitchen.sample_kept': { by: string; at: string }
  'kitchen.sample_not_found': NoParams
  'kitchen.sample_too_young': { until: string }
  'kitchen.sample_discarded': { by: string; at: string }
  'kitchen.sample_voided': { by: string; at: string }
  'kitchen.sample_changed': { by: string; at: string; grams: number; place: string }
  'kitchen.staff_meals_changed': { by: string; at: string; dishes: number; portions: number }
  'kitchen.nobody_ate': NoParams
}

export interface KitchenRoutes {
  'GET /canteen/kitchen': { reply: KitchenDay }
  'GET /canteen/kitchen/sittings/:id/sheet': { params: { id: string }; reply: SheetView }
  'GET /canteen/kitchen/sittings/:id/board': {
    params: { id: string }
    query: { order?: TicketOrder }
    reply: KitchenBoard
  }
  'POST /canteen/kitchen/sittings/:id/changes': {
    params: { id: string }
    body: SeeChangeRequest
    reply: { seen: true }
    idempotent: true
  }
  'POST /canteen/kitchen/orders/:id/advance': {
    params: { id: string }
    body: TicketStepRequest
    reply: UndoableStep
    idempotent: true
  }
  'POST /canteen/kitchen/orders/:id/undo': {
    params: { id: string }
    body: TicketStepRequest
    reply: { undone: true }
    idempotent: true
  }
  'POST /canteen/kitchen/starts': { body: StartTogetherRequest; reply: { started: number }; idempotent: true }
  'PUT /canteen/kitchen/staff-meals': { body: ChangeStaffMealsRequest; reply: StaffMealsView }
  'GET /canteen/kitchen/sittings/:id/samples': { params: { id: string }; reply: SamplesView }
  'GET /canteen/kitchen/samples': { query: SampleDayQuery; reply: SampleDay }
  'POST /canteen/kitchen/sittings/:id/samples': {
    params: { id: string }
    body: KeepSampleRequest
    reply: SampleView
    idempotent: true
  }
  'POST /canteen/kitchen/samples/:id/corrections': {
    params: { id: string }
    body: CorrectSampleRequest
    reply: SampleView
    idempotent: true
  }
  'POST /canteen/kitchen/samples/:id/void': {
    params: { id: string }
    body: VoidSampleRequest
    reply: SampleView
    idempotent: true
  }
  'POST /canteen/kitchen/samples/:id/discard': { params: { id: string }; reply: SampleView; idempotent: true }
  'GET /canteen/kitchen/sittings/:id/dishes/:dishId/eaters': {
    params: { id: string; dishId: string }
    reply: DishEatersView
  }
  'POST /canteen/kitchen/sittings/:id/dishes/:dishId/phones': {
    params: { id: string; dishId: string }
    body: RevealPhonesRequest
    reply: PhoneListView
  }
}
