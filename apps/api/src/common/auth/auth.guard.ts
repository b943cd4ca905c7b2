import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { Role } from '@wanli/contracts/people'
import type { FastifyRequest } from 'fastify'

import { DomainError } from '../domain-error.js'

import { AccessTokens } from './access-tokens.js'
import { ANYBODY, FRESH_ROLES, PUBLIC, ROLES, SIGN_IN } from './auth.decorators.js'
import { SessionGate } from './session-gate.js'

/**
 * Default deny: a route without `@Public` or `@SignIn` needs a valid access token of a session that still stands, and one of its
 * roles, as they are now, where it names any. One for `@Anybody` is open to who shows no token; one that is shown must be good.
 */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionGate,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()]
    const says = (mark: string): boolean =>
      this.reflector.getAllAndOverride<boolean | undefined>(mark, targets) === true
    if (says(PUBLIC) || says(SIGN_IN)) return true
    const request = context.switchToHttp().getRequest<FastifyRequest>()
    if (request.headers.authorization === undefined && says(ANYBODY)) return true
    const [scheme, token] = (request.headers.authorization ?? '').split(' ')
    if (scheme !== 'Bearer' || token === undefined || token === '') throw new DomainError('auth.required')
    const roles = this.reflector.getAllAndOverride<Role[] | undefined>(ROLES, targets)
    const caller = await this.sessions.admit(this.tokens.read(token), roles !== undefined || says(FRESH_ROLES))
    if (roles !== undefined && !caller.roles.some((grant) => roles.includes(grant.role)))
      throw new DomainError('auth.forbidden')
    request.caller = caller
    return true
  }
}
