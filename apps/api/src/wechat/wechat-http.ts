import { Injectable } from '@nestjs/common'

import { DomainError } from '../common/domain-error.js'
import { Env } from '../config/env.js'

import { WechatStandIn } from './wechat-stand-in.js'

const TIMEOUT_MS = 5_000

/** What every answer of WeChat may carry; no `errcode`, or 0, is success. -1 means "system busy, try again". */
export interface WechatAnswer {
  errcode?: number
}

/** Speaks HTTP with api.weixin.qq.com; in the demo, without an app id, with the stand-in all the same. */
@Injectable()
export class WechatHttp {
  constructor(
    private readonly env: Env,
    private readonly standIn: WechatStandIn,
  ) {}

  /** The mini-program's id. */
  get appId(): string {
    return this.env.WECHAT_APP_ID ?? 'demo'
  }

  /** The mini-program's secret. */
  get secret(): string {
    return this.env.WECHAT_APP_SECRET ?? 'demo'
  }

  /** Asks by GET. Throws `auth.wechat_unreachable` (503) when there is no JSON answer within five seconds. */
  get<Answer extends WechatAnswer>(path: string, query: Record<string, string>): Promise<Answer> {
    return this.ask(path, query, {})
  }

  /** Asks by POST with a JSON body. Throws `auth.wechat_unreachable` (503) as above. */
  post<Answer extends WechatAnswer>(path: string, query: Record<string, string>, body: unknown): Promise<Answer> {
    const headers = { 'Content-Type': 'application/json' }
    return this.ask(path, query, { method: 'POST', headers, body: JSON.stringify(body) })
  }

  private async ask<Answer>(path: string, query: Record<string, string>, init: RequestInit): Promise<Answer> {
    const url = new URL(path, this.standIn.origin ?? this.env.WECHAT_API_BASE)
    url.search = new URLSearchParams(query).toString()
    try {
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })
      return (await response.json()) as Answer
    } catch {
      throw new DomainError('auth.wechat_unreachable')
    }
  }
}
