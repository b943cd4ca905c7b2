import type { CanteenView, DishView, KeptView, OfferView, SittingBrief, SlotView } from '@wanli/contracts/canteen'
import { percentFen } from '@wanli/kernel/money'

import { clashesOf } from './basket.rules.js'
import type { Canteen } from './canteen.entity.js'
import type { Dish } from './dish.entity.js'
import type { Offer } from './offer.entity.js'
import { isOpen } from './order.rules.js'
import { percentAt, type PoolStep } from './pool.rules.js'
import type { Sitting } from './sitting.entity.js'
import type { Slot } from './slot.entity.js'

/** A canteen as everybody sees it. */
export function toCanteenView(row: Canteen): CanteenView {
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    phone: row.phone,
    phoneHours: row.phoneHours,
    window: row.windowName,
  }
}

/** A dish of the catalogue. */
export function toDishView(row: Dish): DishView {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    picture: row.picture,
    ingredients: row.ingredients,
    allergens: row.allergens,
    nutrition: row.nutrition,
    soft: row.soft,
    lowSalt: row.lowSalt,
    tags: row.tags,
  }
}

/** Whom an offer is shown to: what they pay in percent of the list price, how many halves they may have, what they do not eat. */
export interface OfferFor {
  percent: number
  leftHalves: number
  avoid: readonly string[]
}

/** A dish in a sitting as one eater sees it. */
export function toOfferView(offer: Offer, dish: Dish, { percent, leftHalves, avoid }: OfferFor): OfferView {
  return {
    id: offer.id,
    dish: toDishView(dish),
    listFen: offer.listFen,
    myFen: percentFen(offer.listFen, percent),
    half: offer.halfFen === null ? null : { listFen: offer.halfFen, myFen: percentFen(offer.halfFen, percent) },
    left: Math.floor(leftHalves / 2),
    clash: clashesOf([dish], avoid).map(({ what }) => what),
  }
}

/** A pick-up slot; one whose time is over has no place left. */
export function toSlotView(slot: Slot, now: Date): SlotView {
  return {
    id: slot.id,
    from: slot.fromAt.toISOString(),
    to: slot.toAt.toISOString(),
    left: slot.toAt > now ? slot.capacity - slot.taken : 0,
  }
}

/** A sitting without its dishes. */
export function toSittingBrief(row: Sitting, now: Date): SittingBrief {
  return {
    id: row.id,
    canteenId: row.canteenId,
    day: row.day,
    meal: row.meal,
    opensAt: row.opensAt.toISOString(),
    freezeAt: row.freezeAt.toISOString(),
    cutOffAt: row.cutOffAt.toISOString(),
    serving: { from: row.servingFrom.toISOString(), to: row.servingTo.toISOString() },
    closedReason: row.closedReason,
    actions: row.closedAt === null && isOpen(row, now) ? ['order'] : [],
  }
}

/** How much of what is put aside for elders still is, and when that changes. */
export function toKeptView(steps: readonly PoolStep[], now: Date): KeptView {
  const next = steps.find((step) => step.from > now)
  const open = steps.find((step) => step.keptPercent === 0)
  return {
    percentNow: percentAt(steps, now),
    nextAt: next?.from.toISOString() ?? null,
    openToAllAt: open?.from.toISOString() ?? null,
  }
}
