import type {
  DeclareFactRequest,
  FactKind,
  PhoneCodeRequest,
  PhoneSignInRequest,
  Role,
  RoleRequest,
  WechatPhoneRequest,
} from '@wanli/contracts/people'
import { IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator'

import type { Exact, Expect } from '../common/contract.js'
import { Optional } from '../common/optional.js'

import { FACT_KINDS } from './desk.dto.js'

const ROLES: readonly Role[] = [
  'resident',
  'worker',
  'volunteer',
  'canteen_staff',
  'clerk',
  'courier',
  'dorm_manager',
  'dispatcher',
  'employer',
  'organiser',
  'officer',
  'admin',
]
const MOBILE = /^1[3-9]\d{9}$/

export class PhoneCodeBody implements PhoneCodeRequest {
  @IsString() @Matches(MOBILE) phone: string
}

export class PhoneSignInBody implements PhoneSignInRequest {
  @IsString() @Matches(MOBILE) phone: string
  @IsString() @Matches(/^\d{6}$/) code: string
}

export class WechatPhoneBody implements WechatPhoneRequest {
  @IsString() @MinLength(1) @MaxLength(128) code: string
}

export class DeclareFactBody implements DeclareFactRequest {
  @IsString() @MinLength(1) @MaxLength(80) value: string
}

export class FactKindParams {
  @IsIn(FACT_KINDS) kind: FactKind
}

export class RoleBody implements RoleRequest {
  @IsIn(ROLES) role: Role
  @Optional() @IsString() @MinLength(1) @MaxLength(36) scopeId?: string
}

export type PhoneCodeBodyIsExact = Expect<Exact<PhoneCodeBody, PhoneCodeRequest>>
export type PhoneSignInBodyIsExact = Expect<Exact<PhoneSignInBody, PhoneSignInRequest>>
export type WechatPhoneBodyIsExact = Expect<Exact<WechatPhoneBody, WechatPhoneRequest>>
export type DeclareFactBodyIsExact = Expect<Exact<DeclareFactBody, DeclareFactRequest>>
export type RoleBodyIsExact = Expect<Exact<RoleBody, RoleRequest>>
