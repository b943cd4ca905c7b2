import type { DishKind, OrderLineRequest } from '@wanli/contracts/canteen'

import type { Habit } from './demo-regulars.js'

/** A dish as it stands at the counter on a past day; `leftHalves` goes down as it is taken. */
export interface DishLeft {
  offerId: string
  kind: DishKind
  soft: boolean
  isRice: boolean
  hasHalf: boolean
  leftHalves: number
}

/** Out of one how many take what. Who takes no set meal has meat, something with meat, or both. */
interface Taste {
  setMeal: number
  noodles: number
  onlyMeat: number
  onlyMixed: number
  greens: number
  soup: number
  egg: number
  secondRice: number
  small: number
  /** For two: as much again for whoever is at home. */
  forTwo: number
  soft: number
}

const TASTES: Record<Habit['taste'], Taste> = {
  elder: {
    setMeal: 0.16,
    noodles: 0.08,
    onlyMeat: 0.4,
    onlyMixed: 0.3,
    greens: 0.92,
    soup: 0.7,
    egg: 0.07,
    secondRice: 0,
    small: 0.25,
    forTwo: 0.18,
    soft: 0.2,
  },
  worker: {
    setMeal: 0.24,
    noodles: 0.2,
    onlyMeat: 0.4,
    onlyMixed: 0.2,
    greens: 0.82,
    soup: 0.6,
    egg: 0.12,
    secondRice: 0.2,
    small: 0.04,
    forTwo: 0,
    soft: 0,
  },
  guest: {
    setMeal: 0.24,
    noodles: 0.22,
    onlyMeat: 0.4,
    onlyMixed: 0.25,
    greens: 0.78,
    soup: 0.6,
    egg: 0.12,
    secondRice: 0.15,
    small: 0.06,
    forTwo: 0.1,
    soft: 0,
  },
}

/**
 * What somebody has for lunch of what is left, as a person eats: a set meal, a bowl of noodles with something to it, or dishes with
 * soup and rice. `roll` answers 0 up to 1 for each question. Takes it off what is left; empty when nothing of it is there.
 */
export function basketOf(
  left: readonly DishLeft[],
  tasteOf: Habit['taste'],
  roll: (question: string) => number,
): OrderLineRequest[] {
  const taste = TASTES[tasteOf]
  const tray = new Tray(left, taste, roll)
  // One set meal is made for elders, with soft dishes; the other is a big one.
  const theirs = ({ soft }: DishLeft): boolean => soft === (tasteOf === 'elder')
  if (roll('what') < taste.setMeal && tray.add(['套餐'], 1, theirs)) return tray.lines
  if (roll('noodles') < taste.noodles) {
    if (roll('main') < 0.6) tray.add(['半荤', '荤'])
    else tray.add(['点心'])
    if (roll('soup') < taste.soup) tray.add(['汤'])
    tray.add(['主食'], 1, ({ isRice }) => !isRice)
    return tray.lines
  }
  const portions = roll('for two') < taste.forTwo ? 2 : 1
  const main = roll('main')
  if (main >= taste.onlyMixed) tray.add(['荤', '半荤'], portions)
  if (main < taste.onlyMixed || main >= taste.onlyMixed + taste.onlyMeat) tray.add(['半荤'], portions)
  if (roll('greens') < taste.greens) tray.add(['素'], portions)
  if (roll('egg') < taste.egg) tray.add(['点心'])
  if (roll('soup') < taste.soup) tray.add(['汤'])
  tray.add(['主食'], roll('second rice') < taste.secondRice ? 2 : portions, ({ isRice }) => isRice)
  return tray.lines
}

/** What one person has taken so far. */
class Tray {
  readonly lines: OrderLineRequest[] = []

  constructor(
    private readonly left: readonly DishLeft[],
    private readonly taste: Taste,
    private readonly roll: (question: string) => number,
  ) {}

  /** Takes a dish of the first of these kinds of which one is left and passes the test. Answers whether there was one. */
  add(kinds: readonly DishKind[], portions = 1, test: (dish: DishLeft) => boolean = () => true): boolean {
    for (const kind of kinds) {
      const there = this.left.filter(
        (dish) => dish.kind === kind && dish.leftHalves >= 2 && test(dish) && this.isNew(dish),
      )
      const soft = this.roll(`${kind} soft`) < this.taste.soft ? there.filter((dish) => dish.soft) : []
      const choice = soft.length > 0 ? soft : there
      const dish = choice[Math.floor(this.roll(`${kind} which`) * choice.length)]
      if (dish === undefined) continue
      this.take(dish, portions)
      return true
    }
    return false
  }

  private isNew({ offerId }: DishLeft): boolean {
    return this.lines.every((line) => line.offerId !== offerId)
  }

  /** Fewer of it when there are no more; a small one where there are small ones. */
  private take(dish: DishLeft, portions: number): void {
    const { offerId, kind, hasHalf } = dish
    const quantity = Math.min(portions, Math.floor(dish.leftHalves / 2))
    const isSmall = quantity === 1 && hasHalf && this.roll(`${kind} small`) < this.taste.small
    dish.leftHalves -= isSmall ? 1 : 2 * quantity
    this.lines.push({ offerId, quantity, portion: isSmall ? 'half' : 'whole' })
  }
}
