import { Module } from '@nestjs/common'

import { LiveModule } from '../live/live.module.js'

import { NoticesController } from './notices.controller.js'
import { NoticesQueries } from './notices.queries.js'
import { NoticesService } from './notices.service.js'
import { OutboxService } from './outbox.service.js'

@Module({
  imports: [LiveModule],
  controllers: [NoticesController],
  providers: [NoticesService, NoticesQueries, OutboxService],
  exports: [NoticesService, OutboxService],
})
export class NoticesModule {}
