import type { StandInRequest } from './exchange.js'
import type { PlantedDifference } from './pay-bill.js'
import type { PrepayRequest } from './pay-book.js'
import type { PayKeys } from './pay-keys.js'

/** What goes wrong at the next call of a kind. `error`: 500 and nothing done; `cut` and `hang`: done, but the reply is lost. */
export interface PayFault {
  call: 'prepay' | 'query' | 'close' | 'refund' | 'refund_query' | 'bill'
  kind: 'error' | 'cut' | 'hang' | 'notify_first'
}

/** How an order is paid, as far as the shop's side can tell: how often the notice comes, and what is wrong with it. */
export interface PayAct {
  notices?: number
  forge?: 'signature' | 'serial' | 'timestamp' | 'amount'
}

/** What steers the stand-in over HTTP; each path reads its own members. */
export interface ControlBody extends PayAct {
  outTradeNo: string
  outRefundNo: string
  status: 'SUCCESS' | 'ABNORMAL'
  fault: PayFault
  difference: PlantedDifference
  mode: 'auto' | 'abnormal' | 'manual'
}

/** What a refund asks for, as far as the stand-in looks at it. */
export interface RefundRequest {
  out_trade_no: string
  out_refund_no: string
  notify_url?: string
  amount: { refund: number; total: number }
}

/** Which call of API v3 a request is; undefined when none the stand-in plays. */
export function callOf({ method, url }: StandInRequest): PayFault['call'] | undefined {
  const path = url.pathname
  if (path === '/v3/pay/transactions/jsapi') return 'prepay'
  if (/^\/v3\/pay\/transactions\/out-trade-no\/[^/]+$/.test(path)) return 'query'
  if (/^\/v3\/pay\/transactions\/out-trade-no\/[^/]+\/close$/.test(path)) return 'close'
  if (path === '/v3/refund/domestic/refunds' && method === 'POST') return 'refund'
  if (path.startsWith('/v3/refund/domestic/refunds/')) return 'refund_query'
  return path === '/v3/bill/tradebill' ? 'bill' : undefined
}

/** What WeChat would refuse in a prepay; undefined when nothing. */
export function faultOfPrepay(wanted: PrepayRequest, keys: PayKeys): string | undefined {
  if (wanted.mchid !== keys.mchId || wanted.appid !== keys.appId) return 'mchid'
  if (!/^[\w*-]{6,32}$/.test(wanted.out_trade_no)) return 'out_trade_no'
  if (!Number.isInteger(wanted.amount.total) || wanted.amount.total < 1) return 'amount.total'
  if (wanted.notify_url.includes('?')) return 'notify_url'
  return wanted.description === '' || wanted.payer.openid === '' ? 'description or payer' : undefined
}
