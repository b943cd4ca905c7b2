import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { RateLimiterRes } from 'rate-limiter-flexible'
import { DataSource } from 'typeorm'

import { Env } from '../config/env.js'
import { createLimiter } from '../database/request-limits.js'

import { SIGN_IN, UNLIMITED } from './auth/auth.decorators.js'
import { DomainError } from './domain-error.js'
import { LeasedLimit } from './leased-limit.js'

/** Requests a minute, counted over all processes: by person when signed in, by address otherwise, and stricter for ways to sign in. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  private readonly byPerson: LeasedLimit
  private readonly byAddress: LeasedLimit
  private readonly signIn: LeasedLimit

  constructor(
    env: Env,
    dataSource: DataSource,
    private readonly reflector: Reflector,
  ) {
    const limit = (keyPrefix: string, points: number): LeasedLimit =>
      new LeasedLimit(createLimiter(dataSource, { keyPrefix, points, durationSeconds: 60 }))
    this.byPerson = limit('person', env.RATE_PERSON)
    this.byAddress = limit('address', env.RATE_ADDRESS)
    this.signIn = limit('sign-in', env.RATE_SIGN_IN)
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp()
    const request = http.getRequest<FastifyRequest>()
    const says = (key: string): boolean =>
      this.reflector.getAllAndOverride<boolean | undefined>(key, [context.getHandler(), context.getClass()]) === true
    if (says(UNLIMITED)) return true
    const [limiter, key] = says(SIGN_IN)
      ? [this.signIn, request.ip]
      : request.caller === undefined
        ? [this.byAddress, request.ip]
        : [this.byPerson, request.caller.personId]
    await this.consume(limiter, key, http.getResponse<FastifyReply>())
    return true
  }

  private async consume(limiter: LeasedLimit, key: string, reply: FastifyReply): Promise<void> {
    try {
      const remaining = await limiter.consume(key)
      void reply.header('RateLimit-Limit', limiter.points).header('RateLimit-Remaining', remaining)
    } catch (state) {
      if (!(state instanceof RateLimiterRes)) throw state
      throw new DomainError('request.too_many', {
        retryAfterSeconds: Math.max(1, Math.ceil(state.msBeforeNext / 1000)),
      })
    }
  }
}
