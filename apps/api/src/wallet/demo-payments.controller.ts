import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'

import { PaymentsService } from './payments.service.js'
import { DemoPayBody } from './wallet.dto.js'

/** The demo's sheet that stands for WeChat's own. Outside the demo there is nothing here. */
@Controller('demo/payments')
export class DemoPaymentsController {
  constructor(private readonly payments: PaymentsService) {}

  @Post(':id/pay')
  @HttpCode(200)
  pay(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() { outcome }: DemoPayBody,
  ): Promise<Reply<'POST /demo/payments/:id/pay'>> {
    return this.payments.payInDemo(caller, id, outcome)
  }
}
