import type {
  CanteenView,
  DishView,
  KeptView,
  OfferView,
  SittingBrief,
  SittingView,
  SlotView,
} from '@wanli/contracts/canteen'
import { percentFen } from '@wanli/kernel/money'

import { clashesOf } from './basket.rules.js'
import type { Canteen } from './canteen.entity.js'
import type { Dish } from './dish.entity.js'
import type { Offer } from './offer.entity.js'
import { keptAt, leftFor, percentAt, stepsOf, type PoolStep } from './pool.rules.js'
import type { Sitting } from './sitting.entity.js'
import { isOpen } from './sitting.rules.js'
import type { Slot } from './slot.entity.js'

/** A sitting with all that is shown of it to anybody: offers by position, slots by time. */
export interface SittingRows {
  sitting: Sitting
  canteen: Canteen
  offers: { offer: Offer; dish: Dish }[]
  slots: Slot[]
  delivers: boolean
  /** Who waits for a meal that is given up, longest first. */
  waiting: readonly string[]
}

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
interface OfferFor {
  percent: number
  leftHalves: number
  avoid: readonly string[]
}

/** A dish in a sitting as one eater sees it. */
function toOfferView(offer: Offer, dish: Dish, { percent, leftHalves, avoid }: OfferFor): OfferView {
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
function toSlotView(slot: Slot, now: Date): SlotView {
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
function toKeptView(steps: readonly PoolStep[], now: Date): KeptView {
  const next = steps.find((step) => step.from > now)
  const open = steps.find((step) => step.keptPercent === 0)
  return {
    percentNow: percentAt(steps, now),
    nextAt: next?.from.toISOString() ?? null,
    openToAllAt: open?.from.toISOString() ?? null,
  }
}

/** What eaters of one kind are all shown of a sitting; the rest of {@link SittingView} is one reader's own. */
export type SharedSitting = Omit<SittingView, 'basis' | 'waitingAhead'>

/** What of an eater decides which prices, portions and warnings are shown. */
export interface EaterKind {
  percent: number
  /** Whether what is put aside for elders is for them. */
  forPool: boolean
  avoid: readonly string[]
}

/** A sitting as every eater of this kind sees it at this instant. */
export function toSharedSitting(rows: SittingRows, { percent, forPool, avoid }: EaterKind, now: Date): SharedSitting {
  const steps = stepsOf(rows.sitting)
  return {
    ...toSittingBrief(rows.sitting, now),
    canteen: toCanteenView(rows.canteen),
    offers: rows.offers.map(({ offer, dish }) =>
      toOfferView(offer, dish, {
        percent,
        leftHalves: leftFor(offer, forPool, keptAt(offer.keptHalves, steps, now)),
        avoid,
      }),
    ),
    slots: rows.slots.map((slot) => toSlotView(slot, now)),
    kept: rows.offers.some(({ offer }) => offer.keptHalves > 0) ? toKeptView(steps, now) : null,
    modes: rows.delivers ? ['dine_in', 'pick_up', 'delivery'] : ['dine_in', 'pick_up'],
  }
}
