import type { Meal } from '@wanli/contracts/canteen'
import type { ClaimOrdersQuery } from '@wanli/contracts/manage'
import type { ReviewOrderRequest, ReviewRequest, ReviewTag, SpanQuery } from '@wanli/contracts/reviews'
import { CANTEEN } from '@wanli/kernel/limits'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
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

import { IsBusinessDay } from '../common/business-day.dto.js'
import type { Exact, Expect } from '../common/contract.js'
import { Optional } from '../common/optional.js'

import { MEALS } from './calendar.rules.js'
import { CanteenQueryDto } from './menus.dto.js'
import { REVIEW_TAGS } from './review.rules.js'

export class ReviewBody implements ReviewRequest {
  @IsUUID() lineId: string
  @IsInt() @Min(1) @Max(5) stars: number
  @IsArray() @ArrayMaxSize(5) @ArrayUnique() @IsIn(REVIEW_TAGS, { each: true }) tags: ReviewTag[]
  @Optional() @IsString() @MaxLength(CANTEEN.noteLength) text?: string
}

export class ReviewOrderBody implements ReviewOrderRequest {
  @IsUUID() orderId: string
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(CANTEEN.maxLines)
  @ValidateNested({ each: true })
  @Type(() => ReviewBody)
  reviews: ReviewBody[]
}

export class SpanQueryDto extends CanteenQueryDto implements SpanQuery {
  @IsBusinessDay() from: string
  @IsBusinessDay() to: string
}

export class DayQueryDto extends CanteenQueryDto {
  @IsBusinessDay() day: string
}

export class ClaimOrdersQueryDto extends DayQueryDto implements ClaimOrdersQuery {
  @IsIn(MEALS) meal: Meal
  @IsString() @MinLength(1) @MaxLength(30) scheme: string
}

export type ReviewOrderBodyIsExact = Expect<Exact<ReviewOrderBody, ReviewOrderRequest>>
export type SpanQueryIsExact = Expect<Exact<SpanQueryDto, SpanQuery>>
export type ClaimOrdersQueryIsExact = Expect<Exact<ClaimOrdersQueryDto, ClaimOrdersQuery>>
