import type { DishKind } from '@wanli/contracts/canteen'

/** A group of the menu. */
export type SectionKey = 'meat' | 'greens' | 'staple' | 'snack' | 'set'

/** What a group is called. */
export const SECTION_TEXT = {
  meat: '荤菜',
  greens: '素菜',
  staple: '主食和汤',
  snack: '点心',
  set: '套餐',
} as const satisfies Record<SectionKey, string>

/** Something that offers a dish. */
interface OfDish {
  readonly dish: { readonly kind: DishKind }
}

/** A group with its dishes, in the order the kitchen gave. */
export interface Section<One extends OfDish> {
  readonly key: SectionKey
  readonly offers: readonly One[]
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

/** The group of the menu that a dish stands in. */
export const sectionOf = ({ dish }: OfDish): SectionKey => SECTION_OF[dish.kind]

/** The dishes of a sitting in the groups of the menu; a group without dishes is left out. Sold-out dishes keep their place. */
export function sectionsOf<One extends OfDish>(offers: readonly One[]): Section<One>[] {
  return ORDER.map((key) => ({ key, offers: offers.filter((offer) => sectionOf(offer) === key) })).filter(
    (section) => section.offers.length > 0,
  )
}
