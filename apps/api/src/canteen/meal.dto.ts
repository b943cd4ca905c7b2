import type { CloseSittingRequest, DietView, TakeOverRequest } from '@wanli/contracts/meals'
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator'

import { CompiledBody } from '../common/compiled-body.js'
import type { Exact, Expect } from '../common/contract.js'
import { Optional } from '../common/optional.js'

export class TakeOverBody implements TakeOverRequest {
  @IsIn(['wallet']) payBy: 'wallet'
  @Optional() @IsInt() @Min(0) expectedPayFen?: number
}

export class CloseSittingBody implements CloseSittingRequest {
  @IsString() @MinLength(2) @MaxLength(80) reason: string
}

export class OfferedQueryDto {
  @IsUUID() sittingId: string
}

@CompiledBody()
export class SittingQueryDto {
  @Optional() @IsUUID() forPersonId?: string
}

export class DietBody implements DietView {
  @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(20, { each: true }) avoid: string[]
  @IsBoolean() lowSalt: boolean
  @IsBoolean() soft: boolean
}

export type TakeOverBodyIsExact = Expect<Exact<TakeOverBody, TakeOverRequest>>
export type CloseSittingBodyIsExact = Expect<Exact<CloseSittingBody, CloseSittingRequest>>
export type DietBodyIsExact = Expect<Exact<DietBody, DietView>>
