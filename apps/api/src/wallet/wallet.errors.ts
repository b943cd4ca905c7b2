import type { WalletErrors } from '@wanli/contracts/wallet'

import type { Catalogue } from '../common/catalogue.js'

/** Refusals of the wallet. */
export const WALLET_ERRORS = {
  'wallet.insufficient': { status: 409, message: '钱包里还有 ¥{balance}，这次要 ¥{needed}，不够付' },
  'wallet.other_insufficient': { status: 409, message: '对方钱包里的钱不够付这次的 ¥{needed}，请对方充值' },
  'wallet.person_not_found': { status: 404, message: '没有找到这个人的钱包' },
  'wallet.payment_not_found': { status: 404, message: '没有找到这笔付款' },
  'wallet.wechat_off': { status: 409, message: '微信支付还没有开通，请用钱包余额或到窗口付' },
  'wallet.wechat_needed': { status: 409, message: '请先用微信登录一次，才能用微信支付' },
  'wallet.wechat_unreachable': { status: 503, message: '微信支付暂时连不上，没有扣钱，请稍后再试' },
  'wallet.nothing_to_pay_out': { status: 409, message: '钱包里没有可以退的钱' },
  'wallet.payout_not_found': { status: 404, message: '没有找到这笔退款' },
  'wallet.payout_done': { status: 409, message: '这笔现金已经付过了' },
  'wallet.reconciliation_not_found': { status: 404, message: '这一天还没有对过账' },
  'wallet.bill_not_ready': { status: 409, message: '微信的账单还没有出来，上午十点以后再试' },
} as const satisfies Catalogue<WalletErrors>
