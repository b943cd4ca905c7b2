import { webcrypto } from 'node:crypto'

import { Injectable } from '@nestjs/common'
import type { Role } from '@wanli/contracts/people'
import { errors, jwtVerify, SignJWT } from 'jose'

import { Env } from '../../config/env.js'
import { Clock } from '../clock.js'
import { DomainError } from '../domain-error.js'

import type { Caller } from './caller.js'

const ISSUER = 'wanli'
const LIFE_SECONDS = 15 * 60

/** Tokens whose signature was found right are not computed again while they last; so many of them at most. */
const REMEMBERED = 20_000

interface Verified {
  caller: Caller
  endsAtMs: number
}

interface Claims {
  sid: string
  roles: [Role, string][]
}

/** Access tokens: signed (HS256), valid for 15 minutes, holding who, in which session, with which roles when it was issued. */
@Injectable()
export class AccessTokens {
  private readonly key: Promise<webcrypto.CryptoKey>
  private readonly verified = new Map<string, Verified>()

  constructor(
    env: Env,
    private readonly clock: Clock,
  ) {
    // Made once: from bytes it would be made anew for each token, which costs as much as the signature.
    this.key = webcrypto.subtle.importKey(
      'raw',
      new TextEncoder().encode(env.TOKEN_SECRET),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign', 'verify'],
    )
  }

  /** A token for the caller and the instant it ends. */
  async issue(caller: Caller): Promise<{ accessToken: string; expiresAt: Date }> {
    const seconds = Math.floor(this.clock.now().getTime() / 1000)
    const claims: Claims = { sid: caller.sessionId, roles: caller.roles.map(({ role, scopeId }) => [role, scopeId]) }
    const accessToken = await new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(ISSUER)
      .setSubject(caller.personId)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + LIFE_SECONDS)
      .sign(await this.key)
    return { accessToken, expiresAt: new Date((seconds + LIFE_SECONDS) * 1000) }
  }

  /** The caller of a token. Throws `auth.expired` (401) past its end, `auth.invalid` (401) when it is not ours. */
  async read(token: string): Promise<Caller> {
    const known = this.verified.get(token)
    if (known !== undefined && this.clock.now().getTime() < known.endsAtMs) return known.caller
    try {
      const { payload } = await jwtVerify<Claims>(token, await this.key, {
        issuer: ISSUER,
        algorithms: ['HS256'],
        currentDate: this.clock.now(),
      })
      const caller: Caller = {
        personId: payload.sub ?? '',
        sessionId: payload.sid,
        roles: payload.roles.map(([role, scopeId]) => ({ role, scopeId })),
      }
      this.remember(token, { caller, endsAtMs: (payload.exp ?? 0) * 1000 })
      return caller
    } catch (error) {
      throw new DomainError(error instanceof errors.JWTExpired ? 'auth.expired' : 'auth.invalid')
    }
  }

  private remember(token: string, one: Verified): void {
    if (this.verified.size >= REMEMBERED) this.verified.clear()
    this.verified.set(token, one)
  }
}
