import fc from 'fast-check'
import type { OrderView, StoredOrderStatus } from '@wanli/contracts/canteen'
import type { RouteKey } from '@wanli/contracts/routes'

import type { Offer } from '../../src/canteen/offer.entity.js'
import type { Order } from '../../src/canteen/order.entity.js'
import type { Sitting } from '../../src/canteen/sitting.entity.js'
import type { Slot } from '../../src/canteen/slot.entity.js'

import { newKey, type Answer, type Api } from './api.js'
import type { Dice } from './dice.js'
import type { Till } from './till.js'

/** A sitting of the noon with all that may be ordered. */
export interface Table {
  sitting: Sitting
  offers: Offer[]
  slots: Slot[]
}

/** Somebody who takes part. */
export interface Somebody {
  id: string
  api: Api
}

/** Somebody who eats; `addressId` where a meal may be brought to them. */
export interface Eater extends Somebody {
  addressId?: string
}

/** Who takes part: eaters, pairs of places among them of whom the first orders for the second, and who works here. */
export interface Company {
  people: Eater[]
  mandates: [number, number][]
  staff: Api
  clerk: Api
  couriers: Somebody[]
}

/** How often each thing happens beside the others. */
const WEIGHTS = {
  order: 30,
  orderForAnother: 8,
  orderTwice: 5,
  orderBrought: 12,
  sellAtCounter: 6,
  payAtWechat: 8,
  payCash: 6,
  cancel: 10,
  offer: 12,
  withdraw: 5,
  takeOver: 16,
  wait: 3,
  advance: 14,
  undo: 8,
  handOver: 8,
  refundLine: 4,
  review: 4,
  changeMenu: 5,
  topUpCash: 3,
  payOut: 2,
  payOutCash: 2,
  endMandate: 2,
  giveMandate: 3,
  setUpStanding: 2,
  standingRound: 4,
  sayOfDay: 5,
  changeStanding: 2,
  pauseStanding: 2,
  takeRun: 2,
  leave: 5,
  handOverAtDoor: 5,
  tryDoor: 14,
  closeCheck: 6,
  minute: 10,
  expire: 4,
  close: 4,
}

/** What may happen. */
export type Kind = keyof typeof WEIGHTS

/** All of it. */
export const KINDS = Object.keys(WEIGHTS) as Kind[]

/** What hangs on other things that chance must bring about first: three noons may miss it, many do not. */
export const SELDOM: ReadonlySet<Kind> = new Set<Kind>([
  'takeOver',
  'payOutCash',
  'endMandate',
  'sayOfDay',
  'changeStanding',
  'pauseStanding',
  'takeRun',
  'leave',
  'handOverAtDoor',
  'tryDoor',
  'closeCheck',
])

/** One thing that happens; `which` is what its people, dishes and orders are drawn by. */
export interface Operation {
  kind: Kind
  which: number
}

/** Anything that may happen at a noon. */
export const operation: fc.Arbitrary<Operation> = fc.oneof(
  ...KINDS.map((kind) => ({
    weight: WEIGHTS[kind],
    arbitrary: fc.record({ kind: fc.constant(kind), which: fc.nat({ max: 1_000_000 }) }),
  })),
)

/** Does one kind of thing, as the dice say; answers whether it was answered with success. */
export type Doer = (dice: Dice) => Promise<boolean>

/** A noon under way, for whoever does something in it. */
export interface Noon {
  readonly till: Till
  readonly company: Company
  readonly tables: Table[]
  /** Orders as they were answered when they were placed. */
  readonly orders: OrderView[]
  /** Ids of the lines that the canteen gave back one by one. */
  readonly refundedLines: Set<string>
  readonly time: number
  /** Notes that a server did what none should. */
  fault(what: string): void
  /** Asks; what no server should answer is a fault. */
  ask<Key extends RouteKey>(api: Api, key: Key, input: object): Promise<Answer<Key>>
  /** The same; whether it was answered with success. */
  does(api: Api, key: RouteKey, input?: object): Promise<boolean>
  /** Remembers an order, once however often it was answered. Whether it was. */
  keep(answer: { status: number; reply: OrderView }): boolean
  /** Mostly an order that stood so a moment ago, sometimes any: people act on what they saw. */
  oneThatIs(dice: Dice, states: readonly StoredOrderStatus[]): Promise<Order | undefined>
  /** Dishes of a table, and how they are had. */
  linesOf(dice: Dice, table: Table): { offerId: string; quantity: number; portion?: 'half' }[]
}

/** Parameters of a route about one thing, with a key of its own. */
export const once = (id: string) => ({ params: { id }, idempotencyKey: newKey() })
