import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

import type { Doorstep } from './doorstep.rules.js'

/** What the canteen asks of whoever delivers. */
export interface DoorstepBook {
  /** Addresses by id; those that are not there are missing. */
  find(from: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, Doorstep>>
  /** The same as they are now, locked: nobody takes one away, or moves it, until the transaction ends. */
  lock(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, Doorstep>>
  /** Which of these canteens have a run at all. */
  delivering(from: EntityManager, canteenIds: readonly string[]): Promise<ReadonlySet<string>>
}

const NOWHERE: DoorstepBook = {
  find: () => Promise.resolve(new Map()),
  lock: () => Promise.resolve(new Map()),
  delivering: () => Promise.resolve(new Set()),
}

/** The door through which the canteen learns where meals may be brought; the part that delivers fills it at start-up. */
@Injectable()
export class DoorstepsQueries {
  private book = NOWHERE

  /** Takes the book of whoever delivers. */
  use(book: DoorstepBook): void {
    this.book = book
  }

  /** Addresses by id; asks nobody when there are none. */
  async find(from: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, Doorstep>> {
    return ids.length === 0 ? new Map<string, Doorstep>() : this.book.find(from, [...new Set(ids)])
  }

  /** Addresses that meals are about to be ordered to, locked until the transaction ends; asks nobody when there are none. */
  async lock(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, Doorstep>> {
    return ids.length === 0 ? new Map<string, Doorstep>() : this.book.lock(tx, ids)
  }

  /** Which of these canteens bring meals to anybody; asks nobody when there are none. */
  async delivering(from: EntityManager, canteenIds: readonly string[]): Promise<ReadonlySet<string>> {
    return canteenIds.length === 0 ? new Set<string>() : this.book.delivering(from, [...new Set(canteenIds)])
  }
}
