import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin'

import type { Merchant } from './pay-merchant.js'

/** A notice older or newer than five minutes is refused, as WeChat asks. */
const WINDOW_SECONDS = 300

/** What WeChat says of a payment. `NONE`: WeChat never heard of it. `at` is when the money came. */
export interface PayTransaction {
  state: 'SUCCESS' | 'REFUND' | 'NOTPAY' | 'CLOSED' | 'REVOKED' | 'USERPAYING' | 'PAYERROR' | 'NONE'
  outTradeNo: string
  transactionId: string | null
  amountFen: number
  at: Date | null
}

/** What WeChat says of a refund. `NONE`: WeChat never heard of it. `at` is when it was decided. */
export interface PayRefundState {
  status: 'PROCESSING' | 'SUCCESS' | 'ABNORMAL' | 'CLOSED' | 'NONE'
  outRefundNo: string
  refundId: string | null
  at: Date | null
}

/** A notice that WeChat really sent. */
export type PayNotice = { kind: 'payment'; transaction: PayTransaction } | { kind: 'refund'; refund: PayRefundState }

/** A payment as WeChat writes it. */
export interface TransactionJson {
  appid: string
  mchid: string
  out_trade_no: string
  transaction_id?: string
  trade_state: PayTransaction['state']
  success_time?: string
  amount?: { total: number }
}

/** A refund as WeChat writes it: `status` in replies, `refund_status` in notices. */
export interface RefundJson {
  mchid?: string
  out_refund_no: string
  refund_id: string
  status?: PayRefundState['status']
  refund_status?: PayRefundState['status']
  success_time?: string
}

const instant = (text: string | undefined): Date | null => (text === undefined ? null : new Date(text))

/** Reads a payment. */
export function transactionOf(json: TransactionJson): PayTransaction {
  return {
    state: json.trade_state,
    outTradeNo: json.out_trade_no,
    transactionId: json.transaction_id ?? null,
    amountFen: json.amount?.total ?? 0,
    at: instant(json.success_time),
  }
}

/** Reads a refund. */
export function refundOf(json: RefundJson): PayRefundState {
  const status = json.status ?? json.refund_status ?? 'PROCESSING'
  return { status, outRefundNo: json.out_refund_no, refundId: json.refund_id, at: instant(json.success_time) }
}

/** Headers of a request, in lower case, as Node gives them. */
export type NoticeHeaders = Record<string, string | string[] | undefined>

/**
 * Reads a notice: signature by the public key of `Wechatpay-Serial`, five minutes of time, AES-GCM, and merchant and app compared.
 * Undefined when WeChat did not send it.
 */
export function readNotice(merchant: Merchant, headers: NoticeHeaders, body: string): PayNotice | undefined {
  const header = (name: string): string => String(headers[`wechatpay-${name}`] ?? '')
  const timestamp = header('timestamp')
  const key = merchant.publicKeys[header('serial')]
  // The time of the connection is the world's; the demo's own clock may stand elsewhere.
  if (key === undefined || !(Math.abs(Formatter.timestamp() - Number(timestamp)) <= WINDOW_SECONDS)) return undefined
  try {
    if (!Rsa.verify(Formatter.response(timestamp, header('nonce'), body), header('signature'), key)) return undefined
    return open(merchant, body)
  } catch {
    return undefined
  }
}

function open(merchant: Merchant, body: string): PayNotice | undefined {
  const { event_type, resource } = JSON.parse(body) as {
    event_type: string
    resource: { ciphertext: string; nonce: string; associated_data: string }
  }
  const text = Aes.AesGcm.decrypt(resource.ciphertext, merchant.apiV3Key, resource.nonce, resource.associated_data)
  const json = JSON.parse(text) as TransactionJson & RefundJson
  if (json.mchid !== merchant.mchId) return undefined
  if (event_type.startsWith('REFUND.')) return { kind: 'refund', refund: refundOf(json) }
  return json.appid === merchant.appId ? { kind: 'payment', transaction: transactionOf(json) } : undefined
}
