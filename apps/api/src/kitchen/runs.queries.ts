import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

/** One courier's round of a sitting. `name` is how the kitchen says it: `2 线`; `about` where it goes. */
export interface KitchenRun {
  runId: string
  name: string
  about: string | null
  courier: string | null
  orderIds: string[]
}

/** What the kitchen asks of whoever delivers: the rounds of a sitting in their order. */
export interface RunBook {
  runsOf(from: EntityManager, sittingId: string): Promise<KitchenRun[]>
}

const NO_RUNS: RunBook = { runsOf: () => Promise.resolve([]) }

/** The door through which the kitchen learns which meals go together; the part that delivers fills it at start-up. */
@Injectable()
export class RunsOfSitting {
  private book = NO_RUNS

  /** Takes the book of whoever delivers. */
  use(book: RunBook): void {
    this.book = book
  }

  /** The rounds of a sitting; none when nobody delivers. */
  runsOf(from: EntityManager, sittingId: string): Promise<KitchenRun[]> {
    return this.book.runsOf(from, sittingId)
  }
}
