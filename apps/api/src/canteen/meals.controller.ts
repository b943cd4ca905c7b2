import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, Once } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import type { OnceRequest } from '../common/idempotency.js'

import { DietsService } from './diets.service.js'
import { DietBody, OfferedQueryDto, SittingQueryDto, TakeOverBody } from './meal.dto.js'
import { OfferedMealsQueries } from './offered-meals.queries.js'
import { TakeOversService } from './take-overs.service.js'
import { WaitsService } from './waits.service.js'

/** Meals that change hands, wait-lists, and what people do not eat. */
@Controller('canteen')
export class MealsController {
  constructor(
    private readonly takeOvers: TakeOversService,
    private readonly offeredMeals: OfferedMealsQueries,
    private readonly waits: WaitsService,
    private readonly diets: DietsService,
  ) {}

  @Post('orders/:id/offer')
  @HttpCode(200)
  offer(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param('id') id: string,
  ): Promise<Reply<'POST /canteen/orders/:id/offer'>> {
    return this.takeOvers.offer(caller, once, id)
  }

  @Post('orders/:id/withdraw')
  @HttpCode(200)
  withdraw(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param('id') id: string,
  ): Promise<Reply<'POST /canteen/orders/:id/withdraw'>> {
    return this.takeOvers.withdraw(caller, once, id)
  }

  @Post('orders/:id/take-over')
  takeOver(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param('id') id: string,
    @Body() body: TakeOverBody,
  ): Promise<Reply<'POST /canteen/orders/:id/take-over'>> {
    return this.takeOvers.takeOver(caller, once, id, body)
  }

  @Get('offered')
  async offered(
    @CurrentCaller() caller: Caller,
    @Query() { sittingId }: OfferedQueryDto,
  ): Promise<Reply<'GET /canteen/offered'>> {
    return { items: await this.offeredMeals.of(caller, sittingId) }
  }

  @Put('sittings/:id/wait')
  wait(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Reply<'PUT /canteen/sittings/:id/wait'>> {
    return this.waits.join(caller.personId, id)
  }

  @Delete('sittings/:id/wait')
  async leave(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<Reply<'DELETE /canteen/sittings/:id/wait'>> {
    await this.waits.leave(caller.personId, id)
    return { left: true }
  }

  @Get('diet')
  diet(
    @CurrentCaller() caller: Caller,
    @Query() { forPersonId }: SittingQueryDto,
  ): Promise<Reply<'GET /canteen/diet'>> {
    return this.diets.diet(caller, forPersonId)
  }

  @Put('diet')
  changeDiet(
    @CurrentCaller() caller: Caller,
    @Query() { forPersonId }: SittingQueryDto,
    @Body() body: DietBody,
  ): Promise<Reply<'PUT /canteen/diet'>> {
    return this.diets.change(caller, forPersonId, body)
  }
}
