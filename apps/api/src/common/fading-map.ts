/**
 * A map that forgets: what was set is found for at least `keptMs`, and gone after twice that. Nothing is walked past to forget it: what
 * is set stands in the younger of two generations, and the older one is dropped whole. So each entry costs the same, however many
 * there are, and no more are held than were set within twice `keptMs`.
 */
export class FadingMap<Key, Value> {
  private young = new Map<Key, Value>()
  private old = new Map<Key, Value>()
  private turnAt = 0

  /** `now` is milliseconds of any clock that does not go backwards by much. */
  constructor(
    private readonly keptMs: number,
    private readonly now: () => number = () => Date.now(),
  ) {}

  /** How many entries are held. */
  get size(): number {
    return this.young.size + this.old.size
  }

  /** What was last set for the key; undefined when nothing was, or it is forgotten. */
  get(key: Key): Value | undefined {
    this.turn()
    return this.young.get(key) ?? this.old.get(key)
  }

  /** Keeps a value for at least `keptMs` from now. */
  set(key: Key, value: Value): void {
    this.turn()
    this.old.delete(key)
    this.young.set(key, value)
  }

  /** Lets the younger generation grow old once what is in the older one has stood for `keptMs`. */
  private turn(): void {
    const now = this.now()
    if (now < this.turnAt) return
    // Nobody came for so long that the younger one has stood long enough, too.
    this.old = now < this.turnAt + this.keptMs ? this.young : new Map<Key, Value>()
    this.young = new Map()
    this.turnAt = now + this.keptMs
  }
}
