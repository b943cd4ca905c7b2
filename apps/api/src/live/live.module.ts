import { Module, type OnModuleInit } from '@nestjs/common'

import { Housekeeping } from '../common/housekeeping.service.js'

import { LiveStreams } from './live-streams.js'
import { LiveController } from './live.controller.js'
import { LiveQueries } from './live.queries.js'
import { LiveService } from './live.service.js'

@Module({
  controllers: [LiveController],
  providers: [LiveService, LiveQueries, LiveStreams],
  exports: [LiveService],
})
export class LiveModule implements OnModuleInit {
  constructor(
    private readonly housekeeping: Housekeeping,
    private readonly live: LiveService,
  ) {}

  onModuleInit(): void {
    this.housekeeping.every('hour', () => this.live.forgetOld())
  }
}
