import { Injectable } from '@nestjs/common'

import { RunsOfSitting, type RunBook } from './runs.queries.js'

/** The door through which whoever delivers tells the kitchen of its runs. */
@Injectable()
export class RunBookService {
  constructor(private readonly runs: RunsOfSitting) {}

  /** Takes the book of whoever delivers. */
  use(book: RunBook): void {
    this.runs.use(book)
  }
}
