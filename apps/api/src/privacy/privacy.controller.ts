import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, ForRoles, Public } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import { PageQueryDto } from '../common/page.dto.js'

import { ConsentsService } from './consents.service.js'
import { AuditQueryDto, ConsentBody, DocumentParams } from './privacy.dto.js'
import { PrivacyQueries } from './privacy.queries.js'

/** What people agree to, who looked at them, and what staff did. */
@Controller()
export class PrivacyController {
  constructor(
    private readonly consents: ConsentsService,
    private readonly queries: PrivacyQueries,
  ) {}

  @Get('privacy/documents')
  @Public()
  documents(): Reply<'GET /privacy/documents'> {
    return { items: this.queries.documents() }
  }

  @Get('me/consents')
  async mine(@CurrentCaller() caller: Caller): Promise<Reply<'GET /me/consents'>> {
    return { items: await this.consents.of(caller.personId) }
  }

  @Post('me/consents')
  @HttpCode(200)
  async give(@CurrentCaller() caller: Caller, @Body() body: ConsentBody): Promise<Reply<'POST /me/consents'>> {
    return { items: await this.consents.give(caller.personId, body.document, body.version) }
  }

  @Post('me/consents/:document/withdraw')
  @HttpCode(200)
  async withdraw(
    @CurrentCaller() caller: Caller,
    @Param() { document }: DocumentParams,
  ): Promise<Reply<'POST /me/consents/:document/withdraw'>> {
    return { items: await this.consents.withdraw(caller.personId, document) }
  }

  @Get('me/access-log')
  accessLog(@CurrentCaller() caller: Caller, @Query() query: PageQueryDto): Promise<Reply<'GET /me/access-log'>> {
    return this.queries.accessLog(caller.personId, query)
  }

  @Get('audit')
  @ForRoles('officer', 'admin')
  audit(@Query() query: AuditQueryDto): Promise<Reply<'GET /audit'>> {
    return this.queries.audit(query)
  }
}
