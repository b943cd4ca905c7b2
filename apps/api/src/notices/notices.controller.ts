import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'

import { NoticesQueryDto } from './notices.dto.js'
import { NoticesQueries } from './notices.queries.js'
import { NoticesService } from './notices.service.js'

/** One's own inbox. */
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly queries: NoticesQueries,
    private readonly notices: NoticesService,
  ) {}

  @Get()
  page(@CurrentCaller() caller: Caller, @Query() query: NoticesQueryDto): Promise<Reply<'GET /notices'>> {
    return this.queries.page(caller.personId, query)
  }

  @Get('unread')
  unread(@CurrentCaller() caller: Caller): Promise<Reply<'GET /notices/unread'>> {
    return this.queries.unread(caller.personId)
  }

  @Post('read')
  @HttpCode(200)
  async readAll(@CurrentCaller() caller: Caller): Promise<Reply<'POST /notices/read'>> {
    await this.notices.readAll(caller.personId)
    return { read: true }
  }

  @Post(':id/read')
  @HttpCode(200)
  async read(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Reply<'POST /notices/:id/read'>> {
    await this.notices.read(caller.personId, id)
    return { read: true }
  }
}
