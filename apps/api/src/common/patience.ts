/** How long something that failed is left alone: longer each time it fails again, five minutes at most. */
const FIRST_MS = 10_000
const LONGEST_MS = 300_000

/** Of more things that fail the one that failed longest ago is tried as if it had not. */
const MOST = 10_000

interface Rest {
  failures: number
  /** Milliseconds since 1970. */
  until: number
}

/**
 * What has failed in rounds that come every few seconds, and until when each of it is left alone: things that fail every time would
 * make a round longer than the pause between two, and hold up all that is worked off behind them. Known to this process only, so that
 * whoever is started anew tries everything at once.
 */
export class Patience<Item> {
  private readonly rests = new Map<string, Rest>()

  constructor(
    private readonly nameOf: (item: Item) => string,
    private readonly now: () => Date,
  ) {}

  /** Whether it failed so lately that it is left alone. */
  isResting(item: Item): boolean {
    return (this.rests.get(this.nameOf(item))?.until ?? 0) > this.now().getTime()
  }

  /** Names of all that is left alone now. */
  resting(): string[] {
    const now = this.now().getTime()
    return [...this.rests].filter(([, { until }]) => until > now).map(([name]) => name)
  }

  /** It has failed, perhaps once more. */
  failed(item: Item): void {
    const name = this.nameOf(item)
    const failures = (this.rests.get(name)?.failures ?? 0) + 1
    // What failed last stands last.
    this.rests.delete(name)
    this.rests.set(name, { failures, until: this.now().getTime() + restMs(failures) })
    if (this.rests.size <= MOST) return
    for (const oldest of this.rests.keys()) return void this.rests.delete(oldest)
  }

  /** It went well: what was before is forgotten. */
  done(item: Item): void {
    this.rests.delete(this.nameOf(item))
  }
}

/** Milliseconds for which something is left alone that has failed so often: doubling. */
const restMs = (failures: number): number => Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1))
