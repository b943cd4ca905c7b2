import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import { WechatService } from '../wechat/wechat.service.js'

import { AccountService } from './account.service.js'
import { UpdateMeBody } from './auth.dto.js'
import { ContentService } from './content.service.js'
import { DeclareFactBody, FactKindParams, WechatPhoneBody } from './people.dto.js'
import { PeopleService } from './people.service.js'

/** One's own profile, one's data, and leaving. */
@Controller('me')
export class MeController {
  constructor(
    private readonly people: PeopleService,
    private readonly account: AccountService,
    private readonly content: ContentService,
    private readonly wechat: WechatService,
  ) {}

  @Get()
  me(@CurrentCaller() caller: Caller): Promise<Reply<'GET /me'>> {
    return this.people.me(caller.personId)
  }

  @Patch()
  async update(@CurrentCaller() caller: Caller, @Body() body: UpdateMeBody): Promise<Reply<'PATCH /me'>> {
    await this.content.assertDecent(caller.personId, body.name ?? '', 'profile')
    return this.people.update(caller.personId, body)
  }

  @Put('facts/:kind')
  declare(
    @CurrentCaller() caller: Caller,
    @Param() { kind }: FactKindParams,
    @Body() { value }: DeclareFactBody,
  ): Promise<Reply<'PUT /me/facts/:kind'>> {
    return this.people.declare(caller.personId, kind, value)
  }

  @Post('phone/wechat')
  @HttpCode(200)
  async bindPhone(
    @CurrentCaller() caller: Caller,
    @Body() { code }: WechatPhoneBody,
  ): Promise<Reply<'POST /me/phone/wechat'>> {
    return this.people.keepPhone(caller.personId, await this.wechat.phoneNumberOf(code))
  }

  @Get('export')
  export(@CurrentCaller() caller: Caller): Promise<Reply<'GET /me/export'>> {
    return this.account.export(caller.personId)
  }

  @Post('deletion')
  @HttpCode(200)
  async leave(@CurrentCaller() caller: Caller): Promise<Reply<'POST /me/deletion'>> {
    return { deletionAt: (await this.account.leave(caller.personId)).toISOString() }
  }

  @Post('deletion/cancel')
  @HttpCode(200)
  async stay(@CurrentCaller() caller: Caller): Promise<Reply<'POST /me/deletion/cancel'>> {
    await this.account.stay(caller.personId)
    return { cancelled: true }
  }
}
