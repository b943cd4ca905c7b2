import { Injectable } from '@nestjs/common'
import type { CounterQuoteRequest, CounterQuoteView, UnpaidView } from '@wanli/contracts/counter'
import { DataSource, In, MoreThan } from 'typeorm'

import { priceBasket } from '../canteen/basket.rules.js'
import { Dish } from '../canteen/dish.entity.js'
import { eaterFacts } from '../canteen/eaters.queries.js'
import { Offer } from '../canteen/offer.entity.js'
import { Order } from '../canteen/order.entity.js'
import { ageRate } from '../canteen/price.rules.js'
import { PUTUO_2025_12 } from '../canteen/scheme.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { SubsidyUse } from '../canteen/subsidy-use.entity.js'
import { scopesOf, type Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { PeopleService, type KnownPerson } from '../people/people.service.js'
import { LedgerService } from '../wallet/ledger.service.js'

import { toUnpaidView } from './counter.view.js'

const MOST_UNPAID = 50

/** A guest without an account: nobody's facts, the list price. */
const GUEST: KnownPerson = { brief: { id: '', name: '散客', face: 'man' }, facts: {} }

/** Reads of the counter. */
@Injectable()
export class CounterQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: PeopleService,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {}

  /**
   * What a meal costs somebody who stands here, and why: for a neighbour their own price, for a guest the list price. Throws
   * `canteen.sitting_not_found` (404) and the refusals of a basket.
   */
  async quote(caller: Caller, request: CounterQuoteRequest): Promise<CounterQuoteView> {
    const { manager } = this.dataSource
    const sitting = await manager.findOneBy(Sitting, { id: request.sittingId, ...this.ofCaller(caller) })
    if (sitting === null) throw new DomainError('canteen.sitting_not_found')
    const { day } = sitting
    const { forPersonId } = request
    const eater = forPersonId === undefined ? GUEST : await this.people.known(forPersonId, day)
    const facts = eaterFacts(eater.facts)
    const right = { personId: eater.brief.id, day, scheme: PUTUO_2025_12.version }
    const subsidyUsed = forPersonId !== undefined && (await manager.existsBy(SubsidyUse, right))
    const offers = await manager.findBy(Offer, { id: In(request.lines.map((line) => line.offerId)) })
    const dishes = await manager.findBy(Dish, { id: In(offers.map((offer) => offer.dishId)) })
    const menu = {
      offers: new Map(offers.map((row) => [row.id, row])),
      dishes: new Map(dishes.map((row) => [row.id, row])),
    }
    const { price } = priceBasket(menu, { ...request, day, eater: facts, subsidyUsed })
    const { age, percent, reason } = ageRate(facts, day, PUTUO_2025_12)
    return {
      listFen: price.listFen,
      discountFen: price.discountFen,
      subsidyFen: price.subsidyFen,
      payFen: price.payFen,
      explanation: price.explanation,
      basis: { eater: eater.brief, age, percent, reason },
      balanceFen: forPersonId === undefined ? null : await this.ledger.balanceOf(manager, forPersonId),
    }
  }

  /** Orders that wait at the counter for their money, the most urgent first. */
  async unpaid(caller: Caller): Promise<UnpaidView[]> {
    const { manager } = this.dataSource
    const waiting = { status: 'placed' as const, payBy: 'counter' as const, payUntil: MoreThan(this.clock.now()) }
    const orders = await manager.find(Order, {
      where: { ...waiting, ...this.ofCaller(caller) },
      order: { payUntil: 'ASC' },
      take: MOST_UNPAID,
    })
    const people = await this.people.briefs(orders.map((order) => order.eaterId))
    return orders.map((order) => toUnpaidView(order, people.get(order.eaterId)))
  }

  private ofCaller(caller: Caller): { canteenId?: ReturnType<typeof In<string>> } {
    const scopes = scopesOf(caller, 'canteen_staff')
    return scopes === 'everywhere' ? {} : { canteenId: In(scopes) }
  }
}
