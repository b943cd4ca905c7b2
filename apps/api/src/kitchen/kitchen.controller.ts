import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, ForRoles, Once } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import type { OnceRequest } from '../common/idempotency.js'

import { ChangesService } from './changes.service.js'
import { KitchenSittingsQueries } from './kitchen-sittings.queries.js'
import { BoardQueryDto, SeeChangeBody, StaffMealsBody, StartTogetherBody, TicketStepBody } from './kitchen.dto.js'
import { KitchenService } from './kitchen.service.js'
import { StaffMealsService } from './staff-meals.service.js'
import { TicketsService } from './tickets.service.js'

/** The kitchen: what to cook, what changed, what is on the stove. */
@Controller('canteen/kitchen')
@ForRoles('canteen_staff')
export class KitchenController {
  constructor(
    private readonly kitchen: KitchenService,
    private readonly sittings: KitchenSittingsQueries,
    private readonly changes: ChangesService,
    private readonly tickets: TicketsService,
    private readonly staffMeals: StaffMealsService,
  ) {}

  @Get()
  day(@CurrentCaller() caller: Caller): Promise<Reply<'GET /canteen/kitchen'>> {
    return this.sittings.day(caller)
  }

  @Get('sittings/:id/sheet')
  sheet(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<Reply<'GET /canteen/kitchen/sittings/:id/sheet'>> {
    return this.kitchen.sheet(caller, id)
  }

  @Get('sittings/:id/board')
  board(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query() { order = 'time' }: BoardQueryDto,
  ): Promise<Reply<'GET /canteen/kitchen/sittings/:id/board'>> {
    return this.kitchen.board(caller, id, order)
  }

  @Post('sittings/:id/changes')
  @HttpCode(200)
  see(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param('id') id: string,
    @Body() body: SeeChangeBody,
  ): Promise<Reply<'POST /canteen/kitchen/sittings/:id/changes'>> {
    return this.changes.see(caller, once, id, body)
  }

  @Post('orders/:id/advance')
  @HttpCode(200)
  advance(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param('id') id: string,
    @Body() body: TicketStepBody,
  ): Promise<Reply<'POST /canteen/kitchen/orders/:id/advance'>> {
    return this.tickets.advance(caller, once, id, body)
  }

  @Post('orders/:id/undo')
  @HttpCode(200)
  undo(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param('id') id: string,
    @Body() body: TicketStepBody,
  ): Promise<Reply<'POST /canteen/kitchen/orders/:id/undo'>> {
    return this.tickets.undo(caller, once, id, body)
  }

  @Post('starts')
  @HttpCode(200)
  startTogether(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Body() { orderIds }: StartTogetherBody,
  ): Promise<Reply<'POST /canteen/kitchen/starts'>> {
    return this.tickets.startTogether(caller, once, orderIds)
  }

  @Put('staff-meals')
  changeStaffMeals(
    @CurrentCaller() caller: Caller,
    @Body() body: StaffMealsBody,
  ): Promise<Reply<'PUT /canteen/kitchen/staff-meals'>> {
    return this.staffMeals.change(caller, body)
  }
}
