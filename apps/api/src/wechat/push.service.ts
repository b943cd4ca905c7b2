/*
 * What must never happen: a verdict about a picture that did not come from WeChat. `assertSigned` refuses a push whose signature
 * is not made with our token, or is old.
 */
import { Injectable } from '@nestjs/common'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Env } from '../config/env.js'

import { isFresh, isSignedBy, type PushSignature } from './push.rules.js'
import { WechatService, type Verdict } from './wechat.service.js'

/** The event `wxa_media_check`, as far as it is read. */
export interface PictureEvent {
  Event?: string
  trace_id?: string
  errcode?: number
  result?: { suggest?: string }
}

const VERDICTS = new Set<string>(['pass', 'review', 'risky'])

/** WeChat's message push: signatures and the verdicts about pictures. */
@Injectable()
export class WechatPushService {
  constructor(
    private readonly env: Env,
    private readonly wechat: WechatService,
    private readonly clock: Clock,
  ) {}

  /** Throws `wechat.push_refused` (403) when the signature is not ours or older than five minutes. */
  assertSigned(given: PushSignature): void {
    const token = this.env.WECHAT_PUSH_TOKEN
    if (token === undefined || !isSignedBy(token, given) || !isFresh(given.timestamp, this.clock.now()))
      throw new DomainError('wechat.push_refused')
  }

  /** Takes an event. Throws `wechat.push_unknown` (404) for a picture nobody asked about (yet): WeChat pushes three times. */
  async take(event: PictureEvent): Promise<void> {
    const { trace_id: traceId, result } = event
    if (event.Event !== 'wxa_media_check' || traceId === undefined) return
    const suggest = result?.suggest ?? ''
    // With an error code WeChat has not seen the picture (-1008: it could not be loaded).
    const verdict = (event.errcode ?? 0) === 0 && VERDICTS.has(suggest) ? (suggest as Verdict) : null
    if (!(await this.wechat.pictureChecked(traceId, verdict))) throw new DomainError('wechat.push_unknown')
  }
}
