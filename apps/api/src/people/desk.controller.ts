import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, ForRoles, Once } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { Transactions } from '../database/transactions.js'

import {
  DeskCardBody,
  DeskMandateBody,
  DeskNewPersonBody,
  DeskSearchQueryDto,
  FactParams,
  RevealBody,
  VerifyFactBody,
} from './desk.dto.js'
import { DeskQueries } from './desk.queries.js'
import { DeskService } from './desk.service.js'

/** The desk of the service station: find somebody, check their papers, record what they signed. */
@Controller('desk')
@ForRoles('clerk', 'officer')
export class DeskController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly transactions: Transactions,
    private readonly desk: DeskService,
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
  async person(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Reply<'GET /desk/people/:id'>> {
    await this.transactions.run((tx) => this.desk.open(tx, caller.personId, id))
    return this.queries.person(id)
  }

  @Post('people')
  @HttpCode(200)
  create(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Body() body: DeskNewPersonBody,
  ): Promise<Reply<'POST /desk/people'>> {
    return this.idempotency.once(once, async (tx) =>
      this.queries.person(await this.desk.create(tx, caller.personId, body), tx),
    )
  }

  @Put('people/:id/facts/:kind')
  async verify(
    @CurrentCaller() caller: Caller,
    @Param() { id, kind }: FactParams,
    @Body() body: VerifyFactBody,
  ): Promise<Reply<'PUT /desk/people/:id/facts/:kind'>> {
    await this.transactions.run((tx) => this.desk.verify(tx, caller.personId, id, kind, body))
    return this.queries.person(id)
  }

  @Post('people/:id/reveal')
  @HttpCode(200)
  async reveal(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: RevealBody,
  ): Promise<Reply<'POST /desk/people/:id/reveal'>> {
    return { value: await this.transactions.run((tx) => this.desk.reveal(tx, caller.personId, id, body)) }
  }

  @Post('people/:id/card')
  @HttpCode(200)
  async giveCard(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() { number }: DeskCardBody,
  ): Promise<Reply<'POST /desk/people/:id/card'>> {
    await this.transactions.run((tx) => this.desk.giveCard(tx, caller.personId, id, number))
    return this.queries.person(id)
  }

  @Post('people/:id/card/lost')
  @HttpCode(200)
  async loseCard(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<Reply<'POST /desk/people/:id/card/lost'>> {
    await this.transactions.run((tx) => this.desk.loseCard(tx, caller.personId, id))
    return this.queries.person(id)
  }

  @Post('mandates')
  @HttpCode(200)
  recordMandate(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Body() body: DeskMandateBody,
  ): Promise<Reply<'POST /desk/mandates'>> {
    return this.idempotency.once(once, async (tx) => {
      await this.desk.recordMandate(tx, caller.personId, body)
      return this.queries.person(body.principalId, tx)
    })
  }

  @Post('mandates/:id/revoke')
  @HttpCode(200)
  async revokeMandate(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<Reply<'POST /desk/mandates/:id/revoke'>> {
    const personId = await this.transactions.run((tx) => this.desk.revokeMandate(tx, caller.personId, id))
    return this.queries.person(personId)
  }
}
