import { Injectable } from '@nestjs/common'

import type { Caller } from '../common/auth/caller.js'
import { Transactions } from '../database/transactions.js'
import { PeopleService } from '../people/people.service.js'
import { SightsService } from '../people/sights.service.js'

import { DeliveriesQueries } from './deliveries.queries.js'

/** What those who look after an eater may do while nobody answers the door. */
@Injectable()
export class ShutDoorsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly deliveries: DeliveriesQueries,
    private readonly people: PeopleService,
    private readonly sights: SightsService,
  ) {}

  /**
   * Shows the number of who does not answer their door, to be called now, to whoever may order for them; they can read each look, and are
   * told. Throws `canteen.order_not_found`, `delivery.no_phone` (404), `people.no_mandate` (403), `delivery.nobody_missing` (409).
   */
  reveal({ personId: viewerId }: Caller, orderId: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const { order, phone } = await this.deliveries.phoneOf(tx, viewerId, orderId)
      const viewer = await this.people.labelOf(viewerId, tx)
      const sight = { personId: order.eaterId, viewer, what: '手机号', reason: '送餐时没有人应门，打电话问问' }
      await this.sights.saw(tx, sight, 'phone')
      return phone
    })
  }
}
