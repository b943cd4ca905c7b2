import { verify } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { WechatPayArguments } from '@wanli/contracts/wallet'

import { Clock } from '../../src/common/clock.js'
import { Env } from '../../src/config/env.js'
import { ApiStandIn } from '../../src/wechat/stand-in/api-stand-in.js'
import type { StandInReply, StandInRequest } from '../../src/wechat/stand-in/exchange.js'
import type { PlantedDifference } from '../../src/wechat/stand-in/pay-bill.js'
import type { PayOrder, PayRefund } from '../../src/wechat/stand-in/pay-book.js'
import type { PayAct, PayFault } from '../../src/wechat/stand-in/pay-requests.js'
import { PayStandIn } from '../../src/wechat/stand-in/pay-stand-in.js'

import type { TestApp } from './app.js'
import { dataFolder } from './database.js'

/** Address before the servers under test, as PUBLIC_URL: WeChat's notices come here and are handed on. */
const FRONT = '/__front'

/** WeChat's stand-in on a port of its own, for several servers at once. */
export interface TestWechat {
  /** Environment of a server that speaks with it. */
  env: { WECHAT_API_BASE: string; WECHAT_APP_ID: string; WECHAT_APP_SECRET: string }
  /** Makes the next `times` calls of a path fail. */
  fail(kind: string, given?: { path?: string; times?: number }): Promise<void>
  /** What was received at a path. */
  received(path: string): Promise<{ path: string; body: Record<string, unknown> }[]>
  pay: TestPay
  reset(): Promise<void>
  close(): Promise<void>
}

/** WeChat Pay's half. A payment's number there is its id without the dashes. */
export interface TestPay {
  /** Environment of a server that is paid there, in place of `env`. */
  env: Partial<Record<keyof Env, string>>
  /** The servers that notices are handed to, one after another; the first one's clock is WeChat's. */
  front(...apps: TestApp[]): void
  /** Somebody pays; by default one notice is sent and waited for. Answers whether WeChat took the money. */
  pays(payment: { id: string }, act?: PayAct): Promise<boolean>
  /** Sends the notice of what was paid (again); answers the status each got. */
  notify(payment: { id: string }, act?: PayAct): Promise<number[]>
  fault(call: PayFault['call'], kind: PayFault['kind']): Promise<void>
  refundMode(mode: 'auto' | 'abnormal' | 'manual'): Promise<void>
  settleRefund(outRefundNo: string, status: 'SUCCESS' | 'ABNORMAL'): Promise<void>
  plant(difference: PlantedDifference): Promise<void>
  book(): Promise<{ orders: PayOrder[]; refunds: PayRefund[] }>
  /** Whether the merchant signed what `wx.requestPayment` takes. */
  hasSigned(args: WechatPayArguments): boolean
  /** Notices that were handed on since the last reset. */
  notices: { body: string; headers: Record<string, string>; status: number }[]
}

/** Number at WeChat of one of our payments. */
export const tradeNoOf = ({ id }: { id: string }): string => id.replaceAll('-', '')

class FrontClock extends Clock {
  constructor(private readonly apps: TestApp[]) {
    super({})
  }

  override now(): Date {
    return this.apps[0]?.clock.now() ?? super.now()
  }
}

