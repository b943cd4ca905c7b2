import type { DishKind, OfferView } from '@wanli/contracts/canteen'

/** A group of the menu. */
export type SectionKey = 'meat' | 'greens' | 'staple' | 'snack' | 'set'

/** A group with its dishes, in the order the kitchen gave. */
export interface Section {
  readonly key: SectionKey
  readonly offers: readonly OfferView[]
}

const ORDER: readonly SectionKey[] = ['meat', 'greens', 'staple', 'snack', 'set']

const SECTION_OF: Readonly<Record<DishKind, SectionKey>> = {
  荤: 'meat',
  半荤: 'meat',
  素: 'greens',
  主食: 'staple',
  汤: 'staple',
  点心: 'snack',
  套餐: 'set',
}

/** The dishes of a sitting in the groups of the menu; a group without dishes is left out. Sold-out dishes keep their place. */
export function sectionsOf(offers: readonly OfferView[]): Section[] {
  return ORDER.map((key) => ({ key, offers: offers.filter((offer) => SECTION_OF[offer.dish.kind] === key) })).filter(
    (section) => section.offers.length > 0,
  )
}

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
