import { Injectable } from '@nestjs/common'
import type { OrderDeliveryView } from '@wanli/contracts/delivery'
import { DataSource, type EntityManager } from 'typeorm'

import { Canteen } from '../canteen/canteen.entity.js'
import { Order } from '../canteen/order.entity.js'
import { holdOf, shownStatus } from '../canteen/order.rules.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { toCanteenView } from '../canteen/sitting.view.js'
import { Clock } from '../common/clock.js'
import { defined } from '../common/defined.js'
import { DomainError } from '../common/domain-error.js'
import { ContactsService } from '../people/contacts.service.js'
import { HelpersService } from '../people/helpers.service.js'
import { PeopleService } from '../people/people.service.js'

import { textOf } from './address.rules.js'
import { AddressesQueries } from './addresses.queries.js'
import { Attempt } from './attempt.entity.js'
import { isMissing, wasUnanswered } from './ladder.rules.js'
import { Run } from './run.entity.js'
import { receivedText } from './run.view.js'
import { Stop } from './stop.entity.js'

/** What becomes of a meal on its way, for who eats it, for who ordered or paid it and may still order, and for who looks after the eater. */
@Injectable()
export class DeliveriesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly book: AddressesQueries,
    private readonly people: PeopleService,
    private readonly helpers: HelpersService,
    private readonly contacts: ContactsService,
    private readonly clock: Clock,
  ) {}

  /**
   * The way of one order. Throws `canteen.order_not_found` (404) when it is not brought, and when it is neither the person's nor that of
   * somebody they may order for whose door stayed shut.
   */
  async ofOrder(personId: string, id: string): Promise<OrderDeliveryView> {
    const { manager } = this.dataSource
    const { order, mine, attempts } = await this.orderFor(manager, personId, id)
    const address = (await this.book.open(manager, [order.addressId ?? ''])).get(order.addressId ?? '')
    if (address === undefined) throw new DomainError('canteen.order_not_found')
    const sitting = await manager.findOneByOrFail(Sitting, { id: order.sittingId })
    const stop = await manager.findOneBy(Stop, { orderId: id })
    const run = stop === null ? null : await manager.findOneBy(Run, { id: stop.runId })
    const courierId = run?.courierId ?? ''
    const people = await this.people.briefs([order.eaterId, courierId], manager)
    return {
      orderId: id,
      mine,
      eater: defined(people.get(order.eaterId), 'who eats an order'),
      canteen: toCanteenView(await manager.findOneByOrFail(Canteen, { id: order.canteenId })),
      status: shownStatus(order, sitting.freezeAt, this.clock.now()),
      address: textOf(address),
      courierName: people.get(courierId)?.name ?? null,
      outAt: stop?.outAt.toISOString() ?? null,
      deliveredAt: stop?.handedAt?.toISOString() ?? null,
      receivedBy: stop === null ? null : receivedText(stop),
      attempts: attempts.map(({ step, at, outcome }) => ({ step, at: at.toISOString(), outcome })),
      closed: closedOf(stop),
      actions: await this.actionsOf(manager, personId, order),
    }
  }

  /**
   * The number of an eater who does not answer, for who may order for them, and nobody else: whoever calls this records who looked.
   * Throws `canteen.order_not_found`, `delivery.no_phone` (404), `people.no_mandate` (403), `delivery.nobody_missing` (409).
   */
  async phoneOf(from: EntityManager, personId: string, id: string): Promise<{ order: Order; phone: string }> {
    const { order } = await this.orderFor(from, personId, id)
    if (!isMissing(order.status)) throw new DomainError('delivery.nobody_missing')
    if (!(await this.looksAfter(from, personId, order))) throw new DomainError('people.no_mandate')
    const phone = await this.contacts.reveal(from, order.eaterId, 'phone')
    if (phone === null) throw new DomainError('delivery.no_phone')
    return { order, phone }
  }

  private async actionsOf(from: EntityManager, personId: string, order: Order): Promise<OrderDeliveryView['actions']> {
    if (!isMissing(order.status) || !(await this.looksAfter(from, personId, order))) return []
    return (await this.contacts.reveal(from, order.eaterId, 'phone')) === null ? [] : ['ring']
  }

  private async looksAfter(from: EntityManager, personId: string, { eaterId }: Order): Promise<boolean> {
    return personId !== eaterId && (await this.helpers.mayAct(from, personId, eaterId, 'meals'))
  }

  /**
   * Who may order for somebody sees the way of a meal that they did not order from when they are told that nobody answers, and not before;
   * whose mandate has ended sees none.
   */
  private async orderFor(
    from: EntityManager,
    personId: string,
    id: string,
  ): Promise<{ order: Order; mine: boolean; attempts: Attempt[] }> {
    const order = await from.findOneBy(Order, { id })
    if (order === null) throw new DomainError('canteen.order_not_found')
    const attempts = await from.find(Attempt, { where: { orderId: id }, order: { at: 'ASC' } })
    const mayAct = await this.helpers.mayAct(from, personId, order.eaterId, 'meals')
    if (holdOf(order, personId, mayAct) === 'whole') return { order, mine: true, attempts }
    if (!mayAct || !wasUnanswered(attempts)) throw new DomainError('canteen.order_not_found')
    return { order, mine: false, attempts }
  }
}

function closedOf(stop: Stop | null): OrderDeliveryView['closed'] {
  const { outcome = null, words = null, closedAt = null } = stop ?? {}
  if (outcome === null || words === null || closedAt === null) return null
  return { outcome, words, at: closedAt.toISOString() }
}
