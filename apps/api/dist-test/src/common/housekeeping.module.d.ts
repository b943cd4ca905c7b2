import { type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { Idempotency } from './idempotency.js'
/** What is cleaned up every hour: idempotency keys whose time is over. */
export declare class HousekeepingModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly idempotency
  private timer
  constructor(idempotency: Idempotency)
  onApplicationBootstrap(): void
  onApplicationShutdown(): void
}
