import type { OrderView, PlaceOrderRequest } from '@wanli/contracts/canteen'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { LedgerService } from '../wallet/ledger.service.js'
import { BasketsService } from './baskets.service.js'
import { OrderNoticesService } from './order-notices.service.js'
import { OrdersQueries } from './orders.queries.js'
import { StockService } from './stock.service.js'
/** Writes of orders by those who eat and pay. */
export declare class OrdersService {
  private readonly idempotency
  private readonly baskets
  private readonly stock
  private readonly ledger
  private readonly orders
  private readonly notices
  private readonly clock
  constructor(
    idempotency: Idempotency,
    baskets: BasketsService,
    stock: StockService,
    ledger: LedgerService,
    orders: OrdersQueries,
    notices: OrderNoticesService,
    clock: Clock,
  )
  /**
   * Orders a meal and pays it: portions, a place in the slot, a pick-up number, the subsidy and the money, or none of them.
   * Throws the refusals of a basket, `canteen.cut_off_passed`, `canteen.sold_out`, `canteen.slot_full`, `canteen.price_changed`
   * and `wallet.insufficient` (409).
   */
  place(caller: Caller, once: OnceRequest, body: PlaceOrderRequest): Promise<OrderView>
  /**
   * Cancels an order before the kitchen freezes its count: portions, place, subsidy right and money go back exactly once. Throws
   * `canteen.order_not_found` (404), `canteen.cancel_too_late` and `canteen.state_changed` (409).
   */
  cancel(caller: Caller, once: OnceRequest, id: string): Promise<OrderView>
  private newOrder
  private insert
  private pay
  private say
}
