/*
 * What must never happen: a stolen refresh token going on unnoticed. Each is used once: the UPDATE in `rotate` accepts only the
 * current hash, and an older one closes the whole session. One exception for phones that lose the reply: the token just
 * replaced is accepted for a minute.
 */
import { createHash, randomBytes } from 'node:crypto'

import { Injectable } from '@nestjs/common'
import type { SessionReply, SessionView } from '@wanli/contracts/people'
import { DataSource, In, IsNull, LessThan, MoreThan, type EntityManager } from 'typeorm'

import { AdaptiveBatch } from '../common/adaptive-batch.js'
import { AccessTokens } from '../common/auth/access-tokens.js'
import type { Caller } from '../common/auth/caller.js'
import { SessionGate } from '../common/auth/session-gate.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { isId, newId } from '../common/new-id.js'
import { pieces } from '../database/pieces.js'
import { marks, rowsIn } from '../database/rows.js'
import { send } from '../database/together.js'
import { Transactions } from '../database/transactions.js'

import { deviceName } from './device.rules.js'
import { PeopleService } from './people.service.js'
import { RoleGrantRow } from './role-grant.entity.js'
import { Session } from './session.entity.js'
import { STAFF_ROLES, STAFF_SESSION_MS } from './staff.rules.js'

/** Where somebody was signed in is kept for a year, as the privacy document says. */
const KEPT_DAYS = 365
const LOST_REPLY_MS = 60_000
const DAY_MS = 86_400_000
const LOOK_UPS = { batch: 500, queue: 20_000 }
const LIFE_MS = 30 * DAY_MS

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
const newSecret = (): string => randomBytes(32).toString('base64url')

/** Where people are signed in. */
@Injectable()
export class SessionsService extends SessionGate {
  /** Every request asks whose its session is; those that ask at the same moment ask together. */
  private readonly owners = new AdaptiveBatch<string, string | undefined>(async (ids) => {
    const owners = await this.ownersOf(ids)
    return ids.map((id) => ({ answer: owners.get(id) }))
  }, LOOK_UPS)

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly tokens: AccessTokens,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {
    super()
  }

  /** Signs a person in on the device of a user agent string, which is named to its owner. */
  async open(personId: string, userAgent: string | undefined): Promise<SessionReply> {
    const secret = newSecret()
    const now = this.clock.now()
    const isStaff = await this.dataSource.manager.existsBy(RoleGrantRow, { personId, role: In([...STAFF_ROLES]) })
    const session: Session = {
      id: newId(),
      personId,
      device: deviceName(userAgent),
      refreshHash: hashOf(secret),
      previousHash: null,
      rotatedAt: now,
      expiresAt: new Date(now.getTime() + (isStaff ? STAFF_SESSION_MS : LIFE_MS)),
      revokedAt: null,
      createdAt: now,
    }
    await this.transactions.run((tx) => tx.insert(Session, session))
    return this.reply(session, secret)
  }

  /**
   * Exchanges a refresh token for new tokens. Throws `auth.refresh_invalid` (401) for a token that is not ours, ended or revoked,
   * and `auth.refresh_reused` (401), closing the session, for one that was used before.
   */
  async refresh(refreshToken: string): Promise<SessionReply> {
    const [id = '', secret = ''] = refreshToken.split('.')
    if (!isId(id)) throw new DomainError('auth.refresh_invalid')
    const fresh = newSecret()
    const outcome = await this.transactions.run((tx) => this.rotate(tx, id, hashOf(secret), hashOf(fresh)))
    if (outcome === 'reused') throw new DomainError('auth.refresh_reused')
    if (outcome === 'unknown') throw new DomainError('auth.refresh_invalid')
    return this.reply(outcome, fresh)
  }

  /** See {@link SessionGate}: one look at the session's row, and at the roles where they decide. */
  async admit(caller: Caller, freshRoles: boolean): Promise<Caller> {
    const { sessionId, personId } = caller
    if ((await this.owners.submit(sessionId)) !== personId) throw new DomainError('auth.session_ended')
    if (!freshRoles) return caller
    const roles = await this.dataSource.manager.findBy(RoleGrantRow, { personId })
    return { ...caller, roles: roles.map(({ role, scopeId }) => ({ role, scopeId })) }
  }

