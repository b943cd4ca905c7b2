import { Injectable } from '@nestjs/common'
import { IsNull, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { isDuplicateKey } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'

import { Card } from './card.entity.js'
import { CardsQueries, type CarriedCard } from './cards.queries.js'

/** Meal cards: one that works for each person, never again once it is lost. */
@Injectable()
export class CardsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly cards: CardsQueries,
    private readonly clock: Clock,
  ) {}

  /** The latest card of a person; null when they never had one. */
  of(personId: string, from?: EntityManager): Promise<CarriedCard | null> {
    return this.cards.of(personId, from)
  }

  /** Gives a person a card in place of the one before. Throws `desk.card_taken` (409) for a number that was ever used. */
  async give(tx: EntityManager, personId: string, number: string): Promise<void> {
    await this.lose(tx, personId)
    try {
      await tx.insert(Card, { number, personId, livePersonId: personId, lostAt: null, createdAt: this.clock.now() })
    } catch (error) {
      if (isDuplicateKey(error)) throw new DomainError('desk.card_taken')
      throw error
    }
  }

  /** A person stops their own card at once. Nothing happens when they carry none that works. */
  async reportLoss(personId: string): Promise<void> {
    await this.transactions.run((tx) => this.lose(tx, personId))
  }

  /** Stops a person's card at once. Answers whether there was one that worked. */
  async lose(tx: EntityManager, personId: string): Promise<boolean> {
    const working = { personId, lostAt: IsNull() }
    const { affected } = await tx.update(Card, working, { livePersonId: null, lostAt: this.clock.now() })
    return affected === 1
  }
}
