import 'reflect-metadata'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { DataSource } from 'typeorm'
import { AccessTokens } from '../../src/common/auth/access-tokens.js'
import { Clock } from '../../src/common/clock.js'
import { Env } from '../../src/config/env.js'
import { LedgerService } from '../../src/wallet/ledger.service.js'
/** A clock that stands still until it is set. */
export declare class TestClock extends Clock {
  private at
  constructor()
  now(): Date
  /** Sets the time; `10:00` on Monday 2026-11-23 in Shanghai is where every test begins. */
  set(instant: string): void
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
export declare function startApp(change?: Partial<Record<keyof Env, string>>): Promise<TestApp>
