import { type CanActivate, type ExecutionContext } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { AccessTokens } from './access-tokens.js'
/** Default deny: a route without `@Public` or `@SignIn` needs a valid access token, and one of its roles where it names any. */
export declare class AuthGuard implements CanActivate {
  private readonly reflector
  private readonly tokens
  constructor(reflector: Reflector, tokens: AccessTokens)
  canActivate(context: ExecutionContext): Promise<boolean>
}
