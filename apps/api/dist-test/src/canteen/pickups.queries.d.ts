import type { PickupBoard, PickupView } from '@wanli/contracts/canteen'
import { DataSource, type EntityManager } from 'typeorm'
import { type Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { PeopleService } from '../people/people.service.js'
import { Order } from './order.entity.js'
/** Reads of the counter. Staff see the orders of their own canteen only. */
export declare class PickupsQueries {
  private readonly dataSource
  private readonly people
  private readonly clock
  constructor(dataSource: DataSource, people: PeopleService, clock: Clock)
  /** Orders behind a typed number or a scanned code, those that still wait first. Throws `canteen.pickup_not_found` (404). */
  find(caller: Caller, code: string): Promise<PickupView[]>
  /**
   * Order rows behind a number or code in the caller's canteens; a number is looked for from yesterday on, since numbers
   * repeat from sitting to sitting. Throws `canteen.pickup_not_found` (404).
   */
  ordersOf(caller: Caller, code: string, from: EntityManager): Promise<Order[]>
  /** The counter's view of one order. */
  view(order: Order, from: EntityManager): Promise<PickupView>
  /** Today's sittings of the caller's canteen with how many wait and are served, and the latest hand-overs. */
  board(caller: Caller): Promise<PickupBoard>
  private recent
  private counts
  private parts
}
