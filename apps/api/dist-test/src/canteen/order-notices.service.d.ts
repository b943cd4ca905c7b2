import type { EntityManager } from 'typeorm'
import { Clock } from '../common/clock.js'
import { NoticesService } from '../notices/notices.service.js'
import type { Basket } from './baskets.service.js'
import type { Order } from './order.entity.js'
import type { Sitting } from './sitting.entity.js'
/** What the eater, and whoever ordered for them, are told about an order. */
export declare class OrderNoticesService {
  private readonly notices
  private readonly clock
  constructor(notices: NoticesService, clock: Clock)
  /** The order is placed: number, time, window. */
  placed(tx: EntityManager, order: Order, { sitting, eater }: Basket): Promise<void>
  /** The order is cancelled: what comes back. */
  cancelled(tx: EntityManager, order: Order, sitting: Sitting): Promise<void>
  /** The meal is handed over. */
  handedOver(tx: EntityManager, order: Order, sitting: Sitting): Promise<void>
  private tell
  private mealText
}
