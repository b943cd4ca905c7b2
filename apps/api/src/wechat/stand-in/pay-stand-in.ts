import { createHash, randomInt, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'

import { Injectable } from '@nestjs/common'

import { Clock } from '../../common/clock.js'
import { Env } from '../../config/env.js'

import { jsonReply, type StandInReply, type StandInRequest } from './exchange.js'
import { tradeBill, type PlantedDifference } from './pay-bill.js'
import { PayBook, transactionOf, type PayRefund, type PrepayRequest } from './pay-book.js'
import { payKeysIn, type PayKeys } from './pay-keys.js'
import { PayPostman } from './pay-postman.js'
import {
  callOf,
  faultOfPrepay,
  type ControlBody,
  type PayAct,
  type PayFault,
  type RefundRequest,
} from './pay-requests.js'
import { sealedNotice, signatureFault, signedReply } from './pay-signing.js'

/** The stand-in's half of `api.mch.weixin.qq.com`: WeChat Pay API v3 with real RSA signatures and AES-GCM, and faults on demand. */
@Injectable()
export class PayStandIn {
  private ownKeys: PayKeys | undefined
  private ownBook: PayBook | undefined
  private readonly faults: PayFault[] = []
  private readonly planted: PlantedDifference[] = []
  private readonly bills = new Map<string, Buffer>()
  private readonly postman = new PayPostman(() => this.keys)
  /** What becomes of refunds: `auto` succeed at once, `abnormal` cannot be returned, `manual` wait. */
  refundMode: 'auto' | 'abnormal' | 'manual' = 'auto'

  constructor(
    private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  /** The keys both sides use. */
  get keys(): PayKeys {
    return (this.ownKeys ??= payKeysIn(this.env.DATA_DIR))
  }

  /** Orders and refunds as WeChat knows them. */
  get book(): PayBook {
    return (this.ownBook ??= new PayBook(this.env.DATA_DIR))
  }

  /** Ends what is still to be sent. */
  stop(): void {
    this.postman.stop()
  }

  /** Answers one request of the shop, or of whoever steers the stand-in. */
  async answer(request: StandInRequest): Promise<StandInReply> {
    const { pathname } = request.url
    if (pathname.startsWith('/__control/pay/')) return this.control(request)
    const fault = signatureFault(this.keys, request)
    if (fault !== undefined) return this.refuse(401, 'SIGN_ERROR', fault)
    const call = callOf(request)
    if (call === undefined) return this.download(request)
    const planned = this.takeFault(call)
    if (planned?.kind === 'error') return this.refuse(500, 'SYSTEM_ERROR', '系统异常，请稍后重试')
    const reply = this.route(call, request)
    this.book.keep()
    if (planned?.kind === 'notify_first') await this.pay((JSON.parse(request.body) as PrepayRequest).out_trade_no)
    return planned?.kind === 'cut' || planned?.kind === 'hang' ? { ...reply, lost: planned.kind } : reply
  }

  /** The user pays an order. False when WeChat would not let them. */
  async pay(outTradeNo: string, act: PayAct = {}): Promise<boolean> {
    const order = this.book.orders.get(outTradeNo)
    if (order === undefined || order.state !== 'NOTPAY') return false
    order.state = 'SUCCESS'
    order.transactionId = numberAtWechat('42000')
    order.successTime = this.clock.now().toISOString()
    this.book.keep()
    await this.notifyPaid(outTradeNo, act)
    return true
  }

  /** Sends the notice of a paid order (again). */
  async notifyPaid(outTradeNo: string, { notices = 1, forge }: PayAct = {}): Promise<number[]> {
    const order = this.book.orders.get(outTradeNo)
    if (order === undefined) return []
    const told = transactionOf(order)
    const changed = forge === 'amount' ? { ...told, amount: { ...told.amount, total: told.amount.total + 1 } } : told
    const body = sealedNotice(this.keys, randomUUID(), 'TRANSACTION.SUCCESS', 'transaction', changed)
    const sent = [...Array(notices).keys()].map(() => this.postman.send(order.request.notify_url, body, forge))
    return Promise.all(sent)
  }

  /** Decides a refund and sends its notice. */
  async settleRefund(outRefundNo: string, status: 'SUCCESS' | 'ABNORMAL'): Promise<void> {
    const refund = this.book.refunds.get(outRefundNo)
    if (refund?.status !== 'PROCESSING') return
    refund.status = status
    refund.success_time = this.clock.now().toISOString()
    this.book.keep()
    if (refund.notify_url === undefined) return
    const { status: refund_status, notify_url, ...rest } = refund
    const told = { mchid: this.keys.mchId, ...rest, refund_status }
    await this.postman.send(notify_url, sealedNotice(this.keys, randomUUID(), `REFUND.${status}`, 'refund', told))
  }

  private route(call: PayFault['call'], request: StandInRequest): StandInReply {
    const number = decodeURIComponent(/\/(?:out-trade-no|refunds)\/([^/]+)/.exec(request.url.pathname)?.[1] ?? '')
    if (call === 'prepay') return this.prepay(JSON.parse(request.body) as PrepayRequest)
    if (call === 'query') return this.query(number)
    if (call === 'close') return this.close(number)
    if (call === 'refund') return this.refund(JSON.parse(request.body) as RefundRequest)
    if (call === 'refund_query') return this.refundQuery(number)
    return this.bill(request.url.searchParams.get('bill_date') ?? '')
  }

  private prepay(wanted: PrepayRequest): StandInReply {
    const wrong = faultOfPrepay(wanted, this.keys)
    if (wrong !== undefined) return this.refuse(400, 'PARAM_ERROR', wrong)
    const known = this.book.orders.get(wanted.out_trade_no)
    if (known === undefined) {
      const prepayId = `wx${randomUUID().replaceAll('-', '')}`
      const order = { request: wanted, prepayId, state: 'NOTPAY', transactionId: null, successTime: null } as const
      this.book.orders.set(wanted.out_trade_no, { ...order })
      return this.reply({ prepay_id: prepayId })
    }
    if (known.state === 'CLOSED') return this.refuse(400, 'ORDER_CLOSED', '订单已关闭')
    if (known.state !== 'NOTPAY') return this.refuse(400, 'ORDERPAID', '该订单已支付')
    const same = JSON.stringify(known.request) === JSON.stringify(wanted)
    return same ? this.reply({ prepay_id: known.prepayId }) : this.refuse(403, 'OUT_TRADE_NO_USED', '商户订单号重复')
  }

  private query(number: string): StandInReply {
    const order = this.book.orders.get(number)
    return order === undefined ? this.refuse(404, 'ORDER_NOT_EXIST', '订单不存在') : this.reply(transactionOf(order))
  }

  private close(number: string): StandInReply {
    const order = this.book.orders.get(number)
    if (order === undefined) return this.refuse(404, 'ORDER_NOT_EXIST', '订单不存在')
    if (order.state === 'SUCCESS' || order.state === 'REFUND') return this.refuse(400, 'ORDERPAID', '该订单已支付')
    order.state = 'CLOSED'
    return signedReply(this.keys, 204, undefined)
  }

  private refund(wanted: RefundRequest): StandInReply {
    const order = this.book.orders.get(wanted.out_trade_no)
    if (order?.transactionId == null) return this.refuse(404, 'RESOURCE_NOT_EXISTS', '订单不存在')
    const known = this.book.refunds.get(wanted.out_refund_no)
    if (known !== undefined) return this.reply(known)
    const { refund, total } = wanted.amount
    if (total !== order.request.amount.total || this.book.refundedFen(wanted.out_trade_no) + refund > total)
      return this.refuse(400, 'INVALID_REQUEST', '申请退款金额大于订单可退金额')
    const row: PayRefund = {
      refund_id: numberAtWechat('50300'),
      out_refund_no: wanted.out_refund_no,
      out_trade_no: wanted.out_trade_no,
      transaction_id: order.transactionId,
      status: 'PROCESSING',
      create_time: this.clock.now().toISOString(),
      channel: 'ORIGINAL',
      user_received_account: '支付用户零钱',
      amount: { refund, total, currency: 'CNY', payer_refund: refund, payer_total: total },
      ...(wanted.notify_url === undefined ? {} : { notify_url: wanted.notify_url }),
    }
    this.book.refunds.set(row.out_refund_no, row)
    order.state = 'REFUND'
    if (this.refundMode !== 'manual') {
      const outcome = this.refundMode === 'auto' ? 'SUCCESS' : 'ABNORMAL'
      this.postman.later(0, () => this.settleRefund(row.out_refund_no, outcome))
    }
    return this.reply({ ...row })
  }

  private refundQuery(number: string): StandInReply {
    const refund = this.book.refunds.get(number)
    return refund === undefined ? this.refuse(404, 'RESOURCE_NOT_EXISTS', '退款单不存在') : this.reply(refund)
  }

  private bill(day: string): StandInReply {
    const text = tradeBill(day, this.book.orders.values(), this.book.refunds.values(), this.planted)
    if (text === undefined) return this.refuse(400, 'NO_STATEMENT_EXIST', '账单文件不存在')
    const token = randomUUID()
    this.bills.set(token, gzipSync(text))
    const download_url = `https://api.mch.weixin.qq.com/v3/billdownload/file?token=${token}&tartype=gzip`
    return this.reply({ hash_type: 'SHA1', hash_value: createHash('sha1').update(text).digest('hex'), download_url })
  }

  /** The file of a bill; as at WeChat, this one reply carries no signature. */
  private download({ url }: StandInRequest): StandInReply {
    const file =
      url.pathname === '/v3/billdownload/file' ? this.bills.get(url.searchParams.get('token') ?? '') : undefined
    if (file === undefined) return this.refuse(404, 'NOT_FOUND', url.pathname)
    return { status: 200, headers: { 'Content-Type': 'application/x-gzip' }, body: file }
  }

  private async control({ url, body }: StandInRequest): Promise<StandInReply> {
    const act = (body === '' ? {} : JSON.parse(body)) as ControlBody
    const what = url.pathname.slice('/__control/pay/'.length)
    if (what === 'paid') return jsonReply({ paid: await this.pay(act.outTradeNo, act) })
    if (what === 'notify') return jsonReply({ statuses: await this.notifyPaid(act.outTradeNo, act) })
    if (what === 'book')
      return jsonReply({ orders: [...this.book.orders.values()], refunds: [...this.book.refunds.values()] })
    if (what === 'refund') await this.settleRefund(act.outRefundNo, act.status)
    else if (what === 'faults') this.faults.push(act.fault)
    else if (what === 'bill') this.planted.push(act.difference)
    else if (what === 'refund-mode') this.refundMode = act.mode
    else if (what === 'reset') this.forget()
    else return jsonReply({ code: 'NOT_FOUND' }, 404)
    return jsonReply({ done: true })
  }

  private forget(): void {
    this.stop()
    this.faults.length = 0
    this.planted.length = 0
    this.refundMode = 'auto'
    this.book.orders.clear()
    this.book.refunds.clear()
  }

  private takeFault(call: PayFault['call']): PayFault | undefined {
    const index = this.faults.findIndex((fault) => fault.call === call)
    return index < 0 ? undefined : this.faults.splice(index, 1)[0]
  }

  private reply(value: unknown): StandInReply {
    return signedReply(this.keys, 200, value)
  }

  private refuse(status: number, code: string, message: string): StandInReply {
    return signedReply(this.keys, status, { code, message })
  }
}

const DRAWN_DIGITS = 10

/** A number by which WeChat knows what it did: 28 digits, the last of them drawn, since much is done in one millisecond. */
const numberAtWechat = (kind: '42000' | '50300'): string =>
  `${kind}${Date.now()}${String(randomInt(10 ** DRAWN_DIGITS)).padStart(DRAWN_DIGITS, '0')}`
