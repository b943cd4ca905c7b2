import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, ForRoles, Once } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import type { OnceRequest } from '../common/idempotency.js'

import { PickupBody, PickupQueryDto } from './order.dto.js'
import { PickupsQueries } from './pickups.queries.js'
import { PickupsService } from './pickups.service.js'

/** The pick-up window. */
@Controller('canteen/pickups')
@ForRoles('canteen_staff')
export class PickupsController {
  constructor(
    private readonly pickups: PickupsService,
    private readonly queries: PickupsQueries,
  ) {}

  @Get()
  async find(@CurrentCaller() caller: Caller, @Query() query: PickupQueryDto): Promise<Reply<'GET /canteen/pickups'>> {
    return { items: await this.queries.find(caller, query.code) }
  }

  @Get('board')
  board(@CurrentCaller() caller: Caller): Promise<Reply<'GET /canteen/pickups/board'>> {
    return this.queries.board(caller)
  }

  @Post()
  @HttpCode(200)
  handOver(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Body() body: PickupBody,
  ): Promise<Reply<'POST /canteen/pickups'>> {
    return this.pickups.handOver(caller, once, body)
  }
}
