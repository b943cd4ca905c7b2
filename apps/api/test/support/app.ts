import 'reflect-metadata'

import type { AddressInfo } from 'node:net'

import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { DataSource } from 'typeorm'

import { AccessTokens } from '../../src/common/auth/access-tokens.js'
import { Clock } from '../../src/common/clock.js'
import { Env, loadEnv } from '../../src/config/env.js'
import { createApp } from '../../src/http/create-app.js'
import { LedgerService } from '../../src/wallet/ledger.service.js'

import { emptyDatabase } from './database.js'

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
  dataSource: DataSource
  tokens: AccessTokens
  ledger: LedgerService
  nest: NestFastifyApplication
  close(): Promise<void>
}

/** Starts the real server on a free port over an empty database that the real migrations have built. */
export async function startApp(change: Partial<Record<keyof Env, string>> = {}): Promise<TestApp> {
  const database = await emptyDatabase()
  const env = loadEnv(
    {},
    {
      TOKEN_SECRET: 'a secret that only this test suite knows',
      LOG_LEVEL: 'silent',
      RATE_PERSON: '100000',
      RATE_ADDRESS: '100000',
      RATE_SIGN_IN: '100000',
      DATA_DIR: database.DATA_DIR,
      ...(database.DATABASE_URL === undefined ? {} : { DATABASE_URL: database.DATABASE_URL }),
      ...change,
    },
  )
  const clock = new TestClock()
  const nest = await createApp(env, clock)
  await nest.listen(0, '127.0.0.1')
  const { port } = nest.getHttpServer().address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    clock,
    dataSource: nest.get(DataSource),
    tokens: nest.get(AccessTokens),
    ledger: nest.get(LedgerService, { strict: false }),
    nest,
    close: async () => {
      await nest.close()
      await database.remove()
    },
  }
}
