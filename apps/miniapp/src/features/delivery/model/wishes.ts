import type { DishKind } from '@wanli/contracts/canteen'
import type { StandingWish } from '@wanli/contracts/standing'
import { KIND_WORDS } from '../text'

const KINDS = Object.keys(KIND_WORDS) as DishKind[]

/** How many of each kind are wanted. */
export type KindCounts = Readonly<Partial<Record<DishKind, number>>>

/** A plain tray: what most people want when they have not said anything. */
export const PLAIN_TRAY: KindCounts = { 荤: 1, 素: 1, 主食: 1 }

/** One wish for each piece, so that two of a kind are two different dishes. Named dishes of before stay with their kind. */
export function wishesOf(counts: KindCounts, before: readonly StandingWish[] = []): StandingWish[] {
  return KINDS.flatMap((kind) => {
    const kept = before.filter((wish) => wish.kind === kind)
    return [...Array(counts[kind] ?? 0).keys()].map(
      (n): StandingWish => kept[n] ?? { dishNames: [], kind, portion: 'whole', quantity: 1 },
    )
  })
}

/** How many of each kind some wishes want. */
export function countsOf(wishes: readonly StandingWish[]): KindCounts {
  const counts: Partial<Record<DishKind, number>> = {}
  for (const { kind, quantity } of wishes) if (kind !== null) counts[kind] = (counts[kind] ?? 0) + quantity
  return counts
}

/** Wishes as people read them: `番茄炒蛋、素菜、主食 ×2`. */
export function wishesText(wishes: readonly StandingWish[]): string {
  const pieces = new Map<string, number>()
  for (const { dishNames, kind, quantity } of wishes) {
    const name = dishNames[0] ?? (kind === null ? '' : KIND_WORDS[kind])
    pieces.set(name, (pieces.get(name) ?? 0) + quantity)
  }
  return [...pieces].map(([name, count]) => (count > 1 ? `${name} ×${count}` : name)).join('、')
}

/** A wish for one dish of one day's menu and nothing else. */
export const wishFor = (dishName: string): StandingWish => ({
  dishNames: [dishName],
  kind: null,
  portion: 'whole',
  quantity: 1,
})
