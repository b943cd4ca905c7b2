import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'

import { oneByOne } from './one-by-one.js'

const MINUTE_MS = 60_000

/** How often a chore is done: as often as what it looks after can have changed. */
const EVERY_MS = { tenMinutes: 10 * MINUTE_MS, hour: 60 * MINUTE_MS } as const

type Rate = keyof typeof EVERY_MS
type Chore = () => Promise<unknown>

const RATES = Object.keys(EVERY_MS) as Rate[]

/**
 * What is tidied up beside the requests and nobody waits for: what is old is forgotten, what an older key sealed is sealed anew. Modules
 * add their chores; each is safe to run in several processes at once. What people do wait for is done by workers, every few seconds.
 */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(Housekeeping.name)
  private readonly chores: Record<Rate, Chore[]> = { tenMinutes: [], hour: [] }
  private readonly running = new Map<Rate, Promise<void>>()
  private timers: NodeJS.Timeout[] = []

  /** Adds what is done at a rate, for the first time when that time has passed once. */
  every(rate: Rate, ...chores: Chore[]): void {
    this.chores[rate].push(...chores)
  }

  onApplicationBootstrap(): void {
    this.timers = RATES.map((rate) => setInterval(() => void this.tidy(rate), EVERY_MS[rate]).unref())
  }

  /** Finishes what is in its hands. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer)
    await Promise.all(this.running.values())
  }

  /** Does all of a rate, one after another; what fails is written into the log and keeps the others from nothing. Once at a time. */
  tidy(rate: Rate): Promise<void> {
    const running = this.running.get(rate) ?? this.round(rate).finally(() => this.running.delete(rate))
    this.running.set(rate, running)
    return running
  }

  private async round(rate: Rate): Promise<void> {
    await oneByOne(this.log, this.chores[rate], (chore) => chore())
  }
}
