import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a prepay asked for, as far as the stand-in looks at it. */
export interface PrepayRequest {
  appid: string
  mchid: string
  description: string
  out_trade_no: string
  notify_url: string
  time_expire?: string
  amount: { total: number; currency?: string }
  payer: { openid: string }
}

/** An order as WeChat knows it. */
export interface PayOrder {
  request: PrepayRequest
  prepayId: string
  state: 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED'
  transactionId: string | null
  successTime: string | null
}

/** A refund as WeChat knows it. */
export interface PayRefund {
  refund_id: string
  out_refund_no: string
  out_trade_no: string
  transaction_id: string
  status: 'PROCESSING' | 'SUCCESS' | 'ABNORMAL' | 'CLOSED'
  create_time: string
  success_time?: string
  channel: string
  user_received_account: string
  amount: { refund: number; total: number; currency: string; payer_refund: number; payer_total: number }
  notify_url?: string
}

/** The stand-in's orders and refunds, kept in one file so that a payment pending across a restart of the demo ends well. */
export class PayBook {
  readonly orders: Map<string, PayOrder>
  readonly refunds: Map<string, PayRefund>
  private readonly file: string

  constructor(dataDir: string) {
    this.file = join(dataDir, 'wechat-pay-book.json')
    const kept = existsSync(this.file)
      ? (JSON.parse(readFileSync(this.file, 'utf8')) as {
          orders: [string, PayOrder][]
          refunds: [string, PayRefund][]
        })
      : { orders: [], refunds: [] }
    this.orders = new Map(kept.orders)
    this.refunds = new Map(kept.refunds)
  }

  /** Writes all of it beside the file and then over it, so that a kill leaves the old or the new. */
  keep(): void {
    writeFileSync(`${this.file}.new`, JSON.stringify({ orders: [...this.orders], refunds: [...this.refunds] }))
    renameSync(`${this.file}.new`, this.file)
  }

  /** Fen already on their way back of an order. */
  refundedFen(outTradeNo: string): number {
    return [...this.refunds.values()]
      .filter((refund) => refund.out_trade_no === outTradeNo && refund.status !== 'CLOSED')
      .reduce((sum, refund) => sum + refund.amount.refund, 0)
  }
}

/** An order as WeChat tells of it, in an answer or a notice. */
export function transactionOf({ request, state, transactionId, successTime }: PayOrder): {
  amount: Record<'total' | 'payer_total', number> & Record<'currency' | 'payer_currency', string>
} & Record<string, unknown> {
  const { total } = request.amount
  return {
    appid: request.appid,
    mchid: request.mchid,
    out_trade_no: request.out_trade_no,
    trade_state: state,
    trade_state_desc: '',
    ...(transactionId === null
      ? {}
      : { transaction_id: transactionId, trade_type: 'JSAPI', success_time: successTime }),
    payer: request.payer,
    amount: { total, payer_total: total, currency: 'CNY', payer_currency: 'CNY' },
  }
}
