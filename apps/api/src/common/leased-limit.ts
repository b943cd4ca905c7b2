import { type RateLimiterAbstract, type RateLimiterRes } from 'rate-limiter-flexible'

import { FadingMap } from './fading-map.js'

/** A lease is this part of a limit: a person who uses two processes at once may be refused so much early, never late. */
const LEASE_SHARE = 60

interface Lease {
  left: number
  until: number
  remaining: number
  /** Points that were spent and the store does not know of yet. */
  owed: number
}

/**
 * A limit that many processes share without one write to the store for each request: a process takes a few points at a time and
 * spends them from memory. The first points of a key are lent without asking, and told with the next lease: who asks for little
 * costs the store nothing. Beyond what each process lends, the store never gives out more than the limit, whoever asks.
 */
export class LeasedLimit {
  /** No lease lasts longer than the time of the limit. */
  private readonly leases: FadingMap<string, Lease>
  private readonly leaseSize: number

  constructor(private readonly store: RateLimiterAbstract) {
    this.leases = new FadingMap(store.duration * 1_000)
    this.leaseSize = Math.max(1, Math.floor(store.points / LEASE_SHARE))
  }

  /** The limit itself. */
  get points(): number {
    return this.store.points
  }

  /** Spends one point of the key and answers how many remain. Rejects with a {@link RateLimiterRes} when none is left. */
  async consume(key: string): Promise<number> {
    const held = this.live(key) ?? this.lend(key)
    if (held !== undefined && held.left > 0) {
      held.left -= 1
      return held.remaining + held.left
    }
    const owed = held?.owed ?? 0
    if (held !== undefined) held.owed = 0
    const state: RateLimiterRes = await this.store.consume(key, this.leaseSize + owed)
    // Two requests may have asked at once: what the other one brought is kept.
    const left = (this.live(key)?.left ?? 0) + this.leaseSize - 1
    const until = Date.now() + state.msBeforeNext
    this.leases.set(key, { left, until, remaining: state.remainingPoints, owed: 0 })
    return state.remainingPoints + left
  }

  private live(key: string): Lease | undefined {
    const lease = this.leases.get(key)
    return lease !== undefined && lease.until > Date.now() ? lease : undefined
  }

  /** The first points of a key, one less than a lease: none at all where a limit is so small that each point counts. */
  private lend(key: string): Lease | undefined {
    const size = this.leaseSize - 1
    if (size === 0) return undefined
    const lease = {
      left: size,
      until: Date.now() + this.store.duration * 1_000,
      remaining: this.store.points - size,
      owed: size,
    }
    this.leases.set(key, lease)
    return lease
  }
}
