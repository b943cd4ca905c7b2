import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'

import { CreditsService } from './credits.service.js'
import { CreditsBody } from './notices.dto.js'

/** What a person allows WeChat to show them. */
@Controller('notices')
export class CreditsController {
  constructor(private readonly credits: CreditsService) {}

  @Get('templates')
  async templates(@CurrentCaller() caller: Caller): Promise<Reply<'GET /notices/templates'>> {
    return { items: await this.credits.of(caller.personId) }
  }

  @Post('credits')
  @HttpCode(200)
  async answer(@CurrentCaller() caller: Caller, @Body() body: CreditsBody): Promise<Reply<'POST /notices/credits'>> {
    return { items: await this.credits.answer(caller.personId, body.answers) }
  }
}
