import { Global, Module } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core'

import { AccessTokens } from './auth/access-tokens.js'
import { AuthGuard } from './auth/auth.guard.js'
import { Idempotency } from './idempotency.js'
import { validationPipe } from './invalid-request.js'
import { ProblemFilter } from './problem.filter.js'
import { RateLimitGuard } from './rate-limit.guard.js'

/** What every module stands on. Guards run in this order: who is it, then how often. */
@Global()
@Module({
  providers: [
    AccessTokens,
    Idempotency,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
    { provide: APP_PIPE, useValue: validationPipe },
  ],
  exports: [AccessTokens, Idempotency],
})
export class CommonModule {}
