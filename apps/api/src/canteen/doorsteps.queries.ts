import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

import type { Doorstep } from './doorstep.rules.js'

/** What the canteen asks of whoever delivers. */
export interface DoorstepBook {
  /** Addresses by id; those that are not there are missing. */
  find(from: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, Doorstep>>
  /** The same as they are now, locked: nobody takes one away, or moves it, until the transaction ends. */
  lock(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, Doorstep>>
  /** Whether a canteen has a run at all. */
  delivers(from: EntityManager, canteenId: string): Promise<boolean>
}

const NOWHERE: DoorstepBook = {
  find: () => Promise.resolve(new Map()),
  lock: () => Promise.resolve(new Map()),
  delivers: () => Promise.resolve(false),
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

  /** Whether meals of a canteen are brought to anybody. */
  delivers(from: EntityManager, canteenId: string): Promise<boolean> {
    return this.book.delivers(from, canteenId)
  }
}
