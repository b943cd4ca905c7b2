import 'reflect-metadata'

import type { AddressInfo } from 'node:net'

import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { DataSource } from 'typeorm'

import { AccessTokens } from '../../src/common/auth/access-tokens.js'
import type { CallerRole } from '../../src/common/auth/caller.js'
import { Clock } from '../../src/common/clock.js'
import { Env, loadEnv } from '../../src/config/env.js'
import { insertMissing } from '../../src/database/bulk.js'
import { Transactions } from '../../src/database/transactions.js'
import { createApp } from '../../src/http/create-app.js'
import type { LogStream } from '../../src/http/logging.js'
import { RoleGrantRow } from '../../src/people/role-grant.entity.js'
import { Session } from '../../src/people/session.entity.js'
import { LedgerService } from '../../src/wallet/ledger.service.js'

import { migratedDatabase, type TestDatabase } from './database.js'

/** A clock that stands still until it is set. */
export class TestClock extends Clock {
  private at = new Date('2026-11-23T02:00:00.000Z')

  constructor() {
    super({})
  }

  override now(): Date {
    return this.at
  }

  /** Sets the time; `10:00` on Monday 2026-11-23 in Shanghai is where every test begins. */
  set(instant: string): void {
    this.at = new Date(instant)
  }
}

/** A running server of one suite. */
export interface TestApp {
  url: string
  clock: TestClock
  database: TestDatabase
  dataSource: DataSource
  tokens: AccessTokens
  ledger: LedgerService
  nest: NestFastifyApplication
  /** Rows of a session of this person and of their roles, unless they are there: what signing in leaves behind. */
  signIn(personId: string, roles: CallerRole[]): Promise<void>
  /** Takes every role of a person away. */
  dismiss(personId: string): Promise<void>
  close(): Promise<void>
}

/**
 * Starts the real server on a free port over an empty database that the real migrations have built, or beside another one over
 * `shared`, which its maker removes. Log lines go to `logTo`, if `LOG_LEVEL` lets any through. Outbox and money are worked only when a
 * test says so.
 */
export async function startApp(
  change: Partial<Record<keyof Env, string>> = {},
  shared?: TestDatabase,
  logTo?: LogStream,
): Promise<TestApp> {
  const database = shared ?? (await migratedDatabase())
  const env = loadEnv(
    {},
    {
      TOKEN_SECRET: 'a secret that only this test suite knows',
      SEALING_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
      INDEX_KEY: 'an index key that only this test suite knows',
      LOG_LEVEL: 'silent',
      RATE_PERSON: '100000',
      RATE_ADDRESS: '100000',
      RATE_SIGN_IN: '100000',
      OUTBOX_EVERY_MS: '0',
      MONEY_EVERY_SECONDS: '0',
      DATA_DIR: database.DATA_DIR,
      ...(database.DATABASE_URL === undefined ? {} : { DATABASE_URL: database.DATABASE_URL }),
      ...change,
    },
  )
  const clock = new TestClock()
  const nest = await createApp(env, clock, logTo)
  await nest.listen(0, '127.0.0.1')
  await forgetPowerCuts(nest.get(DataSource))
  const { port } = nest.getHttpServer().address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    clock,
    database,
    dataSource: nest.get(DataSource),
    tokens: nest.get(AccessTokens),
    ledger: nest.get(LedgerService, { strict: false }),
    nest,
    signIn: (personId, roles) => signIn(nest, personId, roles),
    dismiss: (personId) =>
      nest.get(Transactions).run(async (tx) => {
        await tx.delete(RoleGrantRow, { personId })
      }),
    close: async () => {
      await nest.close()
      if (shared === undefined) await database.remove()
    },
  }
}

/** What a power cut would lose is not asked of a suite's own file, and waiting for the disk takes as long as all the rest. */
async function forgetPowerCuts(dataSource: DataSource): Promise<void> {
  if (dataSource.options.type === 'better-sqlite3') await dataSource.query('PRAGMA synchronous = OFF')
}

const AT = new Date('2026-11-01T00:00:00.000Z')
const FAR = new Date('2099-01-01T00:00:00.000Z')

async function signIn(nest: NestFastifyApplication, personId: string, roles: CallerRole[]): Promise<void> {
  const secrets = { refreshHash: '', previousHash: null, rotatedAt: AT, expiresAt: FAR, revokedAt: null }
  const session: Session = { id: personId, personId, device: '测试', createdAt: AT, ...secrets }
  const grants = roles.map(({ role, scopeId }) => ({ personId, role, scopeId, scopeName: null, grantedAt: AT }))
  // Requests of one person may begin at once: whoever comes second finds the rows there.
  await nest.get(Transactions).run(async (tx) => {
    await insertMissing(tx, Session, [session], ['id'])
    await insertMissing(tx, RoleGrantRow, grants, ['personId', 'role', 'scopeId'])
  })
}
