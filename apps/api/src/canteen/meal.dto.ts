import type { DietView, TakeOverRequest } from '@wanli/contracts/meals'
import { CANTEEN } from '@wanli/kernel/limits'
import { IsBoolean, IsIn, IsInt, IsUUID, Max, Min } from 'class-validator'

import { CompiledBody } from '../common/compiled-body.js'
import type { Exact, Expect } from '../common/contract.js'
import { Optional } from '../common/optional.js'
import { AreTexts } from '../common/text.dto.js'

export class TakeOverBody implements TakeOverRequest {
  @IsIn(['wallet']) payBy: 'wallet'
  @Optional() @IsInt() @Min(0) @Max(CANTEEN.maxFen) expectedPayFen?: number
}

export class OfferedQueryDto {
  @IsUUID() sittingId: string
}

@CompiledBody()
export class SittingQueryDto {
  @Optional() @IsUUID() forPersonId?: string
}

export class DietBody implements DietView {
  @AreTexts(20, 20) avoid: string[]
  @IsBoolean() lowSalt: boolean
  @IsBoolean() soft: boolean
}

export type TakeOverBodyIsExact = Expect<Exact<TakeOverBody, TakeOverRequest>>
export type DietBodyIsExact = Expect<Exact<DietBody, DietView>>
