import type { DishKind, DishView, OfferView, Portion } from '@wanli/contracts/canteen'
import type { StandingWish } from '@wanli/contracts/standing'
import { timesFen } from '@wanli/kernel/money'
import { dishesText, sizedDish, type SizedDish } from '@/shared/text/dish-words'
import { KIND_WORDS } from '../text'

const KINDS = Object.keys(KIND_WORDS) as DishKind[]

/** How many of each kind are wanted. */
export type KindCounts = Readonly<Partial<Record<DishKind, number>>>

/** A plain tray: what most people want when they have not said anything. */
export const PLAIN_TRAY: KindCounts = { 荤: 1, 素: 1, 主食: 1 }

/**
 * One wish for each piece, so that two of a kind are two different dishes. What was wanted before stays with its kind, in its size and as
 * often, as far as it is not more than is wanted now; what is new comes in `portion`.
 */
export function wishesOf(
  counts: KindCounts,
  before: readonly StandingWish[] = [],
  portion: Portion = 'whole',
): StandingWish[] {
  return KINDS.flatMap((kind) => {
    const wishes: StandingWish[] = []
    let open = counts[kind] ?? 0
    for (const wish of before.filter((one) => one.kind === kind)) {
      const quantity = Math.min(wish.quantity, open)
      if (quantity > 0) wishes.push({ ...wish, quantity })
      open -= quantity
    }
    const plain: StandingWish = { dishNames: [], kind, portion, quantity: 1 }
    return [...wishes, ...Array<StandingWish>(open).fill(plain)]
  })
}

/** How many of each kind some wishes want. */
export function countsOf(wishes: readonly StandingWish[]): KindCounts {
  const counts: Partial<Record<DishKind, number>> = {}
  for (const { kind, quantity } of wishes) if (kind !== null) counts[kind] = (counts[kind] ?? 0) + quantity
  return counts
}

/** Wishes as people read them: `番茄炒蛋 小份、素菜、主食 ×2`. */
export const wishesText = (wishes: readonly StandingWish[]): string => dishesText(wishes.map(asDish))

/** One wish with its size: `红烧肉 小份 ×2`. */
export const sizedText = (wish: StandingWish): string => sizedDish(asDish(wish))

const asDish = (wish: StandingWish): SizedDish => ({
  name: nameOf(wish),
  portion: wish.portion,
  quantity: wish.quantity,
})

const nameOf = ({ dishNames, kind }: StandingWish): string => dishNames[0] ?? (kind === null ? '' : KIND_WORDS[kind])

/** A dish that may be chosen for one day. */
export interface SwapChoice {
  dish: Pick<DishView, 'name' | 'kind'>
  half: OfferView['half']
}

/**
 * Wishes for dishes of one day's menu and nothing else, each in the size that is eaten: as the day has it already (`said`), else as the
 * standing order (`usual`) wants its kind. More dishes of a kind than usual share its pieces, at least one each; of a kind that is never
 * wanted it is one, small for who eats small only. A dish without 小份 is a whole one.
 */
export function swapWishes(
  choices: readonly SwapChoice[],
  { said, usual }: { said: readonly StandingWish[]; usual: readonly StandingWish[] },
): StandingWish[] {
  const small = usual.length > 0 && usual.every(({ portion }) => portion === 'half')
  return choices.map(({ dish: { name, kind }, half }) => {
    const named = said.find((wish) => wish.kind === null && wish.dishNames.includes(name))
    const ofKind = usual.filter((wish) => wish.kind === kind)
    const rivals = choices.filter(({ dish }) => dish.kind === kind)
    const place = rivals.findIndex(({ dish }) => dish.name === name)
    const like = named ?? ofKind[place] ?? ofKind.at(-1)
    const pieces = sumOf(ofKind.map(({ quantity }) => quantity))
    const shared = rivals.length > ofKind.length ? shareOf(pieces, rivals.length, place) : like?.quantity
    const isSmall = half !== null && (like === undefined ? small : like.portion === 'half')
    return {
      dishNames: [name],
      kind: null,
      portion: isSmall ? 'half' : 'whole',
      quantity: named?.quantity ?? shared ?? 1,
    }
  })
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

/** The part of the one at `place` when pieces are shared among so many: the first have one more. */
const shareOf = (pieces: number, among: number, place: number): number =>
  Math.max(1, Math.floor(pieces / among) + (place < pieces % among ? 1 : 0))

/** What a chosen dish costs in its size, in fen: by the list, and for its eater before the discount is rounded for the whole order. */
export function wishFen(
  { portion, quantity }: StandingWish,
  offer: Pick<OfferView, 'half' | 'listFen' | 'myFen'>,
): { listFen: number; myFen: number } {
  const unit = portion === 'half' && offer.half ? offer.half : offer
  return { listFen: timesFen(unit.listFen, quantity), myFen: timesFen(unit.myFen, quantity) }
}
