/*
 * What must never happen: one order of a batch deciding on what another has just taken. `placeOne` decides on the rows as they stand
 * on the table and moves them before the next one looks; the rows are locked by whoever laid the table.
 */
import type { PlaceOrderRequest } from '@wanli/contracts/canteen'
import type { PersonBrief } from '@wanli/contracts/people'
import { yuan } from '@wanli/kernel/money'
import { businessDayOf, clockText } from '@wanli/kernel/shanghai-time'

import { DomainError } from '../common/domain-error.js'

import { clashError, clashesOf, halvesOf, priceBasket, type BasketLine } from './basket.rules.js'
import { addressOf, type Doorstep } from './doorstep.rules.js'
import type { Dish } from './dish.entity.js'
import type { Offer } from './offer.entity.js'
import type { Order } from './order.entity.js'
import { beginOrder, isLive, pickupNumber, whenText } from './order.rules.js'
import { isForPool, keptAt, leftFor, stepsOf } from './pool.rules.js'
import { ageRate, type EaterFacts, type OrderPrice } from './price.rules.js'
import { PUTUO_2025_12 } from './scheme.js'
import type { Sitting } from './sitting.entity.js'
import { assertOpen, assertServed } from './sitting.rules.js'
import type { Slot } from './slot.entity.js'

/** Somebody who is to eat: who they are, and what of them a price and a kitchen look at. */
export interface TableEater {
  brief: PersonBrief
  /** Verified facts that count on a Shanghai day. */
  factsAt: (day: string) => EaterFacts
  avoid: readonly string[]
}

/** An order somebody else placed for the same eater in the same sitting. */
export type EarlierOrder = Pick<Order, 'placedById' | 'status' | 'pickupNumber'>

/** The rows that a batch of orders decides on. Counters and balances on it move as orders are placed. */
export interface PlacingTable {
  sittings: ReadonlyMap<string, Sitting>
  offers: ReadonlyMap<string, Offer>
  dishes: ReadonlyMap<string, Dish>
  slots: ReadonlyMap<string, Slot>
  eaters: ReadonlyMap<string, TableEater>
  /** {@link rightOf} of subsidies that are used. */
  subsidiesUsed: Set<string>
  /** What each payer has left, in fen. */
  balances: Map<string, number>
  /** Orders by {@link earlierKey}. */
  earlier: Map<string, EarlierOrder[]>
  /** Names by person id. */
  names: ReadonlyMap<string, string>
  /** Addresses that were asked for. */
  doorsteps: ReadonlyMap<string, Doorstep>
}

/** An order to be placed: who asks for what, and whose money pays. */
export interface Placing {
  callerId: string
  body: PlaceOrderRequest
  payerId: string
  /** Whether staff place it at the counter for somebody before them: no slot, and as long as the meal is served. */
  door: Order['door']
  /** Throws when the caller may not spend so much for the eater; looked at before anything moves. */
  assertMay: (payFen: number) => void
}

/** What was decided: the row's content but its ids, and its lines. */
export interface Placed {
  order: Omit<Order, 'id' | 'pickupCode'>
  lines: BasketLine[]
}

/**
 * Decides one order and moves what it takes: portions, a place in the slot, a number, the subsidy right and the money. Throws, and
 * moves nothing: `canteen.sitting_not_found` (404), `canteen.sitting_closed`, `canteen.sitting_not_open`, `canteen.cut_off_passed`,
 * the refusals of a basket, `canteen.slot_required`, `canteen.slot_not_found`, `canteen.address_required`,
 * `canteen.address_out_of_reach` (422), `canteen.clash`, `canteen.already_ordered`,
 * `canteen.price_changed`, `canteen.sold_out`, `canteen.slot_full`, `wallet.insufficient` and `wallet.other_insufficient` (409).
 */
