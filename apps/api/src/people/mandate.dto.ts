import type {
  AskMandateRequest,
  MandatePayer,
  MandateScope,
  MandateTerms,
  RedeemMandateRequest,
} from '@wanli/contracts/mandates'
import { MANDATE } from '@wanli/kernel/limits'
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsString, Matches, Max, Min } from 'class-validator'

import { IsBusinessDay } from '../common/business-day.dto.js'
import type { Exact, Expect } from '../common/contract.js'
import { OrNull } from '../common/optional.js'
import { IsText } from '../common/text.dto.js'

export class TermsBody implements MandateTerms {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(['meals', 'repairs', 'bookings'], { each: true })
  scopes: MandateScope[]
  @OrNull() @IsInt() @Min(1) @Max(MANDATE.maxCapFen) dailyCapFen: number | null
  @IsIn(['agent', 'principal']) payer: MandatePayer
  @OrNull() @IsBusinessDay() validUntil: string | null
}

export class AskMandateBody extends TermsBody implements AskMandateRequest {
  @IsString() @Matches(/^1[3-9]\d{9}$/) principalPhone: string
  @IsText(1, MANDATE.relationLength) relation: string
}

export class RedeemMandateBody implements RedeemMandateRequest {
  @IsString() @Matches(/^\d{6}$/) code: string
  @IsText(1, MANDATE.relationLength) relation: string
}

export type TermsBodyIsExact = Expect<Exact<TermsBody, MandateTerms>>
export type AskMandateBodyIsExact = Expect<Exact<AskMandateBody, AskMandateRequest>>
export type RedeemMandateBodyIsExact = Expect<Exact<RedeemMandateBody, RedeemMandateRequest>>
