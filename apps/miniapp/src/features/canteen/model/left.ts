import type { OfferView } from '@wanli/contracts/canteen'

/** Portions left at or below this are told. */
const FEW = 5

/** Portions left when they are few enough to be worth saying, else null. Zero is "sold out", which the row says itself. */
export function fewLeft(offer: OfferView): number | null {
  return offer.left > 0 && offer.left <= FEW ? offer.left : null
}

/** A dish that can no longer be had in this sitting. */
export function isSoldOut(offer: OfferView): boolean {
  return offer.left <= 0
}
