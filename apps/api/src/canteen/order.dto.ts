import type {
  OrderLineRequest,
  OrdersQuery,
  PayBy,
  PlaceOrderRequest,
  Portion,
  QuoteRequest,
  ServiceMode,
  SittingsQuery,
} from '@wanli/contracts/canteen'
import type { PickupRequest, RefundLineRequest } from '@wanli/contracts/pickups'
import { CANTEEN, WALLET } from '@wanli/kernel/limits'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator'

import { CompiledBody } from '../common/compiled-body.js'
import { IsBusinessDay } from '../common/business-day.dto.js'
import type { Exact, Expect } from '../common/contract.js'
import { PageQueryDto } from '../common/page.dto.js'
import { Optional } from '../common/optional.js'
import { IsText } from '../common/text.dto.js'

export class OrderLineBody implements OrderLineRequest {
  @IsUUID() offerId: string
  @IsInt() @Min(1) @Max(CANTEEN.maxQuantity) quantity: number
  @Optional() @IsIn(['whole', 'half']) portion?: Portion
}

/** Dishes of a sitting for an eater, whoever asks for them. */
export class BasketBody implements Omit<QuoteRequest, 'mode'> {
  @IsUUID() sittingId: string
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(CANTEEN.maxLines)
  @ValidateNested({ each: true })
  @Type(() => OrderLineBody)
  lines: OrderLineBody[]
  @Optional() @IsUUID() forPersonId?: string
}

export class QuoteBody extends BasketBody implements QuoteRequest {
  @IsIn(['dine_in', 'pick_up', 'delivery']) mode: ServiceMode
}

@CompiledBody({ lines: OrderLineBody })
export class PlaceOrderBody extends QuoteBody implements PlaceOrderRequest {
  @Optional() @IsUUID() slotId?: string
  @Optional() @IsUUID() addressId?: string
  @IsIn(['wallet', 'wechat', 'counter']) payBy: PayBy
  @Optional() @IsString() @MaxLength(CANTEEN.noteLength) note?: string
  @Optional() @IsInt() @Min(0) @Max(CANTEEN.maxFen) expectedPayFen?: number
  @Optional() @IsBoolean() leaveOut?: boolean
  @Optional() @IsBoolean() again?: boolean
}

export class SittingsQueryDto implements SittingsQuery {
  @IsUUID() canteenId: string
  @Optional() @IsBusinessDay() day?: string
}

export class OrdersQueryDto extends PageQueryDto implements OrdersQuery {
  @Optional() @IsIn(['true']) open?: 'true'
}

export class LineParams {
  @IsUUID() id: string
  @IsUUID() lineId: string
}

export class RefundLineBody implements RefundLineRequest {
  @IsText(1, WALLET.reasonLength) reason: string
}

export class PickupQueryDto {
  @IsString() @MinLength(1) @MaxLength(64) code: string
}

export class PickupBody implements PickupRequest {
  @IsString() @MinLength(1) @MaxLength(64) code: string
  @Optional() @IsBoolean() early?: boolean
}

export type QuoteBodyIsExact = Expect<Exact<QuoteBody, QuoteRequest>>
export type PlaceOrderBodyIsExact = Expect<Exact<PlaceOrderBody, PlaceOrderRequest>>
export type SittingsQueryIsExact = Expect<Exact<SittingsQueryDto, SittingsQuery>>
export type OrdersQueryIsExact = Expect<Exact<OrdersQueryDto, OrdersQuery>>
export type PickupBodyIsExact = Expect<Exact<PickupBody, PickupRequest>>
export type RefundLineBodyIsExact = Expect<Exact<RefundLineBody, RefundLineRequest>>
