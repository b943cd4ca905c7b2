import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, ForRoles, Once } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import type { OnceRequest } from '../common/idempotency.js'

import { DishEatersService } from './dish-eaters.service.js'
import {
  CorrectSampleBody,
  KeepSampleBody,
  RevealPhonesBody,
  SampleDayQueryDto,
  VoidSampleBody,
} from './kitchen.dto.js'
import { SampleDaysQueries } from './sample-days.queries.js'
import { SamplesQueries } from './samples.queries.js'
import { SamplesService } from './samples.service.js'

/** Food safety: what is kept for 48 hours, and who had a dish. */
@Controller('canteen/kitchen')
@ForRoles('canteen_staff')
export class SamplesController {
  constructor(
    private readonly samples: SamplesService,
    private readonly queries: SamplesQueries,
    private readonly days: SampleDaysQueries,
    private readonly eaters: DishEatersService,
  ) {}

  @Get('sittings/:id/samples')
  of(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<Reply<'GET /canteen/kitchen/sittings/:id/samples'>> {
    return this.queries.of(caller, id)
  }

  @Get('samples')
  ofDay(
    @CurrentCaller() caller: Caller,
    @Query() { day }: SampleDayQueryDto,
  ): Promise<Reply<'GET /canteen/kitchen/samples'>> {
    return this.days.of(caller, day)
  }

  @Post('sittings/:id/samples')
  keep(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param('id') id: string,
    @Body() body: KeepSampleBody,
  ): Promise<Reply<'POST /canteen/kitchen/sittings/:id/samples'>> {
    return this.samples.keep(caller, once, id, body)
  }

  @Post('samples/:id/corrections')
  @HttpCode(200)
  correct(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param('id') id: string,
    @Body() body: CorrectSampleBody,
  ): Promise<Reply<'POST /canteen/kitchen/samples/:id/corrections'>> {
    return this.samples.correct(caller, once, id, body)
  }

  @Post('samples/:id/void')
  @HttpCode(200)
  makeVoid(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param('id') id: string,
    @Body() { reason }: VoidSampleBody,
  ): Promise<Reply<'POST /canteen/kitchen/samples/:id/void'>> {
    return this.samples.makeVoid(caller, once, id, reason)
  }

  @Post('samples/:id/discard')
  @HttpCode(200)
  discard(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param('id') id: string,
  ): Promise<Reply<'POST /canteen/kitchen/samples/:id/discard'>> {
    return this.samples.discard(caller, once, id)
  }

  @Get('sittings/:id/dishes/:dishId/eaters')
  whoAte(
    @CurrentCaller() caller: Caller,
    @Param('id') sittingId: string,
    @Param('dishId') dishId: string,
  ): Promise<Reply<'GET /canteen/kitchen/sittings/:id/dishes/:dishId/eaters'>> {
    return this.eaters.eaters(caller, { sittingId, dishId })
  }

  @Post('sittings/:id/dishes/:dishId/phones')
  @HttpCode(200)
  phones(
    @CurrentCaller() caller: Caller,
    @Param('id') sittingId: string,
    @Param('dishId') dishId: string,
    @Body() { reason }: RevealPhonesBody,
  ): Promise<Reply<'POST /canteen/kitchen/sittings/:id/dishes/:dishId/phones'>> {
    return this.eaters.phones(caller, { sittingId, dishId }, reason)
  }
}
