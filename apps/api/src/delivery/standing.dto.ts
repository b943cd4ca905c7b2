import type { DishKind, Meal, Portion } from '@wanli/contracts/canteen'
import type {
  ChangeStandingRequest,
  NewStandingRequest,
  PauseRequest,
  StandingDayRequest,
  StandingWish,
  Weekday,
} from '@wanli/contracts/standing'
import { CANTEEN, DELIVERY } from '@wanli/kernel/limits'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator'

import { IsBusinessDay } from '../common/business-day.dto.js'
import type { Exact, Expect } from '../common/contract.js'
import { Optional } from '../common/optional.js'

const DISH_NAME_LENGTH = 40

export class StandingWishBody implements StandingWish {
  @IsArray()
  @ArrayMaxSize(DELIVERY.wishes)
  @IsString({ each: true })
  @MaxLength(DISH_NAME_LENGTH, { each: true })
  dishNames: string[]
  @ValidateIf((wish: StandingWish) => wish.kind !== null)
  @IsIn(['荤', '半荤', '素', '主食', '点心', '汤', '套餐'])
  kind: DishKind | null
  @IsIn(['whole', 'half']) portion: Portion
  @IsInt() @Min(1) @Max(CANTEEN.maxQuantity) quantity: number
}

export class ChangeStandingBody implements ChangeStandingRequest {
  @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn([1, 2, 3, 4, 5, 6, 7], { each: true }) weekdays: Weekday[]
  @IsIn(['breakfast', 'lunch', 'dinner']) meal: Meal
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(DELIVERY.wishes)
  @ValidateNested({ each: true })
  @Type(() => StandingWishBody)
  wishes: StandingWishBody[]
  @IsUUID() addressId: string
  @IsString() @MaxLength(CANTEEN.noteLength) note: string
}

export class NewStandingBody extends ChangeStandingBody implements NewStandingRequest {
  @IsUUID() canteenId: string
  @Optional() @IsUUID() forPersonId?: string
}

export class PauseBody implements PauseRequest {
  @IsBusinessDay() from: string
  @IsBusinessDay() to: string
}

export class StandingDayBody implements StandingDayRequest {
  @IsBoolean() skip: boolean
  @ValidateIf((day: StandingDayRequest) => !day.skip)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(DELIVERY.wishes)
  @ValidateNested({ each: true })
  @Type(() => StandingWishBody)
  wishes?: StandingWishBody[]
}

export class StandingDayParams {
  @IsUUID() id: string
  @IsBusinessDay() day: string
}

export type ChangeStandingBodyIsExact = Expect<Exact<ChangeStandingBody, ChangeStandingRequest>>
export type NewStandingBodyIsExact = Expect<Exact<NewStandingBody, NewStandingRequest>>
export type PauseBodyIsExact = Expect<Exact<PauseBody, PauseRequest>>
export type StandingDayBodyIsExact = Expect<Exact<StandingDayBody, StandingDayRequest>>
