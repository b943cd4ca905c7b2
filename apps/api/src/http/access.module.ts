import { Module, type OnModuleInit } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'

import { AuthGuard } from '../common/auth/auth.guard.js'
import { SessionGate } from '../common/auth/session-gate.js'
import { RateLimitGuard } from '../common/rate-limit.guard.js'
import { LiveModule } from '../live/live.module.js'
import { LiveStreams } from '../live/live-streams.js'
import { PeopleModule } from '../people/people.module.js'
import { SessionsService } from '../people/sessions.service.js'

/** Who gets in. Guards run in this order: who is it, then how often. */
@Module({
  imports: [PeopleModule, LiveModule],
  providers: [
    { provide: SessionGate, useExisting: SessionsService },
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
  ],
})
export class AccessModule implements OnModuleInit {
  constructor(
    private readonly streams: LiveStreams,
    private readonly sessions: SessionsService,
  ) {}

  onModuleInit(): void {
    this.streams.askOf(this.sessions)
  }
}
