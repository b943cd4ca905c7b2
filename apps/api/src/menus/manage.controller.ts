import { Controller, Get, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, ForRoles } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'

import { FiguresQueries } from './figures.queries.js'
import { ForecastQueries } from './forecast.queries.js'
import { ClaimOrdersQueryDto, DayQueryDto, SpanQueryDto } from './reviews.dto.js'

/** The canteen in figures: what was cooked, had and wasted, what came in, what the street owes, what tomorrow will want. */
@Controller('menus')
@ForRoles('canteen_staff')
export class ManageController {
  constructor(
    private readonly figuresQueries: FiguresQueries,
    private readonly forecasts: ForecastQueries,
  ) {}

  @Get('figures')
  figures(@CurrentCaller() caller: Caller, @Query() query: SpanQueryDto): Promise<Reply<'GET /menus/figures'>> {
    return this.figuresQueries.figures(caller, query)
  }

  @Get('claim')
  claim(@CurrentCaller() caller: Caller, @Query() query: SpanQueryDto): Promise<Reply<'GET /menus/claim'>> {
    return this.figuresQueries.claim(caller, query)
  }

  @Get('claim/orders')
  async claimOrders(
    @CurrentCaller() caller: Caller,
    @Query() query: ClaimOrdersQueryDto,
  ): Promise<Reply<'GET /menus/claim/orders'>> {
    return { items: await this.figuresQueries.claimOrders(caller, query) }
  }

  @Get('forecast')
  forecast(
    @CurrentCaller() caller: Caller,
    @Query() { day, canteenId }: DayQueryDto,
  ): Promise<Reply<'GET /menus/forecast'>> {
    return this.forecasts.forecast(caller, day, canteenId)
  }
}
