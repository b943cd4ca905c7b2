import type { PrivacyErrors } from '@wanli/contracts/privacy'

import type { Catalogue } from '../common/catalogue.js'

/** Refusals of the privacy centre. */
export const PRIVACY_ERRORS = {
  'privacy.consent_first': { status: 409, message: '记这一项要先同意“证件信息单独同意”，在“我的”的“隐私和授权”里' },
  'privacy.under_fourteen': { status: 403, message: '不满十四岁的，请爸爸妈妈或监护人带证件到服务站前台办' },
  'privacy.version_outdated': { status: 409, message: '这份说明刚刚有了新的一版，请看过再同意' },
  'privacy.balance_left': { status: 409, message: '钱包里还有钱，先到“钱包 · 退余额”退空，再来注销' },
  'privacy.money_moving': {
    status: 409,
    message: '还有一笔钱在办：付款、退回微信，或者等你到服务台领的现金，办完再来注销',
  },
  'privacy.order_open': { status: 409, message: '还有没取的餐，取走或取消以后再来注销' },
  'privacy.still_staff': { status: 409, message: '你还有工作台的权限，请先让街道办收回' },
  'privacy.no_deletion': { status: 409, message: '没有在等的注销' },
} as const satisfies Catalogue<PrivacyErrors>
