import type { DemoSignInRequest, RefreshRequest, UpdateMeRequest, WechatSignInRequest } from '@wanli/contracts/people'
import { PEOPLE } from '@wanli/kernel/limits'
import { IsBoolean, IsString, MaxLength, MinLength } from 'class-validator'

import type { Exact, Expect } from '../common/contract.js'
import { Optional } from '../common/optional.js'

export class DemoSignInBody implements DemoSignInRequest {
  @IsString() @MinLength(1) @MaxLength(40) persona: string
}

export class WechatSignInBody implements WechatSignInRequest {
  @IsString() @MinLength(1) @MaxLength(128) code: string
}

export class RefreshBody implements RefreshRequest {
  @IsString() @MinLength(1) @MaxLength(200) refreshToken: string
}

export class UpdateMeBody implements UpdateMeRequest {
  @Optional() @IsString() @MinLength(1) @MaxLength(PEOPLE.nameLength) name?: string
  @Optional() @IsBoolean() elderMode?: boolean
}

export type DemoSignInBodyIsExact = Expect<Exact<DemoSignInBody, DemoSignInRequest>>
export type WechatSignInBodyIsExact = Expect<Exact<WechatSignInBody, WechatSignInRequest>>
export type RefreshBodyIsExact = Expect<Exact<RefreshBody, RefreshRequest>>
export type UpdateMeBodyIsExact = Expect<Exact<UpdateMeBody, UpdateMeRequest>>
