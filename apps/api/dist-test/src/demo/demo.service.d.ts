import { type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { Clock } from '../common/clock.js'
import { Env } from '../config/env.js'
import { Transactions } from '../database/transactions.js'
import { LedgerService } from '../wallet/ledger.service.js'
/** Invented people, dishes and menus. Made once, on the first start; menus then follow the calendar. */
export declare class DemoService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly env
  private readonly transactions
  private readonly ledger
  private readonly clock
  private timer
  constructor(env: Env, transactions: Transactions, ledger: LedgerService, clock: Clock)
  onApplicationBootstrap(): Promise<void>
  onApplicationShutdown(): void
  /** Makes what is missing: everything on the first start, later only the sittings of new days. */
  prepare(): Promise<void>
  private seedOnce
  private seedPerson
  /** A birthday a hundred days ago, so that the age holds for most of a year. */
  private birthDay
  private extendMenus
  private addSitting
}
