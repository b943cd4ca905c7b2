import { Global, Module } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'

import { AuthGuard } from '../common/auth/auth.guard.js'
import { SessionGate } from '../common/auth/session-gate.js'
import { RateLimitGuard } from '../common/rate-limit.guard.js'
import { PeopleModule } from '../people/people.module.js'
import { SessionsService } from '../people/sessions.service.js'

/** Who gets in, and who may stay. Guards run in this order: who is it, then how often. */
@Global()
@Module({
  imports: [PeopleModule],
  providers: [
    { provide: SessionGate, useExisting: SessionsService },
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
  ],
  exports: [SessionGate],
})
export class AccessModule {}