/** Starts the stand-in. */
export async function startWechat(): Promise<TestWechat> {
  const api = new ApiStandIn()
  const DATA_DIR = dataFolder()
  const apps: TestApp[] = []
  const notices: TestPay['notices'] = []
  const pay = new PayStandIn(Object.assign(new Env(), { DATA_DIR }), new FrontClock(apps))
  let turn = 0

  const handOn = async ({ target, headers: given, body }: StandInRequest): Promise<StandInReply> => {
    turn += 1
    const app = apps[turn % apps.length]
    if (app === undefined) return { status: 502, body: '' }
    const names = Object.keys(given).filter((name) => name.startsWith('wechatpay-') || name === 'content-type')
    const headers = Object.fromEntries(names.map((name) => [name, String(given[name])]))
    const { status } = await fetch(`${app.url}${target.slice(FRONT.length)}`, { method: 'POST', headers, body })
    notices.push({ body, headers, status })
    return { status, body: '' }
  }
  const answer = (request: StandInRequest): StandInReply | Promise<StandInReply> => {
    const { pathname } = request.url
    if (pathname.startsWith(FRONT)) return handOn(request)
    return ['/v3/', '/__control/pay/'].some((path) => pathname.startsWith(path))
      ? pay.answer(request)
      : api.answer(request)
  }
  const server = createServer((request, response) => {
    void read(request)
      .then(answer)
      .then((reply) => {
        if (reply.lost === 'cut') response.destroy()
        if (reply.lost !== undefined) return
        response.writeHead(reply.status, reply.headers)
        response.end(reply.body)
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const post = async <Json>(path: string, body: unknown): Promise<Json> => {
    const response = await fetch(`${base}${path}`, { method: 'POST', body: JSON.stringify(body) })
    return (await response.json()) as Json
  }
  const { keys } = pay
  return {
    env: { WECHAT_API_BASE: base, WECHAT_APP_ID: 'wx-wanli', WECHAT_APP_SECRET: 'wx-secret' },
    fail: (kind, given = {}) => post('/__control/faults', { kind, ...given }),
    received: async (path) => {
      const { items } = (await (await fetch(`${base}/__control/messages`)).json()) as {
        items: { path: string; body: Record<string, unknown> }[]
      }
      return items.filter((item) => item.path === path)
    },
    pay: {
      env: {
        WECHAT_API_BASE: base,
        WECHAT_APP_ID: keys.appId,
        WECHAT_APP_SECRET: 'wx-secret',
        WECHAT_PAY_BASE: base,
        WECHAT_MCH_ID: keys.mchId,
        WECHAT_MCH_SERIAL: keys.merchantSerial,
        WECHAT_MCH_KEY: keys.merchantPrivateKey,
        WECHAT_PAY_KEY: keys.apiV3Key,
        WECHAT_PAY_PUBLIC_KEYS: `${keys.platformKeyId}:${keys.platformPublicKey}`,
        PUBLIC_URL: `${base}${FRONT}`,
      },
      front: (...behind) => {
        apps.splice(0, apps.length, ...behind)
      },
      pays: async (payment, act = {}) =>
        (await post<{ paid: boolean }>('/__control/pay/paid', { outTradeNo: tradeNoOf(payment), ...act })).paid,
      notify: async (payment, act = {}) => {
        const body = { outTradeNo: tradeNoOf(payment), ...act }
        return (await post<{ statuses: number[] }>('/__control/pay/notify', body)).statuses
      },
      fault: (call, kind) => post('/__control/pay/faults', { fault: { call, kind } }),
      refundMode: (mode) => post('/__control/pay/refund-mode', { mode }),
      settleRefund: (outRefundNo, status) => post('/__control/pay/refund', { outRefundNo, status }),
      plant: (difference) => post('/__control/pay/bill', { difference }),
      book: () => post('/__control/pay/book', {}),
      hasSigned: ({ timeStamp, nonceStr, package: prepay, paySign }) =>
        verify(
          'sha256',
          Buffer.from(`${keys.appId}\n${timeStamp}\n${nonceStr}\n${prepay}\n`),
          keys.merchantPublicKey,
          Buffer.from(paySign, 'base64'),
        ),
      notices,
    },
    reset: async () => {
      notices.length = 0
      await post('/__control/reset', {})
      await post('/__control/pay/reset', {})
    },
    close: async () => {
      pay.stop()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      rmSync(DATA_DIR, { recursive: true, force: true })
    },
  }
}

async function read(request: IncomingMessage): Promise<StandInRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const target = request.url ?? '/'
  return {
    method: request.method ?? 'GET',
    target,
    url: new URL(target, 'http://stand-in'),
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  }
}
