import { Module } from '@nestjs/common'

import { NoticesController } from './notices.controller.js'
import { NoticesQueries } from './notices.queries.js'
import { NoticesService } from './notices.service.js'

@Module({
  controllers: [NoticesController],
  providers: [NoticesService, NoticesQueries],
  exports: [NoticesService],
})
export class NoticesModule {}
