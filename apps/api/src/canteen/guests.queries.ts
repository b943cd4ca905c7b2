import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

/** What the canteen asks of whoever sells to people without an account. */
export interface GuestBook {
  /** Which of these people are nobody in particular: they stand for guests, and cannot sign in. */
  among(from: EntityManager, personIds: readonly string[]): Promise<ReadonlySet<string>>
}

/** Where nobody sells to guests, nobody is one. */
const NOBODY: ReadonlySet<string> = new Set()

/** What of an order says whether a guest may be behind it. */
interface Sold {
  eaterId: string
  door: 'app' | 'counter'
}

/** The door through which the canteen learns who is a guest, and so has no inbox; the counter fills it at start-up. */
@Injectable()
export class GuestsQueries {
  private book: GuestBook = { among: () => Promise.resolve(NOBODY) }

  /** Takes the book of whoever sells to guests. */
  use(book: GuestBook): void {
    this.book = book
  }

  /** Guests behind these orders; asks nobody when all were placed in the app. */
  async behind(from: EntityManager, orders: readonly Sold[]): Promise<ReadonlySet<string>> {
    const atCounter = orders.filter(({ door }) => door === 'counter').map(({ eaterId }) => eaterId)
    return atCounter.length === 0 ? NOBODY : this.book.among(from, [...new Set(atCounter)])
  }
}
