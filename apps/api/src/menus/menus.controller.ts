import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, ForRoles, Once } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import type { OnceRequest } from '../common/idempotency.js'

import { CalendarQueries } from './calendar.queries.js'
import { MealClosingsService } from './meal-closings.service.js'
import {
  CalendarQueryDto,
  CanteenQueryDto,
  CloseMealBody,
  DraftWeekBody,
  MondayParams,
  PublishWeekBody,
  WeekStepBody,
} from './menus.dto.js'
import { PublishingService } from './publishing.service.js'
import { WeeksQueries } from './weeks.queries.js'
import { WeeksService } from './weeks.service.js'

/** Weekly menus from draft to published, and the calendar they follow. */
@Controller('menus')
@ForRoles('canteen_staff')
export class MenusController {
  constructor(
    private readonly weeks: WeeksService,
    private readonly queries: WeeksQueries,
    private readonly publishing: PublishingService,
    private readonly calendarQueries: CalendarQueries,
    private readonly closings: MealClosingsService,
  ) {}

  @Get('weeks/:monday')
  week(
    @CurrentCaller() caller: Caller,
    @Param() { monday }: MondayParams,
    @Query() { canteenId }: CanteenQueryDto,
  ): Promise<Reply<'GET /menus/weeks/:monday'>> {
    return this.queries.week(caller, monday, canteenId)
  }

  @Put('weeks/:monday')
  save(
    @CurrentCaller() caller: Caller,
    @Param() { monday }: MondayParams,
    @Body() body: DraftWeekBody,
  ): Promise<Reply<'PUT /menus/weeks/:monday'>> {
    return this.weeks.save(caller, monday, body)
  }

  @Post('weeks/:monday/copy')
  @HttpCode(200)
  copy(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param() { monday }: MondayParams,
    @Body() body: WeekStepBody,
  ): Promise<Reply<'POST /menus/weeks/:monday/copy'>> {
    return this.weeks.copy(caller, once, monday, body)
  }

  @Get('weeks/:monday/changes')
  changes(
    @CurrentCaller() caller: Caller,
    @Param() { monday }: MondayParams,
    @Query() { canteenId }: CanteenQueryDto,
  ): Promise<Reply<'GET /menus/weeks/:monday/changes'>> {
    return this.queries.changes(caller, monday, canteenId)
  }

  @Get('weeks/:monday/versions')
  async versions(
    @CurrentCaller() caller: Caller,
    @Param() { monday }: MondayParams,
    @Query() { canteenId }: CanteenQueryDto,
  ): Promise<Reply<'GET /menus/weeks/:monday/versions'>> {
    return { items: await this.queries.versions(caller, monday, canteenId) }
  }

  @Post('weeks/:monday/publish')
  @HttpCode(200)
  publish(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param() { monday }: MondayParams,
    @Body() body: PublishWeekBody,
  ): Promise<Reply<'POST /menus/weeks/:monday/publish'>> {
    return this.publishing.publish(caller, once, monday, body)
  }

  @Get('calendar')
  calendar(
    @CurrentCaller() caller: Caller,
    @Query() { month, canteenId }: CalendarQueryDto,
  ): Promise<Reply<'GET /menus/calendar'>> {
    return this.calendarQueries.month(caller, month, canteenId)
  }

  @Post('closings')
  @HttpCode(200)
  close(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Body() body: CloseMealBody,
  ): Promise<Reply<'POST /menus/closings'>> {
    return this.closings.close(caller, once, body)
  }

  @Delete('closings/:id')
  async undo(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Reply<'DELETE /menus/closings/:id'>> {
    await this.closings.undo(caller, id)
    return { undone: true }
  }
}
