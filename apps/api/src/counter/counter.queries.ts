import { Injectable } from '@nestjs/common'
import type { CounterQuoteRequest, CounterQuoteView, UnpaidView } from '@wanli/contracts/counter'
import { GUEST_NAME } from '@wanli/kernel/names'
import { DataSource, MoreThan } from 'typeorm'

import { BasketsService } from '../canteen/baskets.service.js'
import { basisOf, eaterFacts } from '../canteen/eaters.queries.js'
import { Order } from '../canteen/order.entity.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { ownCanteens } from '../canteen/staff-canteens.queries.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { PeopleService, type KnownPerson } from '../people/people.service.js'
import { LedgerService } from '../wallet/ledger.service.js'

import { toUnpaidView } from './counter.view.js'

const MOST_UNPAID = 50

/** A guest without an account: nobody's facts, the list price. */
const GUEST: KnownPerson = { brief: { id: '', name: GUEST_NAME, face: 'man' }, facts: {} }

/** Reads of the counter. */
@Injectable()
export class CounterQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly baskets: BasketsService,
    private readonly people: PeopleService,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {}

  /**
   * What a meal costs somebody who stands here, and why: for a neighbour their own price, for a guest the list price. Throws
   * `canteen.sitting_not_found`, `people.not_found` (404) and the refusals of a basket.
   */
  async quote(caller: Caller, request: CounterQuoteRequest): Promise<CounterQuoteView> {
    const { manager } = this.dataSource
    const sitting = await manager.findOneBy(Sitting, { id: request.sittingId, ...ownCanteens(caller) })
    if (sitting === null) throw new DomainError('canteen.sitting_not_found')
    const { forPersonId } = request
    const { brief, facts } = forPersonId === undefined ? GUEST : await this.people.known(forPersonId, sitting.day)
    const eater = { brief, facts: eaterFacts(facts) }
    const { price } = await this.baskets.priceFor(manager, eater, sitting, request)
    return {
      listFen: price.listFen,
      discountFen: price.discountFen,
      subsidyFen: price.subsidyFen,
      payFen: price.payFen,
      explanation: price.explanation,
      basis: basisOf(eater, sitting.day),
      balanceFen: forPersonId === undefined ? null : await this.ledger.balanceOf(manager, forPersonId),
    }
  }

  /** Orders that wait at the counter for their money, the most urgent first. */
  async unpaid(caller: Caller): Promise<UnpaidView[]> {
    const { manager } = this.dataSource
    const waiting = { status: 'placed' as const, payBy: 'counter' as const, payUntil: MoreThan(this.clock.now()) }
    const orders = await manager.find(Order, {
      where: { ...waiting, ...ownCanteens(caller) },
      order: { payUntil: 'ASC' },
      take: MOST_UNPAID,
    })
    const people = await this.people.briefs(orders.map((order) => order.eaterId))
    return orders.map((order) => toUnpaidView(order, people.get(order.eaterId)))
  }
}
