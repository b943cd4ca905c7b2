import { type RateLimiterAbstract, type RateLimiterRes } from 'rate-limiter-flexible'

/** Above so many people at once, leases that have ended are thrown away. */
const MANY = 5_000
/** A lease is this part of a limit: a person who uses two processes at once may be refused so much early, never late. */
const LEASE_SHARE = 60

interface Lease {
  left: number
  until: number
  remaining: number
}

/**
 * A limit that many processes share without one write to the store for each request: a process takes a few points at a time and
 * spends them from memory. The store never gives out more than the limit, whoever asks.
 */
export class LeasedLimit {
  private readonly leases = new Map<string, Lease>()
  private readonly leaseSize: number

  constructor(private readonly store: RateLimiterAbstract) {
    this.leaseSize = Math.max(1, Math.floor(store.points / LEASE_SHARE))
  }

  /** The limit itself. */
  get points(): number {
    return this.store.points
  }

  /** Spends one point of the key and answers how many remain. Rejects with a {@link RateLimiterRes} when none is left. */
  async consume(key: string): Promise<number> {
    const held = this.live(key)
    if (held !== undefined && held.left > 0) {
      held.left -= 1
      return held.remaining + held.left
    }
    const state: RateLimiterRes = await this.store.consume(key, this.leaseSize)
    // Two requests may have asked at once: what the other one brought is kept.
    const left = (this.live(key)?.left ?? 0) + this.leaseSize - 1
    this.leases.set(key, { left, until: Date.now() + state.msBeforeNext, remaining: state.remainingPoints })
    this.forgetEnded()
    return state.remainingPoints + left
  }

  private live(key: string): Lease | undefined {
    const lease = this.leases.get(key)
    return lease !== undefined && lease.until > Date.now() ? lease : undefined
  }

  private forgetEnded(): void {
    if (this.leases.size < MANY) return
    const now = Date.now()
    for (const [key, lease] of this.leases) if (lease.until <= now) this.leases.delete(key)
  }
}
