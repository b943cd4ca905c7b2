import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, Once } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import type { OnceRequest } from '../common/idempotency.js'
import { CardsService } from '../people/cards.service.js'

import { MonthsService } from './months.service.js'
import { PaymentsService } from './payments.service.js'
import { PayoutsService } from './payouts.service.js'
import { EntriesQueryDto, MonthParams, TopUpBody } from './wallet.dto.js'
import { WalletQueries } from './wallet.queries.js'

/** One's own wallet. */
@Controller('wallet')
export class WalletController {
  constructor(
    private readonly queries: WalletQueries,
    private readonly months: MonthsService,
    private readonly payments: PaymentsService,
    private readonly payouts: PayoutsService,
    private readonly cards: CardsService,
  ) {}

  @Get()
  wallet(@CurrentCaller() caller: Caller): Promise<Reply<'GET /wallet'>> {
    return this.queries.wallet(caller.personId)
  }

  @Get('entries')
  entries(@CurrentCaller() caller: Caller, @Query() query: EntriesQueryDto): Promise<Reply<'GET /wallet/entries'>> {
    return this.queries.entries(caller.personId, query)
  }

  @Get('months/:month')
  month(@CurrentCaller() caller: Caller, @Param() { month }: MonthParams): Promise<Reply<'GET /wallet/months/:month'>> {
    return this.months.month(caller.personId, month)
  }

  @Post('top-ups')
  topUp(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Body() { amountFen }: TopUpBody,
  ): Promise<Reply<'POST /wallet/top-ups'>> {
    return this.payments.topUp(caller, once, amountFen)
  }

  @Get('payments/:id')
  payment(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Reply<'GET /wallet/payments/:id'>> {
    return this.payments.payment(caller, id)
  }

  @Post('payments/:id/close')
  @HttpCode(200)
  close(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Reply<'POST /wallet/payments/:id/close'>> {
    return this.payments.close(caller, id)
  }

  @Post('payouts')
  payOut(@CurrentCaller() caller: Caller, @Once() once: OnceRequest): Promise<Reply<'POST /wallet/payouts'>> {
    return this.payouts.payOut(caller, once)
  }

  @Get('payouts')
  async payoutsOf(@CurrentCaller() caller: Caller): Promise<Reply<'GET /wallet/payouts'>> {
    return { items: await this.payouts.list(caller.personId) }
  }

  @Post('card/lost')
  @HttpCode(200)
  async loseCard(@CurrentCaller() caller: Caller): Promise<Reply<'POST /wallet/card/lost'>> {
    await this.cards.reportLoss(caller.personId)
    return this.queries.wallet(caller.personId)
  }
}
