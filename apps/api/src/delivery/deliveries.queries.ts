import { Injectable } from '@nestjs/common'
import type { OrderDeliveryView } from '@wanli/contracts/delivery'
import { DataSource, type EntityManager } from 'typeorm'

import { Canteen } from '../canteen/canteen.entity.js'
import { Order } from '../canteen/order.entity.js'
import { peopleOf, shownStatus } from '../canteen/order.rules.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { toCanteenView } from '../canteen/sitting.view.js'
import { Clock } from '../common/clock.js'
import { defined } from '../common/defined.js'
import { DomainError } from '../common/domain-error.js'
import { HelpersService } from '../people/helpers.service.js'
import { PeopleService } from '../people/people.service.js'

import { textOf } from './address.rules.js'
import { AddressesQueries } from './addresses.queries.js'
import { Attempt } from './attempt.entity.js'
import { wasUnanswered } from './ladder.rules.js'
import { Run } from './run.entity.js'
import { receivedText } from './run.view.js'
import { Stop } from './stop.entity.js'

/** What becomes of a meal on its way, for those who eat, ordered or paid it, and for who looks after the eater. */
@Injectable()
export class DeliveriesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly book: AddressesQueries,
    private readonly people: PeopleService,
    private readonly helpers: HelpersService,
    private readonly clock: Clock,
  ) {}

  /**
   * The way of one order. Throws `canteen.order_not_found` (404) when it is not brought, and when it is neither the person's nor that of
   * somebody they may order for whose door stayed shut.
   */
  async ofOrder(personId: string, id: string): Promise<OrderDeliveryView> {
    const { manager } = this.dataSource
    const attempts = await manager.find(Attempt, { where: { orderId: id }, order: { at: 'ASC' } })
    const { order, mine } = await this.orderFor(manager, personId, id, attempts)
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
    }
  }

  /** Who may order for somebody sees the way of a meal from when they are told that nobody answers, and not before. */
  private async orderFor(
    from: EntityManager,
    personId: string,
    id: string,
    attempts: readonly Attempt[],
  ): Promise<{ order: Order; mine: boolean }> {
    const order = await from.findOneBy(Order, { id })
    if (order === null) throw new DomainError('canteen.order_not_found')
    if (peopleOf(order).includes(personId)) return { order, mine: true }
    const maySee = wasUnanswered(attempts) && (await this.helpers.mayAct(from, personId, order.eaterId, 'meals'))
    if (!maySee) throw new DomainError('canteen.order_not_found')
    return { order, mine: false }
  }
}

function closedOf(stop: Stop | null): OrderDeliveryView['closed'] {
  const { outcome = null, words = null, closedAt = null } = stop ?? {}
  if (outcome === null || words === null || closedAt === null) return null
  return { outcome, words, at: closedAt.toISOString() }
}
