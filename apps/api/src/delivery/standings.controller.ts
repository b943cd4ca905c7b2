import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, Once } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import type { OnceRequest } from '../common/idempotency.js'

import { StandingDaysService } from './standing-days.service.js'
import { ChangeStandingBody, NewStandingBody, PauseBody, StandingDayBody, StandingDayParams } from './standing.dto.js'
import { StandingsService } from './standings.service.js'

/** Meals that come by themselves. */
@Controller('delivery/standing')
export class StandingsController {
  constructor(
    private readonly standings: StandingsService,
    private readonly days: StandingDaysService,
  ) {}

  @Get()
  async list(@CurrentCaller() caller: Caller): Promise<Reply<'GET /delivery/standing'>> {
    return { items: await this.standings.list(caller) }
  }

  @Post()
  setUp(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Body() body: NewStandingBody,
  ): Promise<Reply<'POST /delivery/standing'>> {
    return this.standings.setUp(caller, once, body)
  }

  @Put(':id')
  change(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: ChangeStandingBody,
  ): Promise<Reply<'PUT /delivery/standing/:id'>> {
    return this.standings.change(caller, id, body)
  }

  @Post(':id/pause')
  @HttpCode(200)
  pause(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: PauseBody,
  ): Promise<Reply<'POST /delivery/standing/:id/pause'>> {
    return this.days.pause(caller, id, body)
  }

  @Post(':id/resume')
  @HttpCode(200)
  resume(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<Reply<'POST /delivery/standing/:id/resume'>> {
    return this.days.resume(caller, id)
  }

  @Post(':id/end')
  @HttpCode(200)
  async end(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<Reply<'POST /delivery/standing/:id/end'>> {
    await this.standings.end(caller, id)
    return { ended: true }
  }

  @Put(':id/days/:day')
  setDay(
    @CurrentCaller() caller: Caller,
    @Param() { id, day }: StandingDayParams,
    @Body() body: StandingDayBody,
  ): Promise<Reply<'PUT /delivery/standing/:id/days/:day'>> {
    return this.days.setDay(caller, id, day, body)
  }

  @Delete(':id/days/:day')
  clearDay(
    @CurrentCaller() caller: Caller,
    @Param() { id, day }: StandingDayParams,
  ): Promise<Reply<'DELETE /delivery/standing/:id/days/:day'>> {
    return this.days.clearDay(caller, id, day)
  }
}
