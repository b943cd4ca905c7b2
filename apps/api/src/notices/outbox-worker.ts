import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'

import { Clock } from '../common/clock.js'
import { Env } from '../config/env.js'
import { startOutside } from '../database/inside-transaction.js'

import { CourierService } from './courier.service.js'
import { LINES, type Way } from './outbox.rules.js'
import { OutboxService } from './outbox.service.js'

/** A moment for the transaction that told it to commit. */
const COMMIT_MS = 30

/** Works the lines of the outbox, neither waiting for the other: every second, and as soon as something of this process is due. */
@Injectable()
export class OutboxWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(OutboxWorker.name)
  private timer: NodeJS.Timeout | undefined
  private wakeUp: { at: number; timer: NodeJS.Timeout } | undefined
  private readonly running = new Map<Way, Promise<void>>()
  private stopping = false

  constructor(
    private readonly env: Env,
    private readonly outbox: OutboxService,
    private readonly courier: CourierService,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (this.env.OUTBOX_EVERY_MS === 0) return
    this.outbox.onDue((dueAt) => this.wakeAt(dueAt))
    this.timer = setInterval(() => void this.work(), this.env.OUTBOX_EVERY_MS).unref()
  }

  /** Finishes what is in its hands; the rest waits in the database. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true
    this.outbox.onDue(() => undefined)
    clearInterval(this.timer)
    clearTimeout(this.wakeUp?.timer)
    await Promise.all(this.running.values())
  }

  /** Sends what is due now in both lines, each once at a time: one at which this process is at work already goes on. */
  async work(): Promise<void> {
    await Promise.all(LINES.map((way) => this.workLine(way)))
  }

  private workLine(way: Way): Promise<void> {
    const running =
      this.running.get(way) ??
      this.guarded(() => this.courier.deliverLine(way, () => this.stopping)).finally(() => this.running.delete(way))
    this.running.set(way, running)
    return running
  }

  private wakeAt(dueAt: Date): void {
    const wait = Math.max(0, dueAt.getTime() - this.clock.now().getTime()) + COMMIT_MS
    // What is due later is found by the interval.
    if (wait > this.env.OUTBOX_EVERY_MS) return
    const at = performance.now() + wait
    if (this.wakeUp !== undefined && this.wakeUp.at <= at) return
    clearTimeout(this.wakeUp?.timer)
    // Whoever tells something is in a transaction; the timer goes off after it.
    const timer = startOutside(() =>
      setTimeout(() => {
        this.wakeUp = undefined
        void this.work()
      }, wait).unref(),
    )
    this.wakeUp = { at, timer }
  }

  private async guarded(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.log.error(error)
    }
  }
}
