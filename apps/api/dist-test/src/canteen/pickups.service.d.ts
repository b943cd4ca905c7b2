import type { PickupRequest, PickupView } from '@wanli/contracts/canteen'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { PeopleService } from '../people/people.service.js'
import { OrderNoticesService } from './order-notices.service.js'
import { PickupsQueries } from './pickups.queries.js'
/** Handing meals over at the window. */
export declare class PickupsService {
  private readonly idempotency
  private readonly pickups
  private readonly people
  private readonly notices
  private readonly clock
  constructor(
    idempotency: Idempotency,
    pickups: PickupsQueries,
    people: PeopleService,
    notices: OrderNoticesService,
    clock: Clock,
  )
  /**
   * Hands over the order behind a number or code. Throws `canteen.pickup_not_found` (404), and 409: `canteen.pickup_ambiguous`
   * when a number means several waiting orders, `canteen.pickup_too_early` before serving time unless `early` is said,
   * `canteen.already_handed_over`, `canteen.order_cancelled`.
   */
  handOver(caller: Caller, once: OnceRequest, body: PickupRequest): Promise<PickupView>
  private theOrder
  private assertWaiting
  private tooEarly
}