  /** See {@link SessionGate}: the rows of all these sessions, and the roles of all these people. */
  async readmit(callers: readonly Caller[]): Promise<(Caller | undefined)[]> {
    const now: (Caller | undefined)[] = []
    for (const some of pieces(callers)) {
      const owners = await this.ownersOf([...new Set(some.map(({ sessionId }) => sessionId))])
      const people = [...new Set(some.map(({ personId }) => personId))]
      const roles = await rowsIn(this.dataSource.manager, RoleGrantRow, 'person_id', people)
      for (const caller of some) {
        const own = roles.filter(({ personId }) => personId === caller.personId)
        const isHere = owners.get(caller.sessionId) === caller.personId
        now.push(isHere ? { ...caller, roles: own.map(({ role, scopeId }) => ({ role, scopeId })) } : undefined)
      }
    }
    return now
  }

  /** Closes a session of the person. Throws `people.session_not_found` (404) when it is not there or not theirs. */
  async close(personId: string, id: string): Promise<void> {
    const { affected } = await this.transactions.run((tx) =>
      tx.update(Session, { id, personId, revokedAt: IsNull() }, { revokedAt: this.clock.now() }),
    )
    if (affected !== 1) throw new DomainError('people.session_not_found')
  }

  /** Live sessions of a person, the one in use first. */
  async list(personId: string, currentId: string): Promise<SessionView[]> {
    const rows = await this.dataSource.manager.find(Session, {
      where: { personId, revokedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) },
      order: { rotatedAt: 'DESC' },
    })
    return rows
      .map((row) => ({
        id: row.id,
        device: row.device,
        createdAt: row.createdAt.toISOString(),
        lastUsedAt: row.rotatedAt.toISOString(),
        current: row.id === currentId,
      }))
      .sort((a, b) => Number(b.current) - Number(a.current))
  }

  /** Whose each of these sessions is, by id; one that has ended is missing. */
  private async ownersOf(ids: readonly string[]): Promise<Map<string, string>> {
    const sql = `SELECT id, person_id FROM people_session WHERE id IN (${marks(ids)}) AND revoked_at IS NULL`
    const rows = (await send(this.dataSource.manager, sql, ids)) as { id: string; person_id: string }[]
    return new Map(rows.map((row) => [row.id, row.person_id]))
  }

  /** Deletes sessions that ended more than a year ago. */
  async forgetOld(): Promise<void> {
    const expiresAt = LessThan(new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_MS))
    await this.transactions.run((tx) => tx.delete(Session, { expiresAt }))
  }

  private async rotate(
    tx: EntityManager,
    id: string,
    presented: string,
    next: string,
  ): Promise<Session | 'unknown' | 'reused'> {
    const now = this.clock.now()
    const live = { id, revokedAt: IsNull(), expiresAt: MoreThan(now) }
    const change = { refreshHash: next, previousHash: presented, rotatedAt: now }
    const current = await tx.update(Session, { ...live, refreshHash: presented }, change)
    if (current.affected === 1) return tx.findOneByOrFail(Session, { id })
    const justReplaced = { previousHash: presented, rotatedAt: MoreThan(new Date(now.getTime() - LOST_REPLY_MS)) }
    const lostReply = await tx.update(Session, { ...live, ...justReplaced }, change)
    if (lostReply.affected === 1) return tx.findOneByOrFail(Session, { id })
    const closed = await tx.update(Session, live, { revokedAt: now })
    return closed.affected === 1 ? 'reused' : 'unknown'
  }

  private async reply(session: Session, secret: string): Promise<SessionReply> {
    const person = await this.people.me(session.personId)
    const roles = person.roles.map(({ role, scopeId }) => ({ role, scopeId: scopeId ?? '' }))
    const { accessToken, expiresAt } = this.tokens.issue({
      personId: session.personId,
      sessionId: session.id,
      roles,
    })
    return { accessToken, refreshToken: `${session.id}.${secret}`, expiresAt: expiresAt.toISOString(), person }
  }
}
