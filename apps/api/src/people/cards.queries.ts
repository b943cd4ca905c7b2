import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'

import { DomainError } from '../common/domain-error.js'

import { Card } from './card.entity.js'

/** The card a person carries: the latest, and whether it was reported lost. */
export interface CarriedCard {
  number: string
  lost: boolean
}

/** Reads of meal cards. */
@Injectable()
export class CardsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The latest card of a person; null when they never had one. */
  async of(personId: string, from: EntityManager = this.dataSource.manager): Promise<CarriedCard | null> {
    const cards = await from.find(Card, { where: { personId }, order: { createdAt: 'DESC' } })
    const card = cards.find(({ lostAt }) => lostAt === null) ?? cards[0]
    return card === undefined ? null : { number: card.number, lost: card.lostAt !== null }
  }

  /** Whose card this is; null when nobody's. Throws `desk.card_lost` (409) for one that was reported lost. */
  async ownerOf(from: EntityManager, number: string): Promise<string | null> {
    const card = await from.findOneBy(Card, { number })
    if (card !== null && card.lostAt !== null) throw new DomainError('desk.card_lost')
    return card?.personId ?? null
  }
}
