import type { CanteenView, Meal, OrderStatus, Portion } from './canteen.js'
import type { NoParams } from './no-params.js'
import type { Face, PersonBrief } from './people.js'
import type { StandingErrors, StandingRoutes } from './standing.js'
import type { BusinessDay, Instant, Span } from './time.js'

/** An estate that a canteen's couriers go to, and on which run. */
export interface EstateView {
  id: string
  canteenId: string
  name: string
  run: number
}

/** Somebody who may take a meal in, by name and what they are to the eater (保姆, 女儿). */
export interface NamedPerson {
  name: string
  relation: string
}

/** Somebody who is called when nobody answers the door. */
export interface ContactPerson extends NamedPerson {
  phone: string
}

/**
 * Where a meal is brought. `building` and `unit` without their words (`9`, `2`; no unit is ''), `room` `402`. `note` is for the
 * courier. At most three receivers and three contacts; contacts are called in their order.
 */
export interface AddressRequest {
  estateId: string
  building: string
  unit: string
  room: string
  floor: number
  lift: boolean
  note: string
  receivers: NamedPerson[]
  contacts: ContactPerson[]
}

/** Body of `POST /delivery/addresses`; `forPersonId` is who lives there, when it is not the caller. */
export interface NewAddressRequest extends AddressRequest {
  forPersonId?: string
}

/** An address in full, for who lives there and who may order meals for them. `text` is how it reads: `香泉苑 9 号 402 室`. */
export interface AddressView extends AddressRequest {
  id: string
  text: string
  estateName: string
  canteenId: string
}

/** How a meal was handed over: the eater was seen, a recorded receiver took it, or somebody else did, with a reason. */
export type HandOverHow = 'seen' | 'named' | 'other'

/** Body of `POST /delivery/stops/:id/hand-over`. `name` is the receiver's, `reason` why somebody not recorded took it. */
export interface HandOverRequest {
  how: HandOverHow
  name?: string
  reason?: string
}

/**
 * Steps when nobody answers, in order. `self` calls the eater, `contact` calls a contact (each is a step of its own), `committee` tells
 * the residents' committee (居委), called again until somebody picks up; `emergency` is 110 or 120, at any time.
 */
export type LadderStep = 'knock' | 'wait' | 'self' | 'contact' | 'committee' | 'emergency'

/** What came of a step. `answered`: somebody was reached and said something (`words`). `told`: they know and act. */
export type AttemptOutcome = 'no_answer' | 'answered' | 'told'

/** Body of `POST /delivery/stops/:id/attempts`. `contact` is the place of the contact in the ladder, from 0. */
export interface AttemptRequest {
  step: Exclude<LadderStep, 'wait'>
  contact?: number
  outcome: AttemptOutcome
  words?: string
}

/**
 * One step of the ladder as the courier sees it. `who` is whom it calls. `at` is when it was done. A committee that did not pick up is still
 * `now`, with the `outcome` of the last call.
 */
export interface LadderStepView {
  step: LadderStep
  contact: number | null
  who: NamedPerson | null
  state: 'done' | 'now' | 'later' | 'always'
  at: Instant | null
  outcome: AttemptOutcome | null
}

/** The ladder of a stop. `waitUntil` is when the three minutes are over; null while nobody has knocked. `since`: its last step. */
export interface LadderView {
  steps: LadderStepView[]
  begun: boolean
  waitUntil: Instant | null
  since: Instant | null
}

/** How a welfare check ended: the person was found, is in hospital, or something else; always with words. */
export type CheckOutcome = 'found' | 'hospital' | 'other'

/** Body of `POST /delivery/stops/:id/close`. */
export interface CloseCheckRequest {
  outcome: CheckOutcome
  words: string
}

/** Body of `POST /delivery/stops/:id/reveal`: whose phone is needed. `contact` as in the ladder. */
export interface RevealPhoneRequest {
  who: 'self' | 'contact' | 'committee'
  contact?: number
}

/** What the courier may do at a stop now. */
export type StopAction = 'hand_over' | 'attempt' | 'close'

/** A stop of a run. Names are masked; the address is shown to the courier of this run only, and only today. */
export interface StopView {
  orderId: string
  /** From 1, in the order of the way; it stays once the meal has left. */
  position: number
  status: OrderStatus
  pickupNumber: string
  eaterName: string
  eaterFace: Face
  eaterAge: number | null
  estate: string
  /** `9 号 402 室`. */
  door: string
  floor: number
  lift: boolean
  addressNote: string
  receivers: NamedPerson[]
  portions: number
  dishes: { name: string; quantity: number; portion: Portion }[]
  note: string
  leaveOut: string[]
  lowSalt: boolean
  soft: boolean
  expectedAt: Instant
  ladder: LadderView
  handedOverAt: Instant | null
  handedOverTo: string | null
  actions: StopAction[]
}

