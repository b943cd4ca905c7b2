import type { NoParams } from './no-params.js'

/** Refusals of the address WeChat pushes to; no client sees them. */
export interface WechatErrors {
  'wechat.push_refused': NoParams
  'wechat.push_unknown': NoParams
  'wechat.notice_refused': NoParams
}
