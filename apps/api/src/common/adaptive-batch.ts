/*
 * What must never happen: one bad request spoiling the others of its batch, or somebody left without an answer. `settle` answers
 * each on its own; a batch that breaks down is run again in halves, down to the one that broke it.
 */
import { setImmediate } from 'node:timers/promises'

import { DomainError } from './domain-error.js'

/** What became of one request of a batch. */
export type Outcome<Answer> = { answer: Answer } | { error: unknown }

/** How much a {@link AdaptiveBatch} takes. */
export interface BatchLimits {
  /** Most requests of one batch. */
  batch: number
  /** Most requests that wait; who comes then is told to come again in a moment. */
  queue: number
}

interface Waiting<Request, Answer> {
  request: Request
  resolve(answer: Answer): void
  reject(error: unknown): void
}

/**
 * What arrives while one batch is in flight goes out together as the next: group commit for writes, one look-up for many for reads.
 * There is no timer, so a lone request waits for nothing, and under load the cost of a round is shared by all who wait anyway.
 */
export class AdaptiveBatch<Request, Answer> {
  private waiting: Waiting<Request, Answer>[] = []
  private working = false

  /**
   * `work` decides a batch, in one transaction, and tells the outcome of each request in their order. It must be safe to run again
   * for requests whose first run did commit: their keys know the answer.
   */
  constructor(
    private readonly work: (requests: Request[]) => Promise<Outcome<Answer>[]>,
    private readonly limits: BatchLimits,
  ) {}

  /** Hands a request in and waits for its answer. Throws what was decided for it, and `request.busy` (503) when too many wait. */
  submit(request: Request): Promise<Answer> {
    if (this.waiting.length >= this.limits.queue)
      return Promise.reject(new DomainError('request.busy', { retryAfterSeconds: 1 }))
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, resolve, reject })
      if (!this.working) void this.workOff()
    })
  }

  private async workOff(): Promise<void> {
    this.working = true
    let answer = (): void => undefined
    while (this.waiting.length > 0) {
      const outcome = this.settle(this.waiting.splice(0, this.limits.batch))
      // What this batch asks of the database is on its way before this process is busy with the replies of the last one.
      await setImmediate()
      answer()
      answer = await outcome
    }
    this.working = false
    answer()
  }

  /** Works a batch off; what comes back answers every request of it. Never throws. */
  private async settle(batch: Waiting<Request, Answer>[]): Promise<() => void> {
    try {
      const outcomes = await this.work(batch.map(({ request }) => request))
      if (outcomes.length !== batch.length) throw new Error('a batch must tell the outcome of each of its requests')
      return () => {
        for (const [index, outcome] of outcomes.entries()) answerOne(batch[index], outcome)
      }
    } catch (error) {
      const [only] = batch
      if (batch.length === 1) return () => only?.reject(error)
      const half = Math.ceil(batch.length / 2)
      const [first, second] = [await this.settle(batch.slice(0, half)), await this.settle(batch.slice(half))]
      return () => {
        first()
        second()
      }
    }
  }
}

function answerOne<Answer>(one: Waiting<unknown, Answer> | undefined, outcome: Outcome<Answer>): void {
  if ('answer' in outcome) one?.resolve(outcome.answer)
  else one?.reject(outcome.error)
}
