import type { CanteenView, DishView, OfferView, SittingBrief, SlotView } from '@wanli/contracts/canteen'
import type { Canteen } from './canteen.entity.js'
import type { Dish } from './dish.entity.js'
import type { Offer } from './offer.entity.js'
import type { Sitting } from './sitting.entity.js'
import type { Slot } from './slot.entity.js'
/** A canteen as everybody sees it. */
export declare function toCanteenView(row: Canteen): CanteenView
/** A dish of the catalogue. */
export declare function toDishView(row: Dish): DishView
/** A dish in a sitting at the price of an eater who pays `percent` of the list price. */
export declare function toOfferView(offer: Offer, dish: Dish, percent: number): OfferView
/** A pick-up slot; one whose time is over has no place left. */
export declare function toSlotView(slot: Slot, now: Date): SlotView
/** A sitting without its dishes. */
export declare function toSittingBrief(row: Sitting, now: Date): SittingBrief
