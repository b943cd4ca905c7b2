import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, Public, SignIn } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'

import { DemoSignInBody, RefreshBody, WechatSignInBody } from './auth.dto.js'
import { PhoneCodeBody, PhoneSignInBody } from './people.dto.js'
import { PhoneSignInService } from './phone-sign-in.service.js'
import { SessionsService } from './sessions.service.js'
import { SignInService } from './sign-in.service.js'

/** Signing in and out, and where one is signed in. */
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionsService,
    private readonly phones: PhoneSignInService,
  ) {}

  @Get('personas')
  @Public()
  async personas(): Promise<Reply<'GET /auth/personas'>> {
    return { items: await this.signIn.personas() }
  }

  @Post('demo')
  @HttpCode(200)
  @SignIn()
  async demo(@Body() body: DemoSignInBody, @Headers('user-agent') agent?: string): Promise<Reply<'POST /auth/demo'>> {
    return this.sessions.open(await this.signIn.byPersona(body.persona), agent)
  }

  @Post('wechat')
  @HttpCode(200)
  @SignIn()
  async wechat(
    @Body() body: WechatSignInBody,
    @Headers('user-agent') agent?: string,
  ): Promise<Reply<'POST /auth/wechat'>> {
    return this.sessions.open(await this.signIn.byWechat(body.code), agent)
  }

  @Post('phone/codes')
  @HttpCode(200)
  @SignIn()
  sendCode(@Body() { phone }: PhoneCodeBody): Promise<Reply<'POST /auth/phone/codes'>> {
    return this.phones.sendCode(phone)
  }

  @Post('phone')
  @HttpCode(200)
  @SignIn()
  async phone(
    @Body() body: PhoneSignInBody,
    @Headers('user-agent') agent?: string,
  ): Promise<Reply<'POST /auth/phone'>> {
    return this.sessions.open(await this.phones.byCode(body.phone, body.code), agent)
  }

  // Nobody guesses one; at noon phones behind one address of an office or of a carrier exchange hundreds in a minute.
  @Post('refresh')
  @HttpCode(200)
  @Public()
  refresh(@Body() body: RefreshBody): Promise<Reply<'POST /auth/refresh'>> {
    return this.sessions.refresh(body.refreshToken)
  }

  @Post('sign-out')
  @HttpCode(200)
  async signOut(@CurrentCaller() caller: Caller): Promise<Reply<'POST /auth/sign-out'>> {
    await this.sessions.close(caller.personId, caller.sessionId)
    return { signedOut: true }
  }

  @Get('sessions')
  async list(@CurrentCaller() caller: Caller): Promise<Reply<'GET /auth/sessions'>> {
    return { items: await this.sessions.list(caller.personId, caller.sessionId) }
  }

  @Post('sessions/:id/revoke')
  @HttpCode(200)
  async revoke(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<Reply<'POST /auth/sessions/:id/revoke'>> {
    await this.sessions.close(caller.personId, id)
    return { revoked: true }
  }
}
