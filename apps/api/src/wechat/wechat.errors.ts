import type { WechatErrors } from '@wanli/contracts/wechat'

import type { Catalogue } from '../common/catalogue.js'

/** Refusals of what WeChat pushes to us; only WeChat sees them. */
export const WECHAT_ERRORS = {
  'wechat.push_refused': { status: 403, message: '签名不对' },
  'wechat.push_unknown': { status: 404, message: '没有这张图片' },
  'wechat.notice_refused': { status: 401, message: '签名不对' },
} as const satisfies Catalogue<WechatErrors>
