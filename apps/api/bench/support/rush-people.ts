import type { EntityManager } from 'typeorm'

import { AccessTokens } from '../../src/common/auth/access-tokens.js'
import { Clock } from '../../src/common/clock.js'
import { newId } from '../../src/common/new-id.js'
import type { Env } from '../../src/config/env.js'
import { insertRows } from '../../src/database/bulk.js'
import { Fact } from '../../src/people/fact.entity.js'
import { Person } from '../../src/people/person.entity.js'
import { Session } from '../../src/people/session.entity.js'
import { Account } from '../../src/wallet/account.entity.js'
import { Entry } from '../../src/wallet/entry.entity.js'
import { Posting } from '../../src/wallet/posting.entity.js'

import { BALANCE_FEN, PEOPLE } from './naive-data.js'

const DAY_MS = 86_400_000

/** Somebody who orders in the bench, signed in for as long as it runs. */
export interface BenchPerson {
  id: string
  token: string
}

/** Adds everybody of the bench with facts, a session and money. `secret` signs their tokens. */
export async function addPeople(manager: EntityManager, secret: string): Promise<BenchPerson[]> {
  const tokens = new AccessTokens({ TOKEN_SECRET: secret } as Env, new Clock({}))
  const now = new Date()
  const ids = [...Array(PEOPLE).keys()].map(() => newId())
  const plain = { face: 'woman' as const, estate: null, elderMode: false, deletionAt: null, erasedAt: null }
  await insertRows(
    manager,
    Person,
    ids.map((id, n) => ({ id, name: `食客${n}`, ...plain, createdAt: now })),
  )
  await addFacts(manager, ids, now)
  const far = new Date(now.getTime() + 30 * DAY_MS)
  const secrets = { refreshHash: '', previousHash: null, rotatedAt: now, expiresAt: far, revokedAt: null }
  await insertRows(
    manager,
    Session,
    ids.map((id) => ({ id, personId: id, device: 'bench', createdAt: now, ...secrets })),
  )
  await addMoney(manager, ids, now)
  return ids.map((id) => ({ id, token: tokens.issue({ personId: id, sessionId: id, roles: [] }).accessToken }))
}

/** Half of them are elders with a discount and a subsidy, so that prices are real. */
async function addFacts(manager: EntityManager, ids: string[], verifiedAt: Date): Promise<void> {
  const by = {
    verifiedAt,
    verifiedBy: '受理中心',
    verifiedById: null,
    evidence: 'document' as const,
    validUntil: null,
  }
  const facts = ids
    .filter((_, n) => n % 2 === 0)
    .flatMap((personId) => [
      { personId, kind: 'birth_day' as const, value: '1944-05-01', ...by },
      { personId, kind: 'residence' as const, value: '普陀区', ...by },
      { personId, kind: 'hukou' as const, value: '上海', ...by },
    ])
  await insertRows(manager, Fact, facts)
}

/** Everybody's pocket, each granted from a source of its own: one account could not hold so much. */
async function addMoney(manager: EntityManager, ids: string[], createdAt: Date): Promise<void> {
  const account = (kind: Account['kind'], ownerId: string, balanceFen: number): Account => ({
    id: newId(),
    kind,
    ownerId,
    balanceFen,
    floorFen: kind === 'person_own' ? 0 : null,
  })
  const granted = ids.flatMap((id, n) => [
    account('person_own', id, BALANCE_FEN),
    account('demo_source', `bench-${n}`, -BALANCE_FEN),
  ])
  await insertRows(manager, Account, [account('subsidy_receivable', 'street', 0), ...granted])
  const grant = { kind: 'demo_grant' as const, orderId: null, dedupeKey: null, memo: 'bench', createdAt }
  const posting = { id: newId(), ...grant }
  await insertRows(manager, Posting, [posting])
  const entries = granted.map(({ id, balanceFen }) => ({
    id: newId(),
    postingId: posting.id,
    accountId: id,
    amountFen: balanceFen,
    balanceAfterFen: balanceFen,
    createdAt,
  }))
  await insertRows(manager, Entry, entries)
}
