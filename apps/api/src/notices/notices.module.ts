import { Module } from '@nestjs/common'

import { LiveModule } from '../live/live.module.js'

import { NoticesController } from './notices.controller.js'
import { NoticesQueries } from './notices.queries.js'
import { NoticesService } from './notices.service.js'
import { OutboxService } from './outbox.service.js'
import { NoticesData } from './personal-data.js'

@Module({
  imports: [LiveModule],
  controllers: [NoticesController],
  providers: [NoticesService, NoticesQueries, NoticesData, OutboxService],
  exports: [NoticesService, OutboxService],
})
export class NoticesModule {}
