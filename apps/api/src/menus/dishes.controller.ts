import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, ForRoles, Once } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import type { OnceRequest } from '../common/idempotency.js'

import { DishesService } from './dishes.service.js'
import { MealPlansService } from './meal-plans.service.js'
import { CanteenQueryDto, ChangeDishBody, ChangeMealPlanBody, DishBody, MealParams } from './menus.dto.js'

/** What a menu is made of: the dishes of a canteen, and how its meals are served. */
@Controller('menus')
@ForRoles('canteen_staff')
export class DishesController {
  constructor(
    private readonly dishes: DishesService,
    private readonly plans: MealPlansService,
  ) {}

  @Get('dishes')
  async list(
    @CurrentCaller() caller: Caller,
    @Query() { canteenId }: CanteenQueryDto,
  ): Promise<Reply<'GET /menus/dishes'>> {
    return { items: await this.dishes.list(caller, canteenId) }
  }

  @Post('dishes')
  add(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Query() { canteenId }: CanteenQueryDto,
    @Body() body: DishBody,
  ): Promise<Reply<'POST /menus/dishes'>> {
    return this.dishes.add(caller, once, canteenId, body)
  }

  @Put('dishes/:id')
  change(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: ChangeDishBody,
  ): Promise<Reply<'PUT /menus/dishes/:id'>> {
    return this.dishes.change(caller, id, body)
  }

  @Post('dishes/:id/retire')
  @HttpCode(200)
  retire(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Reply<'POST /menus/dishes/:id/retire'>> {
    return this.dishes.retire(caller, id)
  }

  @Post('dishes/:id/restore')
  @HttpCode(200)
  restore(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Reply<'POST /menus/dishes/:id/restore'>> {
    return this.dishes.restore(caller, id)
  }

  @Get('meals')
  async plan(
    @CurrentCaller() caller: Caller,
    @Query() { canteenId }: CanteenQueryDto,
  ): Promise<Reply<'GET /menus/meals'>> {
    return { items: await this.plans.list(caller, canteenId) }
  }

  @Put('meals/:meal')
  changePlan(
    @CurrentCaller() caller: Caller,
    @Param() { meal }: MealParams,
    @Query() { canteenId }: CanteenQueryDto,
    @Body() body: ChangeMealPlanBody,
  ): Promise<Reply<'PUT /menus/meals/:meal'>> {
    return this.plans.change(caller, canteenId, meal, body)
  }
}
