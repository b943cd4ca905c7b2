import type {
  OrderLineRequest,
  OrdersQuery,
  PayBy,
  PickupRequest,
  PlaceOrderRequest,
  Portion,
  QuoteRequest,
  ServiceMode,
  SittingsQuery,
} from '@wanli/contracts/canteen'
import type { Exact, Expect } from '../common/contract.js'
import { PageQueryDto } from '../common/page.dto.js'
export declare class OrderLineBody implements OrderLineRequest {
  offerId: string
  quantity: number
  portion?: Portion
}
export declare class QuoteBody implements QuoteRequest {
  sittingId: string
  lines: OrderLineBody[]
  mode: ServiceMode
  forPersonId?: string
}
export declare class PlaceOrderBody extends QuoteBody implements PlaceOrderRequest {
  slotId?: string
  payBy: PayBy
  note?: string
  expectedPayFen?: number
}
export declare class SittingsQueryDto implements SittingsQuery {
  canteenId: string
  day?: string
}
export declare class SittingQueryDto {
  forPersonId?: string
}
export declare class OrdersQueryDto extends PageQueryDto implements OrdersQuery {
  open?: 'true'
}
export declare class PickupQueryDto {
  code: string
}
export declare class PickupBody implements PickupRequest {
  code: string
  early?: boolean
}
export type QuoteBodyIsExact = Expect<Exact<QuoteBody, QuoteRequest>>
export type PlaceOrderBodyIsExact = Expect<Exact<PlaceOrderBody, PlaceOrderRequest>>
export type SittingsQueryIsExact = Expect<Exact<SittingsQueryDto, SittingsQuery>>
export type OrdersQueryIsExact = Expect<Exact<OrdersQueryDto, OrdersQuery>>
export type PickupBodyIsExact = Expect<Exact<PickupBody, PickupRequest>>
