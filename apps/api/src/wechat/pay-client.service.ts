import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'

import { Injectable, Logger } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import type { WechatPayArguments } from '@wanli/contracts/wallet'
import { Decorator, Formatter, Rsa } from 'wechatpay-axios-plugin'

import { Env } from '../config/env.js'

import { merchantOf, standInMerchant, type Merchant } from './pay-merchant.js'
import {
  readNotice,
  refundOf,
  transactionOf,
  type NoticeHeaders,
  type PayNotice,
  type PayRefundState,
  type PayTransaction,
  type RefundJson,
  type TransactionJson,
} from './pay-messages.js'
import { PayStandIn } from './stand-in/pay-stand-in.js'
import { WechatStandIn } from './wechat-stand-in.js'

export type { NoticeHeaders, PayNotice, PayRefundState, PayTransaction }

const TIMEOUT_MS = 5_000
const EIGHT_HOURS_MS = 8 * 3_600_000

/** A refusal of WeChat Pay by its code, or `UNREACHABLE` when it did not answer, answered 5xx, or with a wrong signature. */
export class PayRefusal extends Error {
  constructor(readonly code: string) {
    super(code)
  }
}

/** What a prepay asks for. The same call again gives a prepay id for the same payment. */
export interface Prepay {
  outTradeNo: string
  description: string
  openid: string
  amountFen: number
  expiresAt: Date
}

/** The client of WeChat Pay API v3 (JSAPI, public-key mode). In the demo, without a merchant, it speaks to the stand-in over HTTP. */
@Injectable()
export class PayClientService {
  private readonly log = new Logger(PayClientService.name)
  private made: { merchant: Merchant; client: Decorator } | undefined

  constructor(
    private readonly env: Env,
    private readonly standIn: WechatStandIn,
    private readonly payStandIn: PayStandIn,
    private readonly host: HttpAdapterHost,
  ) {}

  /** Whether there is anybody to pay to: a merchant, or the stand-in. */
  get isReady(): boolean {
    return this.env.WECHAT_MCH_ID !== undefined || this.standIn.origin !== undefined
  }

  /** Whether the stand-in plays WeChat. */
  get isStandIn(): boolean {
    return this.env.WECHAT_MCH_ID === undefined && this.standIn.origin !== undefined
  }

  /** Prepares a payment and answers its prepay id. Throws {@link PayRefusal}: `ORDERPAID`, `ORDER_CLOSED`, `OUT_TRADE_NO_USED`, … */
  async prepay(prepay: Prepay): Promise<string> {
    const { merchant } = this.connection()
    const reply = await this.ask<{ prepay_id: string }>('POST', 'v3/pay/transactions/jsapi', {
      appid: merchant.appId,
      mchid: merchant.mchId,
      description: prepay.description,
      out_trade_no: prepay.outTradeNo,
      time_expire: shanghaiText(prepay.expiresAt),
      notify_url: `${this.notifyBase()}/api/v1/wechat/pay/notify`,
      amount: { total: prepay.amountFen, currency: 'CNY' },
      payer: { openid: prepay.openid },
    })
    return reply.prepay_id
  }

  /** What `wx.requestPayment` takes, signed with the merchant's key over four lines. */
  argumentsFor(prepayId: string): WechatPayArguments {
    const { merchant } = this.connection()
    const timeStamp = String(Formatter.timestamp())
    const nonceStr = Formatter.nonce()
    const packageText = `prepay_id=${prepayId}`
    const text = Formatter.joinedByLineFeed(merchant.appId, timeStamp, nonceStr, packageText)
    return { timeStamp, nonceStr, package: packageText, signType: 'RSA', paySign: Rsa.sign(text, merchant.privateKey) }
  }

  /** Asks what became of a payment. Throws {@link PayRefusal} `UNREACHABLE`. */
  async query(outTradeNo: string): Promise<PayTransaction> {
    const { merchant } = this.connection()
    try {
      const path = `v3/pay/transactions/out-trade-no/${outTradeNo}`
      return transactionOf(await this.ask<TransactionJson>('GET', path, undefined, { mchid: merchant.mchId }))
    } catch (error) {
      if (!(error instanceof PayRefusal) || !NOT_THERE.has(error.code)) throw error
      return { state: 'NONE', outTradeNo, transactionId: null, amountFen: 0, at: null }
    }
  }

  /** Closes a payment; one WeChat never heard of counts as closed. Throws {@link PayRefusal}: `ORDERPAID` when money won the race. */
  async close(outTradeNo: string): Promise<void> {
    const { merchant } = this.connection()
    try {
      await this.ask('POST', `v3/pay/transactions/out-trade-no/${outTradeNo}/close`, { mchid: merchant.mchId })
    } catch (error) {
      if (error instanceof PayRefusal && (NOT_THERE.has(error.code) || CLOSED.has(error.code))) return
      throw error
    }
  }

