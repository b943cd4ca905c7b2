import type { SessionReply, SessionView } from '@wanli/contracts/people'
import { DataSource } from 'typeorm'
import { AccessTokens } from '../common/auth/access-tokens.js'
import { Clock } from '../common/clock.js'
import { Transactions } from '../database/transactions.js'
import { PeopleService } from './people.service.js'
/** Where people are signed in. */
export declare class SessionsService {
  private readonly dataSource
  private readonly transactions
  private readonly tokens
  private readonly people
  private readonly clock
  constructor(
    dataSource: DataSource,
    transactions: Transactions,
    tokens: AccessTokens,
    people: PeopleService,
    clock: Clock,
  )
  /** Signs a person in on a device. `device` is what the client calls itself, shown to its owner. */
  open(personId: string, device: string): Promise<SessionReply>
  /**
   * Exchanges a refresh token for new tokens. Throws `auth.refresh_invalid` (401) for a token that is not ours, ended or revoked,
   * and `auth.refresh_reused` (401), closing the session, for one that was used before.
   */
  refresh(refreshToken: string): Promise<SessionReply>
  /** Closes a session of the person. Throws `people.session_not_found` (404) when it is not there or not theirs. */
  close(personId: string, id: string): Promise<void>
  /** Live sessions of a person, the one in use first. */
  list(personId: string, currentId: string): Promise<SessionView[]>
  private rotate
  private reply
}
