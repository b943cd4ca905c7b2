import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, Once } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import type { OnceRequest } from '../common/idempotency.js'
import { PageQueryDto } from '../common/page.dto.js'

import { AskMandateBody, RedeemMandateBody, TermsBody } from './mandate.dto.js'
import { MandateCodesService } from './mandate-codes.service.js'
import { MandatesQueries } from './mandates.queries.js'
import { MandatesService } from './mandates.service.js'

/** Who may act for whom. */
@Controller('mandates')
export class MandatesController {
  constructor(
    private readonly mandates: MandatesService,
    private readonly codes: MandateCodesService,
    private readonly queries: MandatesQueries,
  ) {}

  @Get()
  list(@CurrentCaller() caller: Caller): Promise<Reply<'GET /mandates'>> {
    return this.queries.of(caller.personId)
  }

  @Get('acts')
  acts(@CurrentCaller() caller: Caller, @Query() query: PageQueryDto): Promise<Reply<'GET /mandates/acts'>> {
    return this.queries.acts(caller.personId, query)
  }

  @Post()
  @HttpCode(200)
  ask(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Body() body: AskMandateBody,
  ): Promise<Reply<'POST /mandates'>> {
    return this.mandates.ask(caller.personId, once, body)
  }

  @Post('codes')
  @HttpCode(200)
  makeCode(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Body() body: TermsBody,
  ): Promise<Reply<'POST /mandates/codes'>> {
    return this.codes.make(caller.personId, once, body)
  }

  @Post('redeem')
  @HttpCode(200)
  redeem(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Body() body: RedeemMandateBody,
  ): Promise<Reply<'POST /mandates/redeem'>> {
    return this.codes.redeem(caller.personId, once, body)
  }

  @Post(':id/accept')
  @HttpCode(200)
  async accept(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Reply<'POST /mandates/:id/accept'>> {
    await this.mandates.answer(caller.personId, id, true)
    return this.queries.detail(caller.personId, id)
  }

  @Post(':id/decline')
  @HttpCode(200)
  async decline(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<Reply<'POST /mandates/:id/decline'>> {
    await this.mandates.answer(caller.personId, id, false)
    return this.queries.detail(caller.personId, id)
  }

  @Post(':id/change')
  @HttpCode(200)
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: TermsBody,
  ): Promise<Reply<'POST /mandates/:id/change'>> {
    await this.mandates.change(caller.personId, id, body)
    return this.queries.detail(caller.personId, id)
  }

  @Post(':id/revoke')
  @HttpCode(200)
  async revoke(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Reply<'POST /mandates/:id/revoke'>> {
    await this.mandates.revoke(caller.personId, id)
    return this.queries.detail(caller.personId, id)
  }
}
