import { Injectable, Logger } from '@nestjs/common'

import { DomainError } from '../common/domain-error.js'

import { WechatHttp, type WechatAnswer } from './wechat-http.js'
import { WechatTokenService } from './wechat-token.service.js'

const BUSY = -1
const NO_CREDIT = 43_101
const TOKEN_INVALID = new Set([40_001, 42_001])
const MAINLAND = '86'
const PICTURE = 2

/** Where a text or picture will be seen, as WeChat numbers it (1 profile, 2 comment, 3 forum, 4 social post). */
export type CheckScene = 1 | 2 | 3 | 4

/** WeChat's word about a text or picture; `review` means a person should look. */
export type Verdict = 'pass' | 'review' | 'risky'

/** One subscribe message. `data` maps the template's fields to texts within WeChat's limits; `page` opens on a tap. */
export interface SubscribeMessage {
  openid: string
  templateId: string
  page: string
  data: Record<string, string>
}

interface SessionAnswer extends WechatAnswer {
  openid?: string
}

interface PhoneAnswer extends WechatAnswer {
  phone_info?: { purePhoneNumber: string; countryCode: string; watermark: { appid: string } }
}

interface TextAnswer extends WechatAnswer {
  result?: { suggest: Verdict }
}

interface PictureAnswer extends WechatAnswer {
  trace_id?: string
}

/**
 * Told of a picture's verdict, null when WeChat could not load the picture; false when the trace id is not known (yet), so that
 * WeChat tells it again.
 */
export type PictureListener = (traceId: string, verdict: Verdict | null) => Promise<boolean>

/**
 * The client of WeChat's server API. Every method throws `auth.wechat_unreachable` (503) when WeChat is busy (-1) or silent for
 * five seconds; asking again may help then.
 */
@Injectable()
export class WechatService {
  private readonly log = new Logger(WechatService.name)
  private readonly listeners: PictureListener[] = []

  constructor(
    private readonly http: WechatHttp,
    private readonly tokens: WechatTokenService,
  ) {}

  /** The openid of a `wx.login` code (`GET /sns/jscode2session`). Throws `auth.wechat_refused` (401) when WeChat refuses the code. */
  async openidOf(code: string): Promise<string> {
    const answer = await this.http.get<SessionAnswer>('/sns/jscode2session', {
      appid: this.http.appId,
      secret: this.http.secret,
      js_code: code,
      grant_type: 'authorization_code',
    })
    if (answer.openid !== undefined) return answer.openid
    throw this.refusal('code2session', answer)
  }

  /**
   * The mainland number, 11 digits, behind a code of the phone button (`POST /wxa/business/getuserphonenumber`). Throws
   * `auth.wechat_refused` (401) when the code is refused, made for another app, or the number is not of the mainland.
   */
  async phoneNumberOf(code: string): Promise<string> {
    const answer = await this.postSigned<PhoneAnswer>('/wxa/business/getuserphonenumber', { code })
    const phone = answer.phone_info
    if (phone === undefined || phone.watermark.appid !== this.http.appId || phone.countryCode !== MAINLAND)
      throw this.refusal('getuserphonenumber', answer)
    return phone.purePhoneNumber
  }

  /**
   * Sends a subscribe message (`POST /cgi-bin/message/subscribe/send`). `no_credit` (43101): the person allowed no more of them;
   * `refused`: WeChat will never take this one (main switch off, openid or data wrong).
   */
  async sendSubscribeMessage(message: SubscribeMessage): Promise<'sent' | 'no_credit' | 'refused'> {
    const answer = await this.postSigned('/cgi-bin/message/subscribe/send', {
      touser: message.openid,
      template_id: message.templateId,
      page: message.page,
      lang: 'zh_CN',
      data: Object.fromEntries(Object.entries(message.data).map(([field, value]) => [field, { value }])),
    })
    if (isDone(answer)) return 'sent'
    if (answer.errcode === NO_CREDIT) return 'no_credit'
    this.log.warn(`subscribe/send refused: ${answer.errcode}`)
    return 'refused'
  }

  /** Checks a text of at most 2,500 characters (`POST /wxa/msg_sec_check`, version 2); `openid` was active in the last two hours. */
  async checkText(text: { openid: string; text: string; scene: CheckScene }): Promise<Verdict> {
    const { openid, scene, text: content } = text
    const answer = await this.postSigned<TextAnswer>('/wxa/msg_sec_check', { version: 2, openid, scene, content })
    if (answer.result === undefined) throw this.refusal('msg_sec_check', answer)
    return answer.result.suggest
  }

  /** Has a picture checked (`POST /wxa/media_check_async`, version 2); the verdict comes later, to `onPictureChecked`, by trace id. */
  async checkPicture(picture: { openid: string; url: string; scene: CheckScene }): Promise<string> {
    const { openid, scene, url } = picture
    const body = { version: 2, openid, scene, media_type: PICTURE, media_url: url }
    const answer = await this.postSigned<PictureAnswer>('/wxa/media_check_async', body)
    if (answer.trace_id === undefined) throw this.refusal('media_check_async', answer)
    return answer.trace_id
  }

  /** Registers who wants to know verdicts of pictures. */
  onPictureChecked(listener: PictureListener): void {
    this.listeners.push(listener)
  }

  /** Hands a verdict to who asked for it; false when nobody knows its trace id. */
  async pictureChecked(traceId: string, verdict: Verdict | null): Promise<boolean> {
    for (const listener of this.listeners) if (await listener(traceId, verdict)) return true
    return false
  }

  /** Posts with the access token; once more with a new one when WeChat calls it invalid. */
  private async postSigned<Answer extends WechatAnswer>(path: string, body: unknown): Promise<Answer> {
    const token = await this.tokens.token()
    const first = await this.http.post<Answer>(path, { access_token: token }, body)
    if (!TOKEN_INVALID.has(first.errcode ?? 0)) return notBusy(first)
    await this.tokens.forget(token)
    const second = await this.http.post<Answer>(path, { access_token: await this.tokens.token() }, body)
    if (TOKEN_INVALID.has(second.errcode ?? 0)) throw new DomainError('auth.wechat_unreachable')
    return notBusy(second)
  }

  private refusal(call: string, answer: WechatAnswer): DomainError {
    this.log.warn(`${call} refused: ${answer.errcode}`)
    return new DomainError(answer.errcode === BUSY ? 'auth.wechat_unreachable' : 'auth.wechat_refused')
  }
}

const isDone = (answer: WechatAnswer): boolean => (answer.errcode ?? 0) === 0

function notBusy<Answer extends WechatAnswer>(answer: Answer): Answer {
  if (answer.errcode === BUSY) throw new DomainError('auth.wechat_unreachable')
  return answer
}
