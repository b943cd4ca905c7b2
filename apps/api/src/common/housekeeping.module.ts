import { Logger, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'

import { LiveModule } from '../live/live.module.js'
import { LiveService } from '../live/live.service.js'

import { Idempotency } from './idempotency.js'

const EVERY_MS = 3_600_000

/** What is cleaned up every hour: idempotency keys whose time is over, live events of yesterday. */
@Module({ imports: [LiveModule] })
export class HousekeepingModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(HousekeepingModule.name)
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly idempotency: Idempotency,
    private readonly live: LiveService,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      for (const work of [this.idempotency.forgetExpired(), this.live.forgetOld()])
        work.catch((error: unknown) => this.log.error(error))
    }, EVERY_MS)
    this.timer.unref()
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer)
  }
}
