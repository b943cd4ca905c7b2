import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

import { Env } from '../config/env.js'

import { SIGN_IN } from './auth/auth.decorators.js'
import { DomainError } from './domain-error.js'

/** Requests a minute: by person when signed in, by address otherwise, and stricter for ways to sign in. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  private readonly byPerson: RateLimiterMemory
  private readonly byAddress: RateLimiterMemory
  private readonly signIn: RateLimiterMemory

  constructor(
    env: Env,
    private readonly reflector: Reflector,
  ) {
    this.byPerson = new RateLimiterMemory({ points: env.RATE_PERSON, duration: 60, keyPrefix: 'person' })
    this.byAddress = new RateLimiterMemory({ points: env.RATE_ADDRESS, duration: 60, keyPrefix: 'address' })
    this.signIn = new RateLimiterMemory({ points: env.RATE_SIGN_IN, duration: 60, keyPrefix: 'sign-in' })
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp()
    const request = http.getRequest<FastifyRequest>()
    const signingIn = this.reflector.getAllAndOverride<boolean | undefined>(SIGN_IN, [
      context.getHandler(),
      context.getClass(),
    ])
    const [limiter, key] =
      signingIn === true
        ? [this.signIn, request.ip]
        : request.caller === undefined
          ? [this.byAddress, request.ip]
          : [this.byPerson, request.caller.personId]
    await this.consume(limiter, key, http.getResponse<FastifyReply>())
    return true
  }

  private async consume(limiter: RateLimiterMemory, key: string, reply: FastifyReply): Promise<void> {
    try {
      const state = await limiter.consume(key)
      void reply.header('RateLimit-Limit', limiter.points).header('RateLimit-Remaining', state.remainingPoints)
    } catch (state) {
      if (!(state instanceof RateLimiterRes)) throw state
      throw new DomainError('request.too_many', {
        retryAfterSeconds: Math.max(1, Math.ceil(state.msBeforeNext / 1000)),
      })
    }
  }
}
