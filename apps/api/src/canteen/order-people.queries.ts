import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

import { DomainError } from '../common/domain-error.js'
import { HelpersService } from '../people/helpers.service.js'

import { GuestsQueries } from './guests.queries.js'
import type { Order } from './order.entity.js'
import { holdOf, peopleOf, toldOf, type Hold, type OrderPeople } from './order.rules.js'

/** What people have to do with orders today: a mandate under which one was placed may have ended since. */
@Injectable()
export class OrderPeopleQueries {
  constructor(
    private readonly helpers: HelpersService,
    private readonly guests: GuestsQueries,
  ) {}

  /** What somebody may do with each of these orders ({@link holdOf}), by its id; asks nobody when they eat them all. */
  async holds(
    from: EntityManager,
    personId: string,
    orders: readonly (OrderPeople & { id: string })[],
  ): Promise<Map<string, Hold>> {
    const others = orders.filter(({ eaterId }) => eaterId !== personId).map(({ eaterId }) => eaterId)
    const agents = await this.helpers.agentsOf(from, [...new Set(others)], 'meals')
    const mayAct = ({ eaterId }: OrderPeople): boolean => (agents.get(eaterId) ?? []).includes(personId)
    return new Map(orders.map((order) => [order.id, holdOf(order, personId, mayAct(order))]))
  }

  /**
   * Makes sure that somebody may do all with an order, or, with `money`, at least take back what they pay for it. Throws
   * `people.no_mandate` (403).
   */
  async assertHeld(from: EntityManager, personId: string, order: Order, least: 'whole' | 'money'): Promise<void> {
    const hold = (await this.holds(from, personId, [order])).get(order.id)
    if (hold !== 'whole' && hold !== least) throw new DomainError('people.no_mandate')
  }

  /** Who is told of an order: its people, but for guests, and for whoever ordered it for somebody who lets them no more. */
  async told(from: EntityManager, order: Order): Promise<string[]> {
    return (await this.toldOfEach(from, [order])).get(order.id) ?? []
  }

  /** Who is told of each of these orders, as of one ({@link told}), by its id; asks as often for many as for one. */
  async toldOfEach(from: EntityManager, orders: readonly Order[]): Promise<Map<string, string[]>> {
    const guests = await this.guests.behind(from, orders)
    const inDoubt = orders.filter((order) =>
      peopleOf(order).some((id) => id !== order.eaterId && id !== order.paidById),
    )
    const agents = await this.helpers.agentsOf(from, [...new Set(inDoubt.map(({ eaterId }) => eaterId))], 'meals')
    const isTold = (order: Order, id: string): boolean =>
      holdOf(order, id, (agents.get(order.eaterId) ?? []).includes(id)) !== 'record'
    return new Map(orders.map((order) => [order.id, toldOf(order, guests).filter((id) => isTold(order, id))]))
  }
}
