import type {
  CashCount,
  CloseDayRequest,
  CounterOrderRequest,
  CounterQuoteRequest,
  CounterSearchQuery,
} from '@wanli/contracts/counter'
import { CANTEEN } from '@wanli/kernel/limits'
import { Type } from 'class-transformer'
import { IsBoolean, IsIn, IsInt, IsString, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator'

import { BasketBody } from '../canteen/order.dto.js'
import { IsBusinessDay } from '../common/business-day.dto.js'
import type { Exact, Expect } from '../common/contract.js'
import { Optional } from '../common/optional.js'

/** More notes of one kind than a drawer holds. */
const MOST_NOTES = 9_999

export class CounterSearchQueryDto implements CounterSearchQuery {
  @IsString() @MinLength(2) @MaxLength(40) q: string
}

export class CounterQuoteBody extends BasketBody implements CounterQuoteRequest {
  @IsIn(['dine_in', 'pick_up']) mode: 'dine_in' | 'pick_up'
}

export class CounterOrderBody extends CounterQuoteBody implements CounterOrderRequest {
  @IsIn(['cash', 'wallet']) payBy: 'cash' | 'wallet'
  @IsInt() @Min(0) @Max(CANTEEN.maxFen) expectedPayFen: number
  @Optional() @IsBoolean() leaveOut?: boolean
}

export class CashCountBody implements CashCount {
  @Optional() @IsInt() @Min(0) @Max(MOST_NOTES) '10000'?: number
  @Optional() @IsInt() @Min(0) @Max(MOST_NOTES) '5000'?: number
  @Optional() @IsInt() @Min(0) @Max(MOST_NOTES) '2000'?: number
  @Optional() @IsInt() @Min(0) @Max(MOST_NOTES) '1000'?: number
  @Optional() @IsInt() @Min(0) @Max(MOST_NOTES) '500'?: number
  @Optional() @IsInt() @Min(0) @Max(MOST_NOTES) '100'?: number
  @Optional() @IsInt() @Min(0) @Max(MOST_NOTES) '50'?: number
  @Optional() @IsInt() @Min(0) @Max(MOST_NOTES) '10'?: number
}

export class CloseDayBody implements CloseDayRequest {
  @IsBusinessDay() day: string
  @ValidateNested() @Type(() => CashCountBody) count: CashCountBody
  @IsString() @MaxLength(200) note: string
  @IsInt() expectedFen: number
}

export class CounterDayQueryDto {
  @Optional() @IsBusinessDay() day?: string
}

export type CounterSearchIsExact = Expect<Exact<CounterSearchQueryDto, CounterSearchQuery>>
export type CounterQuoteIsExact = Expect<Exact<CounterQuoteBody, CounterQuoteRequest>>
export type CounterOrderIsExact = Expect<Exact<CounterOrderBody, CounterOrderRequest>>
export type CashCountIsExact = Expect<Exact<CashCountBody, CashCount>>
export type CloseDayIsExact = Expect<Exact<CloseDayBody, CloseDayRequest>>
