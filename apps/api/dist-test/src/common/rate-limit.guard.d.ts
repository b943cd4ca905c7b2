import { type CanActivate, type ExecutionContext } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { Env } from '../config/env.js'
/** Requests a minute: by person when signed in, by address otherwise, and stricter for ways to sign in. */
export declare class RateLimitGuard implements CanActivate {
  private readonly reflector
  private readonly byPerson
  private readonly byAddress
  private readonly signIn
  constructor(env: Env, reflector: Reflector)
  canActivate(context: ExecutionContext): Promise<boolean>
  private consume
}
