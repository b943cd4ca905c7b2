import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'

import { Housekeeping } from '../common/housekeeping.service.js'
import { oneByOne } from '../common/one-by-one.js'
import { Env } from '../config/env.js'

import { ReconciliationService } from './reconciliation.service.js'
import { RefundsService } from './refunds.service.js'
import { SettlementService } from './settlement.service.js'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000

type Chore = () => Promise<unknown>

/** Looks after money that is not where it should be yet. Safe to run in several processes at once. */
@Injectable()
export class MoneyWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(MoneyWorker.name)
  private readonly chores: Chore[] = []
  private readonly minuteChores: Chore[] = []
  /** When those of each minute were done last, by `performance.now()`. */
  private minuteAt = -Infinity
  private timer: NodeJS.Timeout | undefined
  private running: Promise<void> | undefined

  constructor(
    private readonly env: Env,
    private readonly housekeeping: Housekeeping,
    private readonly settlement: SettlementService,
    private readonly refunds: RefundsService,
    private readonly reconciliation: ReconciliationService,
  ) {}

  onApplicationBootstrap(): void {
    const seconds = this.env.MONEY_EVERY_SECONDS
    if (seconds === 0) return
    this.timer = setInterval(
      () => void this.work(performance.now() - this.minuteAt >= MINUTE_MS),
      seconds * SECOND_MS,
    ).unref()
    this.housekeeping.every('tenMinutes', () => this.reconciliation.checkDue())
  }

  /** Finishes what is in its hands; the rest waits in the database. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer)
    await this.running
  }

  /** Adds what another module does between payments and refunds: ending what was not paid. */
  alsoDo(chore: Chore): void {
    this.chores.push(chore)
  }

  /** The same for what is in time when a minute has passed: it depends on when a kitchen counts or a meal is over. */
  alsoDoEachMinute(chore: Chore): void {
    this.minuteChores.push(chore)
  }

  /** One round: payments are asked about, what was not paid ends, refunds go out; `isWhole` with the chores of each minute. One at a time. */
  work(isWhole = true): Promise<void> {
    this.running ??= this.round(isWhole).finally(() => {
      this.running = undefined
    })
    return this.running
  }

  private async round(isWhole: boolean): Promise<void> {
    if (isWhole) this.minuteAt = performance.now()
    const chores = isWhole ? [...this.chores, ...this.minuteChores] : this.chores
    const all = [() => this.settlement.work(), ...chores, () => this.refunds.work()]
    await oneByOne(this.log, all, (chore) => chore())
  }
}
