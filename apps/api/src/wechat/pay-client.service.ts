import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'

import { Injectable, Logger } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import type { WechatPayArguments } from '@wanli/contracts/wallet'
import { Aes, Decorator, Formatter, Rsa } from 'wechatpay-axios-plugin'

import { Env } from '../config/env.js'

import { PayStandIn } from './stand-in/pay-stand-in.js'
import { WechatStandIn } from './wechat-stand-in.js'

const TIMEOUT_MS = 5_000
/** A notice older or newer than five minutes is refused, as WeChat asks. */
const WINDOW_SECONDS = 300

/** A refusal of WeChat Pay by its code, or `UNREACHABLE` when it did not answer, answered 5xx, or with a wrong signature. */
export class PayRefusal extends Error {
  constructor(readonly code: string) {
    super(code)
  }
}

/** What WeChat says of a payment. `NONE`: WeChat never heard of it. */
export interface PayTransaction {
  state: 'SUCCESS' | 'REFUND' | 'NOTPAY' | 'CLOSED' | 'REVOKED' | 'USERPAYING' | 'PAYERROR' | 'NONE'
  outTradeNo: string
  transactionId: string | null
  amountFen: number
}

/** What WeChat says of a refund. `NONE`: WeChat never heard of it. */
export interface PayRefundState {
  status: 'PROCESSING' | 'SUCCESS' | 'ABNORMAL' | 'CLOSED' | 'NONE'
  outRefundNo: string
  refundId: string | null
}

/** A notice that WeChat really sent. */
export type PayNotice = { kind: 'payment'; transaction: PayTransaction } | { kind: 'refund'; refund: PayRefundState }

/** What a prepay asks for. The same call again gives a prepay id for the same payment. */
export interface Prepay {
  outTradeNo: string
  description: string
  openid: string
  amountFen: number
  expiresAt: Date
}

interface Merchant {
  mchId: string
  appId: string
  serial: string
  privateKey: string
  apiV3Key: string
  publicKeys: Record<string, string>
  base: string
}

interface TransactionJson {
  appid: string
  mchid: string
  out_trade_no: string
  transaction_id?: string
  trade_state: PayTransaction['state']
  amount?: { total: number }
}

interface RefundJson {
  mchid?: string
  out_refund_no: string
  refund_id: string
  status?: PayRefundState['status']
  refund_status?: PayRefundState['status']
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
      time_expire: `${prepay.expiresAt.toISOString().slice(0, 19)}+00:00`,
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
      return { state: 'NONE', outTradeNo, transactionId: null, amountFen: 0 }
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
      return { status: 'NONE', outRefundNo, refundId: null }
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

  /**
   * Reads a notice: signature by the public key of `Wechatpay-Serial`, five minutes of time, AES-GCM, and merchant and app compared.
   * Undefined when WeChat did not send it.
   */
  readNotice(headers: Record<string, string | string[] | undefined>, body: string): PayNotice | undefined {
    const { merchant } = this.connection()
    const [timestamp, nonce, serial, signature] = ['timestamp', 'nonce', 'serial', 'signature'].map((name) =>
      String(headers[`wechatpay-${name}`] ?? ''),
    )
    const key = merchant.publicKeys[serial ?? '']
    if (key === undefined || timestamp === undefined || nonce === undefined || signature === undefined) return undefined
    // The time of the connection is the world's; the demo's own clock may stand elsewhere.
    if (!(Math.abs(Formatter.timestamp() - Number(timestamp)) <= WINDOW_SECONDS)) return undefined
    try {
      if (!Rsa.verify(Formatter.response(timestamp, nonce, body), signature, key)) return undefined
      return this.open(body, merchant)
    } catch {
      return undefined
    }
  }

  private open(body: string, merchant: Merchant): PayNotice | undefined {
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
    const merchant = this.isStandIn ? this.standInMerchant() : merchantOf(this.env)
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

  private standInMerchant(): Merchant {
    const { keys } = this.payStandIn
    return {
      mchId: keys.mchId,
      appId: keys.appId,
      serial: keys.merchantSerial,
      privateKey: keys.merchantPrivateKey,
      apiV3Key: keys.apiV3Key,
      publicKeys: { [keys.platformKeyId]: keys.platformPublicKey },
      base: this.standIn.origin ?? '',
    }
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

const pem = (given: string): string => (given.includes('-----BEGIN') ? given.replaceAll('\\n', '\n') : readFileSync(given, 'utf8'))

function merchantOf(env: Env): Merchant {
  const publicKeys = (env.WECHAT_PAY_PUBLIC_KEYS ?? '').split(',').map((pair) => {
    const at = pair.indexOf(':')
    return [pair.slice(0, at).trim(), pem(pair.slice(at + 1).trim())] as const
  })
  return {
    mchId: env.WECHAT_MCH_ID ?? '',
    appId: env.WECHAT_APP_ID ?? '',
    serial: env.WECHAT_MCH_SERIAL ?? '',
    privateKey: pem(env.WECHAT_MCH_KEY ?? ''),
    apiV3Key: env.WECHAT_PAY_KEY ?? '',
    publicKeys: Object.fromEntries(publicKeys),
    base: env.WECHAT_PAY_BASE.replace(/\/$/, ''),
  }
}

function transactionOf(json: TransactionJson): PayTransaction {
  return {
    state: json.trade_state,
    outTradeNo: json.out_trade_no,
    transactionId: json.transaction_id ?? null,
    amountFen: json.amount?.total ?? 0,
  }
}

function refundOf(json: RefundJson): PayRefundState {
  const status = json.status ?? json.refund_status ?? 'PROCESSING'
  return { status, outRefundNo: json.out_refund_no, refundId: json.refund_id }
}
