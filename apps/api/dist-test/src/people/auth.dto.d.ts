import type { DemoSignInRequest, RefreshRequest, UpdateMeRequest, WechatSignInRequest } from '@wanli/contracts/people'
import type { Exact, Expect } from '../common/contract.js'
export declare class DemoSignInBody implements DemoSignInRequest {
  persona: string
}
export declare class WechatSignInBody implements WechatSignInRequest {
  code: string
}
export declare class RefreshBody implements RefreshRequest {
  refreshToken: string
}
export declare class UpdateMeBody implements UpdateMeRequest {
  name?: string
  elderMode?: boolean
}
export type DemoSignInBodyIsExact = Expect<Exact<DemoSignInBody, DemoSignInRequest>>
export type WechatSignInBodyIsExact = Expect<Exact<WechatSignInBody, WechatSignInRequest>>
export type RefreshBodyIsExact = Expect<Exact<RefreshBody, RefreshRequest>>
export type UpdateMeBodyIsExact = Expect<Exact<UpdateMeBody, UpdateMeRequest>>
