import type { Reply } from '@wanli/contracts/routes'
import type { Caller } from '../common/auth/caller.js'
import type { OnceRequest } from '../common/idempotency.js'
import { BasketsService } from './baskets.service.js'
import { OrdersQueryDto, PlaceOrderBody, QuoteBody } from './order.dto.js'
import { OrdersQueries } from './orders.queries.js'
import { OrdersService } from './orders.service.js'
/** Ordering meals. */
export declare class OrdersController {
  private readonly orders
  private readonly queries
  private readonly baskets
  constructor(orders: OrdersService, queries: OrdersQueries, baskets: BasketsService)
  quote(caller: Caller, body: QuoteBody): Promise<Reply<'POST /canteen/quotes'>>
  place(caller: Caller, once: OnceRequest, body: PlaceOrderBody): Promise<Reply<'POST /canteen/orders'>>
  page(caller: Caller, query: OrdersQueryDto): Promise<Reply<'GET /canteen/orders'>>
  detail(caller: Caller, id: string): Promise<Reply<'GET /canteen/orders/:id'>>
  cancel(caller: Caller, once: OnceRequest, id: string): Promise<Reply<'POST /canteen/orders/:id/cancel'>>
}
