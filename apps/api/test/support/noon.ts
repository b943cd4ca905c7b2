import fc from 'fast-check'

import type { Offer } from '../../src/canteen/offer.entity.js'
import type { Sitting } from '../../src/canteen/sitting.entity.js'
import type { Slot } from '../../src/canteen/slot.entity.js'

import type { Api } from './api.js'

/** A sitting of the noon with all that may be ordered. */
export interface Table {
  sitting: Sitting
  offers: Offer[]
  slots: Slot[]
}

/** Who takes part: eaters, pairs of places among them of whom the first orders for the second, and who works at the canteen. */
export interface Company {
  people: { id: string; api: Api }[]
  mandates: [number, number][]
  staff: Api
}

/** How often each thing happens beside the others. */
const WEIGHTS = {
  order: 30,
  orderForAnother: 8,
  orderTwice: 5,
  sellAtCounter: 6,
  payAtWechat: 8,
  payCash: 6,
  cancel: 10,
  offer: 8,
  withdraw: 5,
  takeOver: 10,
  wait: 3,
  advance: 14,
  undo: 8,
  handOver: 8,
  refundLine: 4,
  minute: 9,
  expire: 4,
  close: 4,
}

/** What may happen. */
export type Kind = keyof typeof WEIGHTS

/** All of it. */
export const KINDS = Object.keys(WEIGHTS) as Kind[]

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
