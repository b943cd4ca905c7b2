import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, ForRoles, Once } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import type { OnceRequest } from '../common/idempotency.js'

import { BasketsService } from './baskets.service.js'
import { LineRefundsService } from './line-refunds.service.js'
import { OrderPaymentsService } from './order-payments.service.js'
import { LineParams, OrdersQueryDto, PlaceOrderBody, QuoteBody, RefundLineBody } from './order.dto.js'
import { OrdersQueries } from './orders.queries.js'
import { OrdersService } from './orders.service.js'
import { PlacingService } from './placing.service.js'

/** Ordering meals. */
@Controller('canteen')
export class OrdersController {
  constructor(
    private readonly placing: PlacingService,
    private readonly orders: OrdersService,
    private readonly queries: OrdersQueries,
    private readonly baskets: BasketsService,
    private readonly payments: OrderPaymentsService,
    private readonly lineRefunds: LineRefundsService,
  ) {}

  @Post('quotes')
  @HttpCode(200)
  quote(@CurrentCaller() caller: Caller, @Body() body: QuoteBody): Promise<Reply<'POST /canteen/quotes'>> {
    return this.baskets.quote(caller, body)
  }

  @Post('orders')
  place(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Body() body: PlaceOrderBody,
  ): Promise<Reply<'POST /canteen/orders'>> {
    return this.placing.place(caller, once, body)
  }

  @Get('orders')
  page(@CurrentCaller() caller: Caller, @Query() query: OrdersQueryDto): Promise<Reply<'GET /canteen/orders'>> {
    return this.queries.page(caller.personId, query)
  }

  @Get('orders/:id')
  detail(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Reply<'GET /canteen/orders/:id'>> {
    return this.queries.detail(caller.personId, id)
  }

  @Post('orders/:id/cancel')
  @HttpCode(200)
  cancel(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param('id') id: string,
  ): Promise<Reply<'POST /canteen/orders/:id/cancel'>> {
    return this.orders.cancel(caller, once, id)
  }

  @Post('orders/:id/pay')
  @HttpCode(200)
  pay(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param('id') id: string,
  ): Promise<Reply<'POST /canteen/orders/:id/pay'>> {
    return this.payments.pay(caller, once, id)
  }

  @Post('orders/:id/lines/:lineId/refund')
  @HttpCode(200)
  @ForRoles('canteen_staff')
  refundLine(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param() { id, lineId }: LineParams,
    @Body() { reason }: RefundLineBody,
  ): Promise<Reply<'POST /canteen/orders/:id/lines/:lineId/refund'>> {
    return this.lineRefunds.refund(caller, once, { id, lineId, reason })
  }
}
