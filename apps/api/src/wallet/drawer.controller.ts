import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, ForRoles, Once } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import type { OnceRequest } from '../common/idempotency.js'

import { DrawerService } from './drawer.service.js'
import { CashTopUpBody } from './wallet.dto.js'

/** Cash at a desk: the service station's, or a canteen's counter. */
@Controller('desk')
@ForRoles('clerk', 'officer', 'canteen_staff')
export class DrawerController {
  constructor(private readonly drawers: DrawerService) {}

  @Post('top-ups')
  topUp(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Body() body: CashTopUpBody,
  ): Promise<Reply<'POST /desk/top-ups'>> {
    return this.drawers.topUp(caller, once, body)
  }

  @Get('drawer')
  drawer(@CurrentCaller() caller: Caller): Promise<Reply<'GET /desk/drawer'>> {
    return this.drawers.drawer(caller)
  }

  @Post('payouts/:id/paid')
  @HttpCode(200)
  paid(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Reply<'POST /desk/payouts/:id/paid'>> {
    return this.drawers.payOutHandedOver(caller, id)
  }
}
