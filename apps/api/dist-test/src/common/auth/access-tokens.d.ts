import { Env } from '../../config/env.js'
import { Clock } from '../clock.js'
import type { Caller } from './caller.js'
/** Access tokens: signed (HS256), valid for 15 minutes, holding who and which roles, so that a request needs no look-up. */
export declare class AccessTokens {
  private readonly clock
  private readonly key
  constructor(env: Env, clock: Clock)
  /** A token for the caller and the instant it ends. */
  issue(caller: Caller): Promise<{
    accessToken: string
    expiresAt: Date
  }>
  /** The caller of a token. Throws `auth.expired` (401) past its end, `auth.invalid` (401) when it is not ours. */
  read(token: string): Promise<Caller>
}