export function placeOne(table: PlacingTable, placing: Placing, now: Date): Placed {
  const { callerId, body, payerId } = placing
  const { sitting, eater } = whoAndWhat(table, placing, now)
  const { day } = sitting
  const facts = eater.factsAt(day)
  const right = rightOf(eater.brief.id, day)
  const subsidyUsed = table.subsidiesUsed.has(right)
  const { lines, price } = priceBasket(table, { ...body, day, eater: facts, subsidyUsed })
  const slot = placing.door === 'counter' || body.mode === 'delivery' ? null : slotOf(table, body, sitting, now)
  const addressId = addressOf(table.doorsteps, body, { canteenId: sitting.canteenId, eaterId: eater.brief.id })
  const leaveOut = leaveOutOf(table, lines, eater, body)
  if (placing.door === 'app') assertFirst(table, callerId, eater, body)
  if (body.expectedPayFen !== undefined && body.expectedPayFen !== price.payFen)
    throw new DomainError('canteen.price_changed', { was: yuan(body.expectedPayFen), now: yuan(price.payFen) })
  const forPool = isForPool(ageRate(facts, day, PUTUO_2025_12).age, body.mode)
  assertPortions(table, lines, sitting, forPool, now)
  if (slot !== null && slot.taken >= slot.capacity) throw slotFull(slot)
  const fromWallet = body.payBy === 'wallet' ? price.payFen : 0
  assertMoney(table, placing, fromWallet)
  placing.assertMay(price.payFen)

  // Nothing below can be refused: from here on things move.
  for (const [offerId, halves] of halvesOf(lines)) takePortions(table.offers.get(offerId), halves, forPool)
  if (slot !== null) slot.taken += 1
  sitting.lastPickup += 1
  if (price.subsidyFen > 0) table.subsidiesUsed.add(right)
  table.balances.set(payerId, (table.balances.get(payerId) ?? 0) - fromWallet)
  const order = rowOf(placing, { sitting, eater, price, slot, addressId, forPool, leaveOut, now })
  const key = earlierKey(sitting.id, eater.brief.id)
  table.earlier.set(key, [...(table.earlier.get(key) ?? []), order])
  return { order, lines }
}

/** Key of {@link PlacingTable.earlier}. */
export const earlierKey = (sittingId: string, eaterId: string): string => `${sittingId} ${eaterId}`

/** Key of {@link PlacingTable.subsidiesUsed}. */
export const rightOf = (personId: string, day: string): string => `${personId} ${day}`

function whoAndWhat(
  table: PlacingTable,
  { callerId, body, door }: Placing,
  now: Date,
): { sitting: Sitting; eater: TableEater } {
  const sitting = table.sittings.get(body.sittingId)
  if (sitting === undefined) throw new DomainError('canteen.sitting_not_found')
  const eater = table.eaters.get(body.forPersonId ?? callerId)
  if (eater === undefined) throw new DomainError(door === 'counter' ? 'people.not_found' : 'people.no_mandate')
  assertServed(sitting)
  // At the counter a meal is sold while it is served, as long as portions last (canteen page, words).
  const { opensAt, cutOffAt, servingTo } = sitting
  const times = { opensAt, cutOffAt: door === 'counter' ? servingTo : cutOffAt }
  assertOpen(times, now, (at) => whenText(at, businessDayOf(at), businessDayOf(now)))
  return { sitting, eater }
}

function assertMoney(table: PlacingTable, { callerId, payerId, door }: Placing, neededFen: number): void {
  const balanceFen = table.balances.get(payerId) ?? 0
  if (balanceFen >= neededFen) return
  // What is in somebody's wallet is not for a helper to know; at the counter its owner stands there.
  if (door === 'app' && payerId !== callerId)
    throw new DomainError('wallet.other_insufficient', { needed: yuan(neededFen) })
  throw new DomainError('wallet.insufficient', { balance: yuan(balanceFen), needed: yuan(neededFen) })
}

interface Decided {
  sitting: Sitting
  eater: TableEater
  price: OrderPrice
  slot: Slot | null
  addressId: string | null
  forPool: boolean
  leaveOut: string[] | null
  now: Date
}

