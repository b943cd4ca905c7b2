import { Logger, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'

import { Idempotency } from './idempotency.js'

const EVERY_MS = 3_600_000

/** What is cleaned up every hour: idempotency keys whose time is over. */
@Module({})
export class HousekeepingModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(HousekeepingModule.name)
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly idempotency: Idempotency) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.idempotency.forgetExpired().catch((error: unknown) => this.log.error(error))
    }, EVERY_MS)
    this.timer.unref()
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer)
  }
}
