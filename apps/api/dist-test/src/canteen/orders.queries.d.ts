import type { OrderListItem, OrdersQuery, OrderView } from '@wanli/contracts/canteen'
import type { Page } from '@wanli/contracts/page'
import { DataSource, type EntityManager } from 'typeorm'
import { Clock } from '../common/clock.js'
import { PeopleService } from '../people/people.service.js'
import { Order } from './order.entity.js'
/** Reads of orders. A person sees those they eat, placed or paid. */
export declare class OrdersQueries {
  private readonly dataSource
  private readonly people
  private readonly clock
  constructor(dataSource: DataSource, people: PeopleService, clock: Clock)
  /** A page of a person's orders, newest first; with `open`, those that wait to be collected, soonest first. */
  page(personId: string, query: OrdersQuery): Promise<Page<OrderListItem>>
  /** One order. Throws `canteen.order_not_found` (404) when it is not there or not the person's. */
  detail(personId: string, id: string, from?: EntityManager): Promise<OrderView>
  /** The row of an order that the person eats, placed or paid. Throws `canteen.order_not_found` (404). */
  ownOrder(personId: string, id: string, from: EntityManager): Promise<Order>
  /** What views of these orders need, in six statements however many orders there are. */
  private parts
}
