import type {
  ChangeStaffMealsRequest,
  CorrectSampleRequest,
  KeepSampleRequest,
  RevealPhonesRequest,
  SampleDayQuery,
  SeeChangeRequest,
  StartTogetherRequest,
  TicketOrder,
  TicketStepRequest,
  VoidSampleRequest,
} from '@wanli/contracts/kitchen'
import { KITCHEN } from '@wanli/kernel/limits'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator'

import { IsBusinessDay } from '../common/business-day.dto.js'
import type { Exact, Expect } from '../common/contract.js'
import { Optional } from '../common/optional.js'
import { IsText } from '../common/text.dto.js'

/** No change of one dish is as large; a number past it is a mistake. */
const MOST_PORTIONS = 100_000
/** Dishes of a catalogue that staff may eat. */
const MOST_DISHES = 500

export class BoardQueryDto {
  @Optional() @IsIn(['time', 'window', 'delivery']) order?: TicketOrder
}

export class SeeChangeBody implements SeeChangeRequest {
  @IsIn(['amount', 'leave_out']) kind: SeeChangeRequest['kind']
  @IsUUID() dishId: string
  @Optional() @IsInt() @Min(-MOST_PORTIONS) @Max(MOST_PORTIONS) amount?: number
  @Optional() @IsInt() @Min(0) @Max(MOST_PORTIONS) sequence?: number
  @Optional() @IsUUID() orderId?: string
  @Optional() @IsString() @MaxLength(100) what?: string
}

export class TicketStepBody implements TicketStepRequest {
  @IsIn(['paid', 'cooking', 'ready']) from: TicketStepRequest['from']
}

export class StartTogetherBody implements StartTogetherRequest {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(KITCHEN.tickets) @IsUUID(undefined, { each: true }) orderIds: string[]
}

export class StaffMealsBody implements ChangeStaffMealsRequest {
  @IsInt() @Min(0) @Max(KITCHEN.maxStaff) portions: number
  @IsArray() @ArrayMaxSize(MOST_DISHES) @IsUUID(undefined, { each: true }) dishIds: string[]
  @IsInt() @Min(0) revision: number
}

export class SampleDayQueryDto implements SampleDayQuery {
  @IsBusinessDay() day: string
}

export class KeepSampleBody implements KeepSampleRequest {
  @IsUUID() dishId: string
  /** Less than 125 g is refused by the rule, which says why. */
  @IsInt() @Min(1) @Max(KITCHEN.maxSampleGrams) grams: number
  @IsText(1, KITCHEN.placeLength) place: string
  @Optional() @IsUUID() photoId?: string
}

class WrittenSample {
  @IsInt() @Min(1) @Max(KITCHEN.maxSampleGrams) grams: number
  @IsText(1, KITCHEN.placeLength) place: string
}

export class CorrectSampleBody extends WrittenSample implements CorrectSampleRequest {
  @IsObject() @ValidateNested() @Type(() => WrittenSample) was: WrittenSample
}

export class VoidSampleBody implements VoidSampleRequest {
  @IsText(KITCHEN.shortestReason, KITCHEN.reasonLength) reason: string
}

export class RevealPhonesBody implements RevealPhonesRequest {
  @IsText(KITCHEN.shortestReason, KITCHEN.reasonLength) reason: string
}

export type SeeChangeBodyIsExact = Expect<Exact<SeeChangeBody, SeeChangeRequest>>
export type TicketStepBodyIsExact = Expect<Exact<TicketStepBody, TicketStepRequest>>
export type StartTogetherBodyIsExact = Expect<Exact<StartTogetherBody, StartTogetherRequest>>
export type StaffMealsBodyIsExact = Expect<Exact<StaffMealsBody, ChangeStaffMealsRequest>>
export type KeepSampleBodyIsExact = Expect<Exact<KeepSampleBody, KeepSampleRequest>>
export type CorrectSampleBodyIsExact = Expect<Exact<CorrectSampleBody, CorrectSampleRequest>>
export type VoidSampleBodyIsExact = Expect<Exact<VoidSampleBody, VoidSampleRequest>>
export type RevealPhonesBodyIsExact = Expect<Exact<RevealPhonesBody, RevealPhonesRequest>>
export type SampleDayQueryIsExact = Expect<Exact<SampleDayQueryDto, SampleDayQuery>>
