import type {
  DeskCardRequest,
  DeskMandateRequest,
  DeskNewPersonRequest,
  DeskSearchQuery,
  RevealField,
  RevealRequest,
  VerifyFactRequest,
} from '@wanli/contracts/desk'
import type { Face, FactEvidence, FactKind } from '@wanli/contracts/people'
import { MANDATE, PEOPLE } from '@wanli/kernel/limits'
import { IsIn, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator'

import { IsBusinessDay } from '../common/business-day.dto.js'
import type { Exact, Expect } from '../common/contract.js'
import { Optional, OrNull } from '../common/optional.js'
import { IsText } from '../common/text.dto.js'

import { TermsBody } from './mandate.dto.js'

const FACES: readonly Face[] = [
  'old-woman',
  'old-man',
  'woman',
  'man',
  'cook',
  'rider',
  'builder',
  'office-worker',
  'volunteer',
]
export const FACT_KINDS: readonly FactKind[] = ['birth_day', 'residence', 'hukou', 'welfare_class']
const EVIDENCE: readonly FactEvidence[] = [
  'id_card',
  'hukou_book',
  'residence_permit',
  'welfare_certificate',
  'document',
]

export class DeskSearchQueryDto implements DeskSearchQuery {
  @IsString() @MinLength(1) @MaxLength(40) q: string
}

export class DeskNewPersonBody implements DeskNewPersonRequest {
  @IsString() @MinLength(1) @MaxLength(PEOPLE.nameLength) name: string
  @IsIn(FACES) face: Face
  @Optional() @IsString() @MaxLength(20) estate?: string
  @Optional() @IsString() @Matches(/^1[3-9]\d{9}$/) phone?: string
  @Optional() @IsString() @Matches(/^\d{17}[\dX]$/) idNumber?: string
  @Optional() @IsText(1, 40) consentPaper?: string
}

export class VerifyFactBody implements VerifyFactRequest {
  @IsString() @MinLength(1) @MaxLength(80) value: string
  @IsIn(EVIDENCE) evidence: FactEvidence
  @OrNull() @IsBusinessDay() validUntil: string | null
  @Optional() @IsText(1, 40) consentPaper?: string
}

export class FactParams {
  @IsUUID() id: string
  @IsIn(FACT_KINDS) kind: FactKind
}

export class RevealBody implements RevealRequest {
  @IsIn(['name', 'phone', 'id_number']) field: RevealField
  @IsText(2, 60) reason: string
}

export class DeskCardBody implements DeskCardRequest {
  @IsString() @Matches(/^\d{8,20}$/) number: string
}

export class DeskMandateBody extends TermsBody implements DeskMandateRequest {
  @IsUUID() principalId: string
  @IsUUID() agentId: string
  @IsText(1, MANDATE.relationLength) relation: string
  @IsText(1, 40) paperNumber: string
  @Optional() @IsUUID() photoId?: string
}

export type DeskSearchQueryIsExact = Expect<Exact<DeskSearchQueryDto, DeskSearchQuery>>
export type DeskNewPersonBodyIsExact = Expect<Exact<DeskNewPersonBody, DeskNewPersonRequest>>
export type VerifyFactBodyIsExact = Expect<Exact<VerifyFactBody, VerifyFactRequest>>
export type RevealBodyIsExact = Expect<Exact<RevealBody, RevealRequest>>
export type DeskCardBodyIsExact = Expect<Exact<DeskCardBody, DeskCardRequest>>
export type DeskMandateBodyIsExact = Expect<Exact<DeskMandateBody, DeskMandateRequest>>
