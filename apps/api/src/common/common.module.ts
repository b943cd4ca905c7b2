import { Global, Module } from '@nestjs/common'
import { APP_FILTER, APP_PIPE } from '@nestjs/core'

import { AccessTokens } from './auth/access-tokens.js'
import { Idempotency } from './idempotency.js'
import { validationPipe } from './invalid-request.js'
import { ProblemFilter } from './problem.filter.js'

/** What every module stands on. */
@Global()
@Module({
  providers: [
    AccessTokens,
    Idempotency,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useValue: validationPipe },
  ],
  exports: [AccessTokens, Idempotency],
})
export class CommonModule {}