  /** Asks for a refund; the same number asked again is the same refund. Throws {@link PayRefusal}. */
  async refund(refund: {
    outTradeNo: string
    outRefundNo: string
    amountFen: number
    totalFen: number
    reason: string
  }): Promise<PayRefundState> {
    const reply = await this.ask<RefundJson>('POST', 'v3/refund/domestic/refunds', {
      out_trade_no: refund.outTradeNo,
      out_refund_no: refund.outRefundNo,
      reason: refund.reason,
      notify_url: `${this.notifyBase()}/api/v1/wechat/pay/notify`,
      amount: { refund: refund.amountFen, total: refund.totalFen, currency: 'CNY' },
    })
    return refundOf(reply)
  }

  /** Asks what became of a refund. Throws {@link PayRefusal} `UNREACHABLE`. */
  async refundState(outRefundNo: string): Promise<PayRefundState> {
    try {
      return refundOf(await this.ask<RefundJson>('GET', `v3/refund/domestic/refunds/${outRefundNo}`))
    } catch (error) {
      if (!(error instanceof PayRefusal) || !NOT_THERE.has(error.code)) throw error
      return { status: 'NONE', outRefundNo, refundId: null, at: null }
    }
  }

  /** WeChat's trade bill of a day as CSV; empty when nothing was traded. Throws {@link PayRefusal}, `HASH` when the file is not whole. */
  async tradeBill(day: string): Promise<string> {
    const query = { bill_date: day, bill_type: 'ALL', tar_type: 'GZIP' }
    let bill: { hash_value: string; download_url: string }
    try {
      bill = await this.ask('GET', 'v3/bill/tradebill', undefined, query)
    } catch (error) {
      if (error instanceof PayRefusal && error.code === 'NO_STATEMENT_EXIST') return ''
      throw error
    }
    const url = new URL(bill.download_url)
    const params = Object.fromEntries(url.searchParams)
    const file = await this.ask<Buffer>('GET', url.pathname, undefined, params, 'arraybuffer')
    const text = gunzipSync(file)
    if (createHash('sha1').update(text).digest('hex') !== bill.hash_value.toLowerCase()) throw new PayRefusal('HASH')
    return text.toString('utf8')
  }

  /** A notice that came from WeChat; undefined when it did not. `body` is the text that was sent, byte for byte. */
  notice(headers: NoticeHeaders, body: string): PayNotice | undefined {
    return this.isReady ? readNotice(this.connection().merchant, headers, body) : undefined
  }

  /** In the demo: the person pays at the stand-in, which sends its notice. False when it takes no money for this number. */
  payAtStandIn(outTradeNo: string): Promise<boolean> {
    if (!this.isStandIn) throw new Error('the real WeChat is not paid by us')
    return this.payStandIn.pay(outTradeNo)
  }

  private async ask<Json>(
    method: string,
    path: string,
    body?: object,
    params?: Record<string, string>,
    responseType: 'json' | 'arraybuffer' = 'json',
  ): Promise<Json> {
    const { client, merchant } = this.connection()
    const headers = { 'Wechatpay-Serial': Object.keys(merchant.publicKeys)[0] ?? '' }
    try {
      const config = { params: params ?? {}, headers, responseType, timeout: TIMEOUT_MS }
      const { data } = await client.request<Json>(path, method, body, config)
      return data
    } catch (error) {
      const { response } = error as { response?: { status: number; data?: { code?: string } } }
      const code = response !== undefined && response.status < 500 ? response.data?.code : undefined
      this.log.warn(`WeChat Pay ${method} ${path.replace(/[\w*-]{16,}/, '…')}: ${code ?? 'UNREACHABLE'}`)
      throw new PayRefusal(code ?? 'UNREACHABLE')
    }
  }

  private connection(): { merchant: Merchant; client: Decorator } {
    if (this.made !== undefined) return this.made
    const merchant = this.isStandIn
      ? standInMerchant(this.payStandIn.keys, this.standIn.origin ?? '')
      : merchantOf(this.env)
    const client = new Decorator({
      mchid: merchant.mchId,
      serial: merchant.serial,
      privateKey: merchant.privateKey,
      certs: merchant.publicKeys,
      baseURL: `${merchant.base}/`,
    } as ConstructorParameters<typeof Decorator>[0])
    this.made = { merchant, client }
    return this.made
  }

  /** Where WeChat reaches us. The stand-in lives in this process and needs no name of ours. */
  private notifyBase(): string {
    if (!this.isStandIn) return (this.env.PUBLIC_URL ?? '').replace(/\/$/, '')
    const address = (this.host.httpAdapter.getHttpServer() as import('node:http').Server).address()
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  }
}

const NOT_THERE = new Set(['ORDER_NOT_EXIST', 'ORDERNOTEXIST', 'RESOURCE_NOT_EXISTS', 'NOT_FOUND'])
const CLOSED = new Set(['ORDER_CLOSED', 'ORDERCLOSED'])

/** RFC 3339 with Shanghai's offset, as WeChat writes time itself. */
function shanghaiText(at: Date): string {
  return `${new Date(at.getTime() + EIGHT_HOURS_MS).toISOString().slice(0, 19)}+08:00`
}
