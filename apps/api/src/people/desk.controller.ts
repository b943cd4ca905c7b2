import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, ForRoles, Once } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import type { OnceRequest } from '../common/idempotency.js'

import {
  DeskCardBody,
  DeskMandateBody,
  DeskNewPersonBody,
  DeskSearchQueryDto,
  FactParams,
  RevealBody,
  VerifyFactBody,
} from './desk.dto.js'
import { DeskMandatesService } from './desk-mandates.service.js'
import { DeskQueries } from './desk.queries.js'
import { DeskService } from './desk.service.js'

/** The desk of the service station: find somebody, check their papers, record what they signed. */
@Controller('desk')
@ForRoles('clerk', 'officer')
export class DeskController {
  constructor(
    private readonly desk: DeskService,
    private readonly mandates: DeskMandatesService,
    private readonly queries: DeskQueries,
  ) {}

  @Get('people')
  async search(@Query() { q }: DeskSearchQueryDto): Promise<Reply<'GET /desk/people'>> {
    return { items: await this.queries.search(q) }
  }

  @Get('recent')
  async recent(@CurrentCaller() caller: Caller): Promise<Reply<'GET /desk/recent'>> {
    return { items: await this.queries.recent(caller.personId) }
  }

  @Get('people/:id')
  person(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Reply<'GET /desk/people/:id'>> {
    return this.desk.open(caller.personId, id)
  }

  @Post('people')
  @HttpCode(200)
  create(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Body() body: DeskNewPersonBody,
  ): Promise<Reply<'POST /desk/people'>> {
    return this.desk.create(caller.personId, once, body)
  }

  @Put('people/:id/facts/:kind')
  verify(
    @CurrentCaller() caller: Caller,
    @Param() { id, kind }: FactParams,
    @Body() body: VerifyFactBody,
  ): Promise<Reply<'PUT /desk/people/:id/facts/:kind'>> {
    return this.desk.verify(caller.personId, id, kind, body)
  }

  @Post('people/:id/reveal')
  @HttpCode(200)
  async reveal(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: RevealBody,
  ): Promise<Reply<'POST /desk/people/:id/reveal'>> {
    return { value: await this.desk.reveal(caller.personId, id, body) }
  }

  @Post('people/:id/card')
  @HttpCode(200)
  giveCard(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() { number }: DeskCardBody,
  ): Promise<Reply<'POST /desk/people/:id/card'>> {
    return this.desk.giveCard(caller.personId, id, number)
  }

  @Post('people/:id/card/lost')
  @HttpCode(200)
  loseCard(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<Reply<'POST /desk/people/:id/card/lost'>> {
    return this.desk.loseCard(caller.personId, id)
  }

  @Post('mandates')
  @HttpCode(200)
  recordMandate(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Body() body: DeskMandateBody,
  ): Promise<Reply<'POST /desk/mandates'>> {
    return this.mandates.record(caller.personId, once, body)
  }

  @Post('mandates/:id/revoke')
  @HttpCode(200)
  revokeMandate(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<Reply<'POST /desk/mandates/:id/revoke'>> {
    return this.mandates.revoke(caller.personId, id)
  }
}
