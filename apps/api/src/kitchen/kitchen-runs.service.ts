import { Injectable } from '@nestjs/common'

import { RunsOfSitting, type RunBook } from './runs.queries.js'

export type { KitchenRun, RunBook } from './runs.queries.js'

/** Where the part that delivers tells the kitchen, at start-up, which meals go together. */
@Injectable()
export class KitchenRunsService {
  constructor(private readonly runs: RunsOfSitting) {}

  /** Takes the book of whoever delivers, in place of the one before. */
  use(book: RunBook): void {
    this.runs.use(book)
  }
}