/**
 * A run of a sitting: who brings it, null while nobody does and any courier of the canteen may take it; how far it is. `delivered` of
 * `total` stops are done. `courierId` is what tells couriers of one name apart.
 */
export interface RunBrief {
  id: string
  canteenId: string
  canteenName: string
  day: BusinessDay
  meal: Meal
  serving: Span
  number: number
  courierId: string | null
  courierName: string | null
  mine: boolean
  leftAt: Instant | null
  total: number
  delivered: number
  /** Meals that wait at the canteen to be taken along. */
  waiting: number
}

/** Body of `POST /delivery/runs/:id/take`: whose the run was when one saw it, null when it was nobody's. */
export type TakeRunRequest = Pick<RunBrief, 'courierId'>

/** A run with its stops in the order of the way. */
export interface RunView extends RunBrief {
  lateMinutes: number
  stops: StopView[]
}

/**
 * What somebody who eats, placed or paid an order sees of its way, and, once nobody has answered the door, whoever may order for who eats:
 * for them the order itself is not `mine`, and they may `ring` the eater. `receivedBy` is how it was handed over, in words.
 */
export interface OrderDeliveryView {
  orderId: string
  mine: boolean
  eater: PersonBrief
  canteen: CanteenView
  status: OrderStatus
  address: string
  courierName: string | null
  outAt: Instant | null
  deliveredAt: Instant | null
  receivedBy: string | null
  /** What was done when nobody answered, first step first. */
  attempts: { step: LadderStep; at: Instant; outcome: AttemptOutcome }[]
  closed: { outcome: CheckOutcome; words: string; at: Instant } | null
  actions: 'ring'[]
}

export interface DeliveryErrors extends StandingErrors {
  'delivery.estate_not_found': NoParams
  'delivery.address_not_found': NoParams
  'delivery.address_in_use': NoParams
  'delivery.too_many_addresses': { max: number }
  'delivery.run_not_found': NoParams
  'delivery.not_your_run': { courier: string }
  'delivery.run_is_free': NoParams
  'delivery.run_taken': { courier: string }
  'delivery.too_early': { from: string }
  'delivery.nothing_to_take': NoParams
  'delivery.stop_not_found': NoParams
  'delivery.already_delivered': { at: string; to: string }
  'delivery.not_out': NoParams
  'delivery.receiver_unknown': NoParams
  'delivery.receiver_missing': NoParams
  'delivery.wait_first': { seconds: number }
  'delivery.step_not_next': NoParams
  'delivery.no_phone': NoParams
  'delivery.check_not_begun': NoParams
  'delivery.nobody_missing': NoParams
}

export interface DeliveryRoutes extends StandingRoutes {
  'GET /delivery/estates': { reply: { items: EstateView[] } }
  'GET /delivery/addresses': { query: { forPersonId?: string }; reply: { items: AddressView[] } }
  'POST /delivery/addresses': { body: NewAddressRequest; reply: AddressView; idempotent: true }
  'PUT /delivery/addresses/:id': { params: { id: string }; body: AddressRequest; reply: AddressView }
  'DELETE /delivery/addresses/:id': { params: { id: string }; reply: { removed: true } }
  'GET /delivery/orders/:id': { params: { id: string }; reply: OrderDeliveryView }
  'POST /delivery/orders/:id/reveal': { params: { id: string }; reply: { phone: string } }
  'GET /delivery/runs': { reply: { items: RunBrief[] } }
  'GET /delivery/runs/:id': { params: { id: string }; reply: RunView }
  'POST /delivery/runs/:id/take': { params: { id: string }; body: TakeRunRequest; reply: RunBrief; idempotent: true }
  'POST /delivery/runs/:id/leave': { params: { id: string }; reply: RunBrief; idempotent: true }
  'POST /delivery/stops/:id/hand-over': {
    params: { id: string }
    body: HandOverRequest
    reply: StopView
    idempotent: true
  }
  'POST /delivery/stops/:id/attempts': {
    params: { id: string }
    body: AttemptRequest
    reply: StopView
    idempotent: true
  }
  'POST /delivery/stops/:id/reveal': { params: { id: string }; body: RevealPhoneRequest; reply: { phone: string } }
  'POST /delivery/stops/:id/close': {
    params: { id: string }
    body: CloseCheckRequest
    reply: StopView
    idempotent: true
  }
}
