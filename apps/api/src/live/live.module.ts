import { Module } from '@nestjs/common'

import { LiveStreams } from './live-streams.js'
import { LiveController } from './live.controller.js'
import { LiveQueries } from './live.queries.js'
import { LiveService } from './live.service.js'

@Module({
  controllers: [LiveController],
  providers: [LiveService, LiveQueries, LiveStreams],
  exports: [LiveService],
})
export class LiveModule {}
