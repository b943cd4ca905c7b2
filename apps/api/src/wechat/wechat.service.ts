import { Injectable, Logger } from '@nestjs/common'

import { DomainError } from '../common/domain-error.js'
import { Env } from '../config/env.js'

import { WechatStandIn } from './wechat-stand-in.js'

const TIMEOUT_MS = 5_000

interface SessionAnswer {
  openid?: string
  errcode?: number
}

/** The client of WeChat's server API. In the demo, without an app id, it speaks to the stand-in over HTTP all the same. */
@Injectable()
export class WechatService {
  private readonly log = new Logger(WechatService.name)

  constructor(
    private readonly env: Env,
    private readonly standIn: WechatStandIn,
  ) {}

  /**
   * The openid of a `wx.login` code (`GET /sns/jscode2session`). Throws `auth.wechat_refused` (401) when WeChat refuses the code,
   * `auth.wechat_unreachable` (503) when WeChat is busy or does not answer within five seconds.
   */
  async openidOf(code: string): Promise<string> {
    const url = new URL('/sns/jscode2session', this.standIn.origin ?? this.env.WECHAT_API_BASE)
    url.search = new URLSearchParams({
      appid: this.env.WECHAT_APP_ID ?? 'demo',
      secret: this.env.WECHAT_APP_SECRET ?? 'demo',
      js_code: code,
      grant_type: 'authorization_code',
    }).toString()
    const answer = await this.ask(url)
    if (answer.openid !== undefined) return answer.openid
    this.log.warn(`code2session refused: ${answer.errcode}`)
    // -1 is "system busy" in WeChat's table; everything else is about this code.
    throw new DomainError(answer.errcode === -1 ? 'auth.wechat_unreachable' : 'auth.wechat_refused')
  }

  private async ask(url: URL): Promise<SessionAnswer> {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
      return (await response.json()) as SessionAnswer
    } catch {
      throw new DomainError('auth.wechat_unreachable')
    }
  }
}
