/** Draws from a number: the same numbers for the same one, each time it is asked. */
export class Dice {
  constructor(private state: number) {}

  /** A number from 0 to below `end`. */
  below(end: number): number {
    // A linear congruential generator (Numerical Recipes, 7.1): good enough to pick with.
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.state / 2 ** 32) * end)
  }

  /** One of some items. */
  one<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item
  }

  /** One of some items; undefined when there are none. */
  any<Item>(items: readonly Item[]): Item | undefined {
    return items[this.below(items.length)]
  }
}
