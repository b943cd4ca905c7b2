import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { ForRoles } from '../common/auth/auth.decorators.js'
import { PageQueryDto } from '../common/page.dto.js'

import { OutboxQueries } from './outbox.queries.js'
import { OutboxService } from './outbox.service.js'

/** Messages that could not be delivered, for who runs the system. */
@ForRoles('admin')
@Controller('outbox/dead')
export class OutboxController {
  constructor(
    private readonly queries: OutboxQueries,
    private readonly outbox: OutboxService,
  ) {}

  @Get()
  dead(@Query() query: PageQueryDto): Promise<Reply<'GET /outbox/dead'>> {
    return this.queries.dead(query)
  }

  @Post(':id/retry')
  @HttpCode(200)
  async retry(@Param('id') id: string): Promise<Reply<'POST /outbox/dead/:id/retry'>> {
    await this.outbox.retry(id)
    return { retried: true }
  }
}
