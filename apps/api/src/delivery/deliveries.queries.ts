import { Injectable } from '@nestjs/common'
import type { OrderDeliveryView } from '@wanli/contracts/delivery'
import { DataSource } from 'typeorm'

import { shownStatus } from '../canteen/order.rules.js'
import { OrdersQueries } from '../canteen/orders.queries.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { PeopleService } from '../people/people.service.js'

import { textOf } from './address.rules.js'
import { AddressesQueries } from './addresses.queries.js'
import { Attempt } from './attempt.entity.js'
import { Run } from './run.entity.js'
import { receivedText } from './run.view.js'
import { Stop } from './stop.entity.js'

/** What becomes of a meal on its way, for those who eat, ordered or paid it. */
@Injectable()
export class DeliveriesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly orders: OrdersQueries,
    private readonly book: AddressesQueries,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** The way of one order. Throws `canteen.order_not_found` (404) when it is not the person's or is not brought. */
  async ofOrder(personId: string, id: string): Promise<OrderDeliveryView> {
    const { manager } = this.dataSource
    const order = await this.orders.ownOrder(personId, id, manager)
    const address = (await this.book.open(manager, [order.addressId ?? ''])).get(order.addressId ?? '')
    if (address === undefined) throw new DomainError('canteen.order_not_found')
    const sitting = await manager.findOneByOrFail(Sitting, { id: order.sittingId })
    const stop = await manager.findOneBy(Stop, { orderId: id })
    const run = stop === null ? null : await manager.findOneBy(Run, { id: stop.runId })
    const courierId = run?.courierId ?? ''
    const attempts = await manager.find(Attempt, { where: { orderId: id }, order: { at: 'ASC' } })
    return {
      orderId: id,
      status: shownStatus(order, sitting.freezeAt, this.clock.now()),
      address: textOf(address),
      courierName: (await this.people.briefs([courierId], manager)).get(courierId)?.name ?? null,
      outAt: stop?.outAt.toISOString() ?? null,
      deliveredAt: stop?.handedAt?.toISOString() ?? null,
      receivedBy: stop === null ? null : receivedText(stop),
      attempts: attempts.map(({ step, at, outcome }) => ({ step, at: at.toISOString(), outcome })),
      closed: closedOf(stop),
    }
  }
}

function closedOf(stop: Stop | null): OrderDeliveryView['closed'] {
  const { outcome = null, words = null, closedAt = null } = stop ?? {}
  if (outcome === null || words === null || closedAt === null) return null
  return { outcome, words, at: closedAt.toISOString() }
}
