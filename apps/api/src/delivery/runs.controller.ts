import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, ForRoles, Once } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import type { OnceRequest } from '../common/idempotency.js'

import { AttemptBody, CloseCheckBody, HandOverBody, RevealPhoneBody, TakeRunBody } from './delivery.dto.js'
import { RunsService } from './runs.service.js'
import { StopsService } from './stops.service.js'

/** The courier's way. */
@Controller('delivery')
@ForRoles('courier')
export class RunsController {
  constructor(
    private readonly runs: RunsService,
    private readonly stops: StopsService,
  ) {}

  @Get('runs')
  async today(@CurrentCaller() caller: Caller): Promise<Reply<'GET /delivery/runs'>> {
    return { items: await this.runs.today(caller) }
  }

  @Get('runs/:id')
  open(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Reply<'GET /delivery/runs/:id'>> {
    return this.runs.open(caller, id)
  }

  @Post('runs/:id/take')
  @HttpCode(200)
  take(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param('id') id: string,
    @Body() body: TakeRunBody,
  ): Promise<Reply<'POST /delivery/runs/:id/take'>> {
    return this.runs.take(caller, once, id, body)
  }

  @Post('runs/:id/leave')
  @HttpCode(200)
  leave(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param('id') id: string,
  ): Promise<Reply<'POST /delivery/runs/:id/leave'>> {
    return this.runs.leave(caller, once, id)
  }

  @Post('stops/:id/hand-over')
  @HttpCode(200)
  handOver(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param('id') id: string,
    @Body() body: HandOverBody,
  ): Promise<Reply<'POST /delivery/stops/:id/hand-over'>> {
    return this.stops.handOver(caller, once, id, body)
  }

  @Post('stops/:id/attempts')
  @HttpCode(200)
  attempt(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param('id') id: string,
    @Body() body: AttemptBody,
  ): Promise<Reply<'POST /delivery/stops/:id/attempts'>> {
    return this.stops.attempt(caller, once, id, body)
  }

  @Post('stops/:id/reveal')
  @HttpCode(200)
  async reveal(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: RevealPhoneBody,
  ): Promise<Reply<'POST /delivery/stops/:id/reveal'>> {
    return { phone: await this.stops.reveal(caller, id, body) }
  }

  @Post('stops/:id/close')
  @HttpCode(200)
  close(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param('id') id: string,
    @Body() body: CloseCheckBody,
  ): Promise<Reply<'POST /delivery/stops/:id/close'>> {
    return this.stops.close(caller, once, id, body)
  }
}
