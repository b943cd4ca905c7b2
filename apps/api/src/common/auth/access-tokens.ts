import { Injectable } from '@nestjs/common'
import type { Role } from '@wanli/contracts/people'
import { createSigner, createVerifier } from 'fast-jwt'

import { Env } from '../../config/env.js'
import { Clock } from '../clock.js'
import { defined } from '../defined.js'
import { DomainError } from '../domain-error.js'

import type { Caller } from './caller.js'

const ISSUER = 'wanli'
const LIFE_SECONDS = 15 * 60

/** What a token says besides who (`sub`) and until when (`exp`). */
interface Claims {
  iss: string
  sub: string
  iat: number
  exp: number
  sid: string
  roles: [Role, string][]
}

/** Access tokens: signed (HS256), valid for 15 minutes, holding who, in which session, with which roles when it was issued. */
@Injectable()
export class AccessTokens {
  private readonly sign: (claims: Claims) => string
  private readonly verify: (token: string) => Claims

  constructor(
    env: Env,
    private readonly clock: Clock,
  ) {
    const key = defined(env.TOKEN_SECRET, 'the secret of tokens')
    this.sign = createSigner({ key, algorithm: 'HS256' })
    // The end is compared with our own clock, which the library cannot be given for each token.
    const ours = { allowedIss: ISSUER, requiredClaims: ['sub', 'exp', 'sid', 'roles'], ignoreExpiration: true }
    this.verify = createVerifier({ key, algorithms: ['HS256'], ...ours })
  }

  /** A token for the caller and the instant it ends. */
  issue(caller: Caller): { accessToken: string; expiresAt: Date } {
    const iat = Math.floor(this.clock.now().getTime() / 1000)
    const exp = iat + LIFE_SECONDS
    const roles = caller.roles.map(({ role, scopeId }): [Role, string] => [role, scopeId])
    const accessToken = this.sign({ iss: ISSUER, sub: caller.personId, iat, exp, sid: caller.sessionId, roles })
    return { accessToken, expiresAt: new Date(exp * 1000) }
  }

  /** The caller of a token. Throws `auth.expired` (401) past its end, `auth.invalid` (401) when it is not ours. */
  read(token: string): Caller {
    const { sub, exp, sid, roles } = this.claimsOf(token)
    if (this.clock.now().getTime() >= exp * 1000) throw new DomainError('auth.expired')
    return { personId: sub, sessionId: sid, roles: roles.map(([role, scopeId]) => ({ role, scopeId })) }
  }

  private claimsOf(token: string): Claims {
    try {
      return this.verify(token)
    } catch {
      throw new DomainError('auth.invalid')
    }
  }
}
