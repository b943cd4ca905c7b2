import type { CanteenView, DishView, OfferView, SittingBrief, SlotView } from '@wanli/contracts/canteen'
import { percentFen } from '@wanli/kernel/money'

import type { Canteen } from './canteen.entity.js'
import type { Dish } from './dish.entity.js'
import type { Offer } from './offer.entity.js'
import { isOpen } from './order.rules.js'
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

/** A dish in a sitting at the price of an eater who pays `percent` of the list price. */
export function toOfferView(offer: Offer, dish: Dish, percent: number): OfferView {
  return {
    id: offer.id,
    dish: toDishView(dish),
    listFen: offer.listFen,
    myFen: percentFen(offer.listFen, percent),
    half: offer.halfFen === null ? null : { listFen: offer.halfFen, myFen: percentFen(offer.halfFen, percent) },
    left: Math.floor((offer.capacityHalves - offer.soldHalves) / 2),
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
    actions: isOpen(row, now) ? ['order'] : [],
  }
}
