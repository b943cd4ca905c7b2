import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, ForRoles, Once } from '../common/auth/auth.decorators.js'
import { scopesOf, type Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import type { OnceRequest } from '../common/idempotency.js'
import { PageQueryDto } from '../common/page.dto.js'

import { BalanceSightsService } from './balance-sights.service.js'
import {
  CloseDayBody,
  CounterDayQueryDto,
  CounterOrderBody,
  CounterQuoteBody,
  CounterSearchQueryDto,
} from './counter.dto.js'
import { CounterQueries } from './counter.queries.js'
import { CounterService } from './counter.service.js'
import { DaysQueries } from './days.queries.js'
import { DaysService } from './days.service.js'

/** A canteen's counter: walk-ins, people without a phone, cash, the end of the day. */
@Controller('counter')
@ForRoles('canteen_staff')
export class CounterController {
  constructor(
    private readonly counter: CounterService,
    private readonly queries: CounterQueries,
    private readonly sights: BalanceSightsService,
    private readonly days: DaysQueries,
    private readonly closing: DaysService,
    private readonly clock: Clock,
  ) {}

  @Get('people')
  async people(
    @CurrentCaller() caller: Caller,
    @Query() { q }: CounterSearchQueryDto,
  ): Promise<Reply<'GET /counter/people'>> {
    return { items: await this.counter.people(caller, q) }
  }

  @Get('pickups')
  async pickups(
    @CurrentCaller() caller: Caller,
    @Query() { q }: CounterSearchQueryDto,
  ): Promise<Reply<'GET /counter/pickups'>> {
    return { items: await this.counter.pickupsOf(caller, q) }
  }

  @Post('quotes')
  @HttpCode(200)
  async quote(@CurrentCaller() caller: Caller, @Body() body: CounterQuoteBody): Promise<Reply<'POST /counter/quotes'>> {
    const quote = await this.queries.quote(caller, body)
    if (body.forPersonId !== undefined) await this.sights.record(caller.personId, [body.forPersonId])
    return quote
  }

  @Post('orders')
  sell(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Body() body: CounterOrderBody,
  ): Promise<Reply<'POST /counter/orders'>> {
    return this.counter.sell(caller, once, body)
  }

  @Get('unpaid')
  async unpaid(@CurrentCaller() caller: Caller): Promise<Reply<'GET /counter/unpaid'>> {
    return { items: await this.queries.unpaid(caller) }
  }

  @Post('orders/:id/cash')
  @HttpCode(200)
  cash(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Param('id') id: string,
  ): Promise<Reply<'POST /counter/orders/:id/cash'>> {
    return this.counter.takeCash(caller, once, id)
  }

  @Get('orders/:id/slip')
  slip(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Reply<'GET /counter/orders/:id/slip'>> {
    return this.counter.slip(caller, id)
  }

  @Get('day')
  day(@CurrentCaller() caller: Caller, @Query() { day }: CounterDayQueryDto): Promise<Reply<'GET /counter/day'>> {
    return this.days.day(ownCanteen(caller), day ?? this.clock.today())
  }

  @Post('day/close')
  close(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Body() body: CloseDayBody,
  ): Promise<Reply<'POST /counter/day/close'>> {
    return this.closing.close(caller, ownCanteen(caller), once, body)
  }

  @Get('days')
  closes(@CurrentCaller() caller: Caller, @Query() query: PageQueryDto): Promise<Reply<'GET /counter/days'>> {
    return this.days.closes(ownCanteen(caller), query)
  }
}

/** The one canteen whose drawer the caller stands at. Throws `counter.day_not_yours` (403) when no role names one. */
function ownCanteen(caller: Caller): string {
  const scopes = scopesOf(caller, 'canteen_staff')
  const [canteenId] = scopes === 'everywhere' ? [] : scopes
  if (canteenId === undefined) throw new DomainError('counter.day_not_yours')
  return canteenId
}
