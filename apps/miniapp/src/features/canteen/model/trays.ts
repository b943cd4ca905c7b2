import type { DishKind, OfferView } from '@wanli/contracts/canteen'
import { sumFen } from '@wanli/kernel/money'
import type { CartLine } from './cart'

/** A whole meal that can be ordered in one tap. `main` gives it its name; `sides` follow in the order vegetable, soup, staple. */
export interface Tray {
  readonly main: OfferView
  readonly sides: readonly OfferView[]
  readonly listFen: number
}

const MOST_TRAYS = 3

const has = (offer: OfferView): boolean => offer.left > 0

/** Soft and less salty first: what suits most elders. Equal dishes keep the kitchen's order. */
const gentleness = ({ dish }: OfferView): number => (dish.soft ? 2 : 0) + (dish.lowSalt ? 1 : 0)

const isEaten = ({ clash }: OfferView): boolean => clash.length === 0

function ofKinds(offers: readonly OfferView[], ...kinds: DishKind[]): OfferView[] {
  const there = offers.filter((offer) => has(offer) && kinds.includes(offer.dish.kind))
  const eaten = there.filter(isEaten)
  return (eaten.length > 0 ? eaten : there).sort((a, b) => gentleness(b) - gentleness(a))
}

const trayOf = (main: OfferView, sides: readonly OfferView[]): Tray => ({
  main,
  sides,
  listFen: sumFen([main, ...sides].map((offer) => offer.listFen)),
})

/**
 * Up to three meals for a person who does not want to choose dish by dish: a soft 套餐 as it is, then mains with a vegetable, a
 * soup and a staple, each side changing from tray to tray while there is choice. Only dishes that still have portions; a side
 * the kitchen does not have today is left out. Without any main (breakfast) a staple or snack carries the tray. What the eater does not
 * eat is in none of them while there is something else of its kind.
 */
export function traysOf(offers: readonly OfferView[]): Tray[] {
  const sets = ofKinds(offers, '套餐')
    .filter((offer) => offer.dish.soft)
    .map((offer) => trayOf(offer, []))
  const eatenSets = sets.filter(({ main }) => isEaten(main))
  const mains = ofKinds(offers, '荤', '半荤')
  const snacks = ofKinds(offers, '点心')
  const soups = ofKinds(offers, '汤')
  const staples = ofKinds(offers, '主食')
  const greens = ofKinds(offers, '素')
  const turn = (list: readonly OfferView[], index: number): OfferView[] => {
    const offer = list[index % Math.max(1, list.length)]
    return offer ? [offer] : []
  }
  const composed =
    mains.length > 0
      ? mains.map((main, index) => trayOf(main, [...turn(greens, index), ...turn(soups, index), ...turn(staples, 0)]))
      : (staples.length > 0 ? staples : snacks).map((main, index) =>
          trayOf(main, staples.length > 0 ? [...turn(snacks, index), ...turn(soups, index)] : turn(soups, index)),
        )
  const trays = [...eatenSets.slice(0, 1), ...composed].slice(0, MOST_TRAYS)
  return trays.length > 0 ? trays : sets.slice(0, 1)
}

/** A tray as lines of a cart: one whole portion of each of its dishes. */
export function linesOfTray(tray: Tray): CartLine[] {
  return [tray.main, ...tray.sides].map(({ id }) => ({ offerId: id, portion: 'whole', quantity: 1 }))
}

/** The tray that the lines of a cart stand for, its first line being the main; null when a dish of it is not offered or sold out. */
export function trayOfLines(lines: readonly CartLine[], offers: readonly OfferView[]): Tray | null {
  const [main, ...sides] = lines.map((line) => offers.find((offer) => offer.id === line.offerId && has(offer)))
  const there = sides.filter((side): side is OfferView => side !== undefined)
  return main && there.length === sides.length ? trayOf(main, there) : null
}

/** The name of a dish in two parts: `长者套餐（一荤一素）` is `长者套餐` with `一荤一素`; without brackets the second is empty. */
export function splitName(name: string): { short: string; inside: string } {
  const [short = name, rest = ''] = name.split('（')
  return { short, inside: rest.replace('）', '') }
}

/** What is in a set meal, in words whose line may end before each of its dishes: `一荤一素` is no word that one cuts before its last syllable. */
export const spaced = (inside: string): string => inside.replace(/(.)(?=[一两])/g, '$1\u200b')

/** Everything that is eaten with a tray, the main first: `皮蛋瘦肉粥`, `小馄饨`. A set meal says what is in it. */
export function namesOfTray({ main, sides }: Tray): string[] {
  const { short, inside } = splitName(main.dish.name)
  const first = main.dish.kind === '套餐' && inside !== '' ? [short, inside] : [main.dish.name]
  return [...first, ...sides.map(({ dish }) => dish.name)]
}
