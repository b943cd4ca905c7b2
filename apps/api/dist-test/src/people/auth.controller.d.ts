import type { Reply } from '@wanli/contracts/routes'
import type { Caller } from '../common/auth/caller.js'
import { DemoSignInBody, RefreshBody, WechatSignInBody } from './auth.dto.js'
import { SessionsService } from './sessions.service.js'
import { SignInService } from './sign-in.service.js'
/** Signing in and out, and where one is signed in. */
export declare class AuthController {
  private readonly signIn
  private readonly sessions
  constructor(signIn: SignInService, sessions: SessionsService)
  personas(): Promise<Reply<'GET /auth/personas'>>
  demo(body: DemoSignInBody, agent?: string): Promise<Reply<'POST /auth/demo'>>
  wechat(body: WechatSignInBody, agent?: string): Promise<Reply<'POST /auth/wechat'>>
  refresh(body: RefreshBody): Promise<Reply<'POST /auth/refresh'>>
  signOut(caller: Caller): Promise<Reply<'POST /auth/sign-out'>>
  list(caller: Caller): Promise<Reply<'GET /auth/sessions'>>
  revoke(caller: Caller, id: string): Promise<Reply<'POST /auth/sessions/:id/revoke'>>
}
