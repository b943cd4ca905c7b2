import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'

import { Env } from '../config/env.js'

import { ReconciliationService } from './reconciliation.service.js'
import { RefundsService } from './refunds.service.js'
import { SettlementService } from './settlement.service.js'

const SECOND_MS = 1_000
const BILLS_MS = 15 * 60_000

/** Looks after money that is not where it should be yet. Safe to run in several processes at once. */
@Injectable()
export class MoneyWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(MoneyWorker.name)
  private readonly chores: (() => Promise<unknown>)[] = []
  private timers: NodeJS.Timeout[] = []
  private running: Promise<void> | undefined

  constructor(
    private readonly env: Env,
    private readonly settlement: SettlementService,
    private readonly refunds: RefundsService,
    private readonly reconciliation: ReconciliationService,
  ) {}

  onApplicationBootstrap(): void {
    const seconds = this.env.MONEY_EVERY_SECONDS
    if (seconds === 0) return
    this.timers = [
      setInterval(() => void this.work(), seconds * SECOND_MS).unref(),
      setInterval(() => void this.guarded(() => this.reconciliation.checkDue()), BILLS_MS).unref(),
    ]
  }

  /** Finishes what is in its hands; the rest waits in the database. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer)
    await this.running
  }

  /** Adds what another module does between payments and refunds: ending what was not paid. */
  alsoDo(chore: () => Promise<unknown>): void {
    this.chores.push(chore)
  }

  /** One round: payments are asked about, what was not paid ends, refunds go out. One round at a time. */
  work(): Promise<void> {
    this.running ??= this.round().finally(() => {
      this.running = undefined
    })
    return this.running
  }

  private async round(): Promise<void> {
    await this.guarded(() => this.settlement.work())
    for (const chore of this.chores) await this.guarded(chore)
    await this.guarded(() => this.refunds.work())
  }

  private async guarded(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.log.error(error)
    }
  }
}
