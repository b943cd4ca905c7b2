import { Global, Module, type OnModuleInit } from '@nestjs/common'
import { APP_FILTER, APP_PIPE } from '@nestjs/core'

import { AccessTokens } from './auth/access-tokens.js'
import { Housekeeping } from './housekeeping.service.js'
import { Idempotency } from './idempotency.js'
import { validationPipe } from './invalid-request.js'
import { ProblemFilter } from './problem.filter.js'

/** What every module stands on. */
@Global()
@Module({
  providers: [
    AccessTokens,
    Housekeeping,
    Idempotency,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useValue: validationPipe },
  ],
  exports: [AccessTokens, Housekeeping, Idempotency],
})
export class CommonModule implements OnModuleInit {
  constructor(
    private readonly housekeeping: Housekeeping,
    private readonly idempotency: Idempotency,
  ) {}

  onModuleInit(): void {
    this.housekeeping.every('hour', () => this.idempotency.forgetExpired())
  }
}
