import { createHash } from 'node:crypto'

import { Injectable } from '@nestjs/common'

import { jsonReply, type StandInReply, type StandInRequest } from './exchange.js'

/** A fault on demand: the next `times` calls of a path (or of any) fail like this. */
interface Fault {
  kind: 'busy' | 'token' | 'http_500' | 'hang' | 'no_credit'
  path?: string
  times: number
}

type Json = Record<string, unknown>

const TOKEN_SECONDS = 7_200
const RISKY_WORDS = ['赌博', '刷单']
const REVIEW_WORDS = ['加微信']
/** A picture whose address holds this word is found risky. */
const RISKY_PICTURE = 'risky'
const INVALID_TOKEN = { errcode: 40_001, errmsg: 'invalid credential' }
const FAULT_REPLIES: Record<Fault['kind'], StandInReply> = {
  busy: jsonReply({ errcode: -1, errmsg: 'system error' }),
  token: jsonReply(INVALID_TOKEN),
  http_500: { status: 500, body: 'oops' },
  hang: { status: 200, body: '', lost: 'hang' },
  no_credit: jsonReply({ errcode: 43_101, errmsg: 'user refuse to accept the msg' }),
}

/** An openid that is always the same for a device. */
const standInOpenid = (device: string): string =>
  `o${createHash('sha256').update(device).digest('base64url').slice(0, 27)}`

/**
 * A stand-in for api.weixin.qq.com with its documented answers. Codes look like `device.nonce`: one device is one openid, a code
 * works once (40163), one that starts with `bad` is refused (40029). Phone codes are the number itself, `13800001234.nonce`.
 * `POST /__control/faults` makes calls fail, `GET /__control/messages` lists what was received, `POST /__control/reset` forgets.
 */
@Injectable()
export class ApiStandIn {
  private readonly usedCodes = new Set<string>()
  private faults: Fault[] = []
  private received: { path: string; body: unknown }[] = []
  private token = 'stand-in-token-1'
  private tokensGiven = 0

  private appId = 'demo'

  /** Answers one request. */
  answer({ url, body: text }: StandInRequest): StandInReply {
    const body = readJson(text)
    const path = url.pathname
    if (path.startsWith('/__control/')) return this.control(path, body)
    const call = CALLS[path]
    if (call === undefined) return jsonReply({ errcode: 404 }, 404)
    this.received.push({ path, body })
    const fault = this.nextFault(path)
    if (fault !== undefined) {
      // As with WeChat, a token once called invalid stays so, and the next one is another.
      if (fault.kind === 'token') this.token = `stand-in-token-${this.tokensGiven + 1}`
      return FAULT_REPLIES[fault.kind]
    }
    const free = call === 'session' || call === 'token'
    if (!free && url.searchParams.get('access_token') !== this.token) return jsonReply(INVALID_TOKEN)
    return jsonReply(this.reply(call, url, body))
  }

  private reply(call: Call, url: URL, body: Json): Json {
    switch (call) {
      case 'session':
        return this.session(url.searchParams.get('js_code') ?? '')
      case 'token':
        this.tokensGiven += 1
        this.appId = textOf(body, 'appid')
        return { access_token: this.token, expires_in: TOKEN_SECONDS }
      case 'phone':
        return this.phone(textOf(body, 'code'))
      case 'message':
        return messageProblem(body)
      case 'text':
        return { errcode: 0, result: { suggest: suggestOf(textOf(body, 'content')), label: 100 } }
      case 'picture':
        return { errcode: 0, trace_id: traceIdOf(textOf(body, 'media_url')) }
    }
  }

  private session(code: string): Json {
    if (code === '' || code.startsWith('bad')) return { errcode: 40_029, errmsg: 'invalid code' }
    if (this.usedCodes.has(code)) return { errcode: 40_163, errmsg: 'code been used' }
    this.usedCodes.add(code)
    const [device = ''] = code.split('.')
    return { openid: standInOpenid(device), session_key: 'stand-in' }
  }

  private phone(code: string): Json {
    const [number = '', appid = ''] = code.split('.')
    if (!/^1\d{10}$/.test(number) || this.usedCodes.has(code)) return { errcode: 40_029, errmsg: 'invalid code' }
    this.usedCodes.add(code)
    const watermark = { timestamp: 0, appid: appid.startsWith('wx-other') ? appid : this.appId }
    return { errcode: 0, phone_info: { phoneNumber: number, purePhoneNumber: number, countryCode: '86', watermark } }
  }

  private nextFault(path: string): Fault | undefined {
    const fault = this.faults.find((one) => one.times > 0 && (one.path === undefined || one.path === path))
    if (fault !== undefined) fault.times -= 1
    return fault
  }

  private control(path: string, body: Json): StandInReply {
    if (path === '/__control/messages') return jsonReply({ items: this.received })
    if (path === '/__control/faults') this.faults.push({ times: 1, ...(body as unknown as Omit<Fault, 'times'>) })
    else if (path === '/__control/reset') [this.faults, this.received] = [[], []]
    else return jsonReply({ errcode: 404 }, 404)
    return jsonReply({ done: true })
  }
}

type Call = 'session' | 'token' | 'phone' | 'message' | 'text' | 'picture'

const CALLS: Partial<Record<string, Call>> = {
  '/sns/jscode2session': 'session',
  '/cgi-bin/stable_token': 'token',
  '/wxa/business/getuserphonenumber': 'phone',
  '/cgi-bin/message/subscribe/send': 'message',
  '/wxa/msg_sec_check': 'text',
  '/wxa/media_check_async': 'picture',
}

/** A text member of a body; '' when there is none. */
const textOf = (body: Json, name: string): string => {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}

const readJson = (text: string): Json => (text === '' ? {} : (JSON.parse(text) as Json))

/** WeChat refuses a message whose `thing` fields are longer than 20 characters (47003). */
function messageProblem(body: Json): Json {
  const fields = Object.entries((body['data'] ?? {}) as Record<string, { value: string }>)
  const tooLong = fields.some(([name, { value }]) => name.startsWith('thing') && Array.from(value).length > 20)
  if (tooLong) return { errcode: 47_003, errmsg: 'argument invalid!' }
  if (!textOf(body, 'touser').startsWith('o')) return { errcode: 40_003, errmsg: 'invalid openid' }
  return { errcode: 0, errmsg: 'ok' }
}

function suggestOf(content: string): string {
  if (RISKY_WORDS.some((word) => content.includes(word))) return 'risky'
  return REVIEW_WORDS.some((word) => content.includes(word)) ? 'review' : 'pass'
}

function traceIdOf(address: string): string {
  const digest = createHash('sha256').update(address).digest('hex').slice(0, 32)
  return address.includes(RISKY_PICTURE) ? `risky-${digest}` : `trace-${digest}`
}