function rowOf(
  { callerId, body, payerId, door }: Placing,
  { sitting, eater, price, slot, addressId, forPool, leaveOut, now }: Decided,
): Placed['order'] {
  const { status, payUntil } = beginOrder(body.payBy, price.payFen, now)
  return {
    canteenId: sitting.canteenId,
    sittingId: sitting.id,
    day: sitting.day,
    slotId: slot?.id ?? null,
    eaterId: eater.brief.id,
    placedById: callerId,
    paidById: payerId,
    status,
    mode: body.mode,
    pickupNumber: pickupNumber(sitting.lastPickup),
    schemeVersion: PUTUO_2025_12.version,
    listFen: price.listFen,
    discountFen: price.discountFen,
    subsidyFen: price.subsidyFen,
    payFen: price.payFen,
    payBy: body.payBy,
    payUntil,
    refundedFen: 0,
    explanation: price.explanation,
    forPool,
    leaveOut,
    addressId,
    offeredAt: null,
    takenFromId: null,
    progressAt: null,
    door,
    note: (body.note ?? '').trim(),
    handedOverEarly: false,
    handedOverAt: null,
    handedOverById: null,
    cancelledAt: null,
    createdAt: now,
  }
}

function slotOf(table: PlacingTable, body: PlaceOrderRequest, sitting: Sitting, now: Date): Slot {
  if (body.slotId === undefined) throw new DomainError('canteen.slot_required')
  const slot = table.slots.get(body.slotId)
  if (slot?.sittingId !== sitting.id) throw new DomainError('canteen.slot_not_found')
  if (slot.toAt <= now) throw slotFull(slot)
  return slot
}

const slotFull = (slot: Slot): DomainError<'canteen.slot_full'> =>
  new DomainError('canteen.slot_full', { slot: `${clockText(slot.fromAt)}–${clockText(slot.toAt)}` })

/** What the kitchen must leave out; refuses the order when nobody said that it should, and when it cannot. */
function leaveOutOf(
  table: PlacingTable,
  lines: BasketLine[],
  eater: TableEater,
  body: PlaceOrderRequest,
): string[] | null {
  const dishes = lines.flatMap((line) => table.dishes.get(line.dishId) ?? [])
  const clashes = clashesOf(dishes, eater.avoid)
  const refusal = clashError(clashes)
  if (refusal === undefined) return null
  if (body.leaveOut !== true || clashes.some(({ canLeaveOut }) => !canLeaveOut)) throw refusal
  return [...new Set(clashes.map(({ what }) => what))]
}

/** Refuses a second meal that somebody else has ordered already, unless it is wanted. */
function assertFirst(table: PlacingTable, callerId: string, eater: TableEater, body: PlaceOrderRequest): void {
  if (body.again === true) return
  const earlier = (table.earlier.get(earlierKey(body.sittingId, eater.brief.id)) ?? []).find(
    (order) => order.placedById !== callerId && isLive(order.status),
  )
  if (earlier === undefined) return
  const by = table.names.get(earlier.placedById) ?? '家里人'
  throw new DomainError('canteen.already_ordered', { by, number: earlier.pickupNumber })
}

function assertPortions(table: PlacingTable, lines: BasketLine[], sitting: Sitting, forPool: boolean, now: Date): void {
  const steps = stepsOf(sitting)
  for (const [offerId, halves] of halvesOf(lines)) {
    const offer = table.offers.get(offerId)
    if (offer === undefined) throw new DomainError('canteen.offer_not_found')
    const left = leftFor(offer, forPool, keptAt(offer.keptHalves, steps, now))
    if (halves <= left) continue
    const dishName = lines.find((line) => line.offerId === offerId)?.dishName ?? ''
    throw new DomainError('canteen.sold_out', { dishName, left: Math.floor(left / 2) })
  }
}

function takePortions(offer: Offer | undefined, halves: number, forPool: boolean): void {
  if (offer === undefined) return
  offer.soldHalves += halves
  if (forPool) offer.soldKeptHalves += halves
}
